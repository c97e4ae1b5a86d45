// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.Optional;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.graph.Node;
import org.ontoc.runtime.graph.Result;
import org.ontoc.runtime.graph.Validation;

/** Turns the numbers of a result into what the plan and the data know about them. */
final class Results {
  /** A check and its shape. */
  record Entry(Shape shape, Check check) {}

  private final Entry[] entries;
  private final Validation validation;
  private final Documents documents;

  Results(Plan plan, Validation validation, Documents documents) {
    this.validation = validation;
    this.documents = documents;
    entries = new Entry[plan.checks().size()];
    for (PlannedShape planned : plan.shapes()) {
      for (Check check : planned.checks())
        entries[check.number()] = new Entry(planned.shape(), check);
    }
  }

  ValidationResult result(Result result) {
    Entry entry = entries[result.check()];
    Optional<Path> path =
        result.path() == 0
            ? entry.shape.path()
            : Optional.of(new Path.Predicate(new Iri(validation.term(result.path()).text())));
    return new ValidationResult(
        term(result.focus()),
        result.value() == 0 ? Optional.empty() : Optional.of(term(result.value())),
        path,
        Tables.component(entry.check.constraint(), result.variant() == 1),
        entry.shape,
        entry.check,
        documents.origin(result.document(), result.line(), result.column()));
  }

  Entry entry(int check) {
    return entries[check];
  }

  /** Where a value that was found in a row is, or else the focus node. */
  Origin origin(int check, int focus, int row, int outer) {
    Result at = validation.place(check, focus, row, outer);
    return documents.origin(at.document(), at.line(), at.column());
  }

  Term term(int id) {
    return term(validation.term(id));
  }

  static Term term(Node node) {
    return switch (node.kind()) {
      case IRI -> new Iri(node.text());
      case BLANK_NODE -> new BlankNode(node.text());
      case LITERAL -> new Literal(node.text(), new Iri(node.datatype()), node.language());
    };
  }
}
