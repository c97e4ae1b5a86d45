// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.Locale;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;

/** A constraint with the shape that declares it. */
record Claim(Shape shape, Constraint constraint) {
  Origin at() {
    return constraint.at();
  }

  /** The parameter as shapes write it, e.g. {@code sh:minCount}. */
  String name() {
    return name(constraint);
  }

  static String name(Constraint constraint) {
    String component = constraint.component();
    return "sh:" + component.substring(0, 1).toLowerCase(Locale.ROOT) + component.substring(1);
  }

  /** Points at this constraint. */
  Diagnostic.Note note(String message) {
    return new Diagnostic.Note(at(), message);
  }
}
