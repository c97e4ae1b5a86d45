// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.PlannedShape;

/** What people are told about each check. */
final class CheckTable {
  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  private final Unit unit;

  CheckTable(Unit unit) {
    this.unit = unit;
  }

  /** By check number. */
  Rendered rows() {
    List<Rendered> rows = new ArrayList<>();
    Shape[] shapes = new Shape[unit.plan.checks().size()];
    for (PlannedShape planned : unit.plan.shapes()) {
      for (Check check : planned.checks()) shapes[check.number()] = planned.shape();
    }
    for (Check check : unit.plan.checks()) rows.add(row(shapes[check.number()], check));
    return Rendered.concat(rows);
  }

  private Rendered row(Shape shape, Check check) {
    return unit.templates.render(
        "check",
        "shape",
        text(shape.id().toString()),
        "path",
        text(shape.path().map(Object::toString).orElse("")),
        "severity",
        text(word(shape.severity())),
        "minimum",
        text(component(check.constraint(), 0)),
        "maximum",
        text(component(check.constraint(), 1)),
        "message",
        text(message(shape, check)));
  }

  /** These strings end at their first NUL in C, so they must have none inside. */
  private CText text(String text) {
    return unit.text(text.replace('\0', '\uFFFD'));
  }

  private static String message(Shape shape, Check check) {
    return shape.messages().stream().findFirst().map(Literal::lexical).orElse(check.message());
  }

  private static String word(Iri severity) {
    return switch (severity.value()) {
      case SHACL + "Violation" -> "violation";
      case SHACL + "Warning" -> "warning";
      case SHACL + "Info" -> "info";
      default -> severity.toString();
    };
  }

  /** Qualified counts are two components: variant 1 is the maximum. */
  static String component(Constraint constraint, int variant) {
    String name =
        constraint instanceof Constraint.QualifiedValueShape
            ? (variant == 0 ? "QualifiedMinCount" : "QualifiedMaxCount")
            : constraint.component();
    return SHACL + name + "ConstraintComponent";
  }
}
