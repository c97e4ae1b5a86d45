// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.List;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Shape;

/**
 * What a validator that stands alone tells people about a check.
 *
 * @param path empty for a node shape
 * @param severity violation, warning, info, or the IRI of another one
 * @param maximumComponent the component of the maximum when the check counts in both directions
 */
public record CheckText(
    Shape shape,
    String path,
    String severity,
    Iri component,
    Iri maximumComponent,
    String message) {
  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  /** One for each check; the index is the check's number. */
  public static List<CheckText> of(Plan plan) {
    return plan.plannedChecks().stream().map(it -> text(it.shape(), it.check())).toList();
  }

  private static CheckText text(Shape shape, Check check) {
    return new CheckText(
        shape,
        shape.path().map(Object::toString).orElse(""),
        word(shape.severity()),
        check.component(false),
        check.component(true),
        shape.messages().stream().findFirst().map(Literal::lexical).orElse(check.message()));
  }

  private static String word(Iri severity) {
    return switch (severity.value()) {
      case SHACL + "Violation" -> "violation";
      case SHACL + "Warning" -> "warning";
      case SHACL + "Info" -> "info";
      default -> severity.toString();
    };
  }
}
