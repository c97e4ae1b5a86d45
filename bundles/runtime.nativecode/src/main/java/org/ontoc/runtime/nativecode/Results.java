// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Optional;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;

/** Turns the check numbers that a validator prints into what the plan knows about them. */
final class Results {
  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  private record Entry(Shape shape, Check check) {}

  private final Entry[] entries;

  Results(Plan plan) {
    entries = new Entry[plan.checks().size()];
    for (PlannedShape planned : plan.shapes()) {
      for (Check check : planned.checks())
        entries[check.number()] = new Entry(planned.shape(), check);
    }
  }

  ValidationResult result(MachineLine.Result line, Origin at) throws ProtocolException {
    if (line.check() < 0 || line.check() >= entries.length)
      throw new ProtocolException("there is no check " + line.check());
    Entry entry = entries[line.check()];
    Optional<Term> value = Optional.empty();
    if (line.value().isPresent()) value = Optional.of(TermReader.read(line.value().get()));
    return new ValidationResult(
        TermReader.read(line.focus()),
        value,
        path(line, entry),
        component(entry.check().constraint(), line.maximum()),
        entry.shape(),
        entry.check(),
        at);
  }

  private static Optional<Path> path(MachineLine.Result line, Entry entry)
      throws ProtocolException {
    if (line.predicate().isEmpty()) return entry.shape().path();
    if (TermReader.read(line.predicate().get()) instanceof Iri iri)
      return Optional.of(new Path.Predicate(iri));
    throw new ProtocolException("no predicate: " + line.predicate().get());
  }

  private static Iri component(Constraint constraint, boolean maximum) {
    String name =
        constraint instanceof Constraint.QualifiedValueShape
            ? (maximum ? "QualifiedMaxCount" : "QualifiedMinCount")
            : constraint.component();
    return new Iri(SHACL + name + "ConstraintComponent");
  }
}
