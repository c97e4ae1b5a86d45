// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedCheck;

/** Turns the check numbers that a validator prints into what the plan knows about them. */
final class Results {
  private final List<PlannedCheck> checks;

  Results(Plan plan) {
    checks = plan.plannedChecks();
  }

  ValidationResult result(MachineLine.Result line, Origin at) throws ProtocolException {
    if (line.check() < 0 || line.check() >= checks.size())
      throw new ProtocolException("there is no check " + line.check());
    PlannedCheck entry = checks.get(line.check());
    Optional<Term> value = Optional.empty();
    if (line.value().isPresent()) value = Optional.of(TermReader.read(line.value().get()));
    return new ValidationResult(
        TermReader.read(line.focus()),
        value,
        path(line, entry),
        entry.check().component(line.maximum()),
        entry.shape(),
        entry.check(),
        at);
  }

  private static Optional<Path> path(MachineLine.Result line, PlannedCheck entry)
      throws ProtocolException {
    if (line.predicate().isEmpty()) return entry.shape().path();
    if (TermReader.read(line.predicate().get()) instanceof Iri iri)
      return Optional.of(new Path.Predicate(iri));
    throw new ProtocolException("no predicate: " + line.predicate().get());
  }
}
