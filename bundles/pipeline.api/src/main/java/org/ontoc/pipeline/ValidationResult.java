// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import java.util.Optional;
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
 * @param path the shape's path, or the offending predicate of a closed shape
 * @param dataAt where in the data the offending value stands, or else the focus node; unknown when
 *     it is in no document
 */
public record ValidationResult(
    Term focusNode,
    Optional<Term> value,
    Optional<Path> path,
    Iri component,
    Shape shape,
    Check check,
    Origin dataAt) {
  public Iri severity() {
    return shape.severity();
  }

  /** The shape's own messages, or the check's sentence when it has none. */
  public List<Literal> messages() {
    return shape.messages().isEmpty() ? List.of(Literal.string(check.message())) : shape.messages();
  }
}
