// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;

/**
 * One validation result (SHACL section 3.6.2).
 *
 * @param shape the source shape
 * @param check the violated check of that shape
 * @param component the constraint component's IRI
 * @param path the shape's path, the offending predicate of a closed shape, or what a query binds to
 *     path
 * @param dataAt where in the data the offending value stands, or else the focus node; unknown when
 *     it is in no document
 * @param composed messages made for this result alone, such as those of a SPARQL-based constraint;
 *     empty for those that all results of the check have
 * @param details the results of other shapes that explain this one (sh:detail, section 3.6.2.6);
 *     each may have details of its own; they are not counted
 */
public record ValidationResult(
    Term focusNode,
    Optional<Term> value,
    Optional<Path> path,
    Iri component,
    Shape shape,
    Check check,
    Origin dataAt,
    List<Literal> composed,
    List<ValidationResult> details) {
  public ValidationResult {
    composed = List.copyOf(composed);
    details = List.copyOf(details);
  }

  /** A result with the messages of its check and without details. */
  public ValidationResult(
      Term focusNode,
      Optional<Term> value,
      Optional<Path> path,
      Iri component,
      Shape shape,
      Check check,
      Origin dataAt) {
    this(focusNode, value, path, component, shape, check, dataAt, List.of(), List.of());
  }

  /** This result with other details. */
  public ValidationResult withDetails(List<ValidationResult> others) {
    return new ValidationResult(
        focusNode, value, path, component, shape, check, dataAt, composed, others);
  }

  public Iri severity() {
    return shape.severity();
  }

  /** The value of sh:sparql that was violated (SHACL section 5.3.2). */
  public Optional<Term> sourceConstraint() {
    return check.constraint() instanceof Constraint.Sparql sparql
        ? sparql.source()
        : Optional.empty();
  }

  /** What was composed for the result, else the shape's own messages, else the check's sentence. */
  public List<Literal> messages() {
    return composed.isEmpty() ? messages(shape, check) : composed;
  }

  /** What the results of a check say unless something is composed for them. */
  public static List<Literal> messages(Shape shape, Check check) {
    return shape.messages().isEmpty() ? List.of(Literal.string(check.message())) : shape.messages();
  }
}
