// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph.plan;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedCheck;
import org.ontoc.pipeline.validation.Documents;
import org.ontoc.runtime.graph.Node;
import org.ontoc.runtime.graph.Result;
import org.ontoc.runtime.graph.Validation;

/** Turns the numbers of a result into what the plan and the data know about them. */
final class Results {
  private final List<PlannedCheck> checks;
  private final Validation validation;
  private final Documents documents;

  Results(Plan plan, Validation validation, Documents documents) {
    this.validation = validation;
    this.documents = documents;
    checks = plan.plannedChecks();
  }

  ValidationResult result(Result result) {
    PlannedCheck entry = checks.get(result.check());
    Optional<Path> path =
        result.path() == 0
            ? entry.shape().path()
            : Optional.of(new Path.Predicate(new Iri(validation.term(result.path()).text())));
    return new ValidationResult(
        term(result.focus()),
        result.value() == 0 ? Optional.empty() : Optional.of(term(result.value())),
        path,
        entry.check().component(result.variant() == 1),
        entry.shape(),
        entry.check(),
        documents.origin(result.document(), result.line(), result.column()));
  }

  PlannedCheck entry(int check) {
    return checks.get(check);
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
