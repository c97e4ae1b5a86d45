// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.plan.CheckText;

/** What people are told about each check. */
final class CheckTable {
  private final Unit unit;

  CheckTable(Unit unit) {
    this.unit = unit;
  }

  /** By check number. */
  Rendered rows() {
    List<Rendered> rows = new ArrayList<>();
    for (CheckText text : CheckText.of(unit.plan)) rows.add(row(text));
    return Rendered.concat(rows);
  }

  private Rendered row(CheckText check) {
    return unit.templates.render(
        "check",
        "shape",
        text(check.shape().id().toString()),
        "path",
        text(check.path()),
        "severity",
        text(check.severity()),
        "minimum",
        text(check.component().value()),
        "maximum",
        text(check.maximumComponent().value()),
        "message",
        text(check.message()));
  }

  /** These strings end at their first NUL in C, so they must have none inside. */
  private CText text(String text) {
    return unit.text(text.replace('\0', '\uFFFD'));
  }
}
