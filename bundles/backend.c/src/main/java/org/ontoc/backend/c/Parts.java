// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.Rendered;

/**
 * The functions of a program, split over several translation units when there are many: one text
 * either way, which is compiled as a whole or, by several processors at once, part by part. How
 * many parts there are depends on the program alone, so that its text is the same on every machine.
 */
final class Parts {
  /**
   * The weight of functions that are worth a compiler process of their own: in small programs,
   * where few processes are better than one, and in large ones, where each has to read what all say
   * of themselves.
   */
  private static final int ENOUGH = 200;

  private static final int ENOUGH_OF_MANY = 2_000;
  private static final int FEW = 4;

  /** What the tables and the interface weigh, which are in the first part. */
  private static final int FIRST = 60;

  private static final int MOST = 32;

  private final Unit unit;
  private final List<Rendered> parts = new ArrayList<>();

  /**
   * @param shapes the functions of each shape; all tables are declared already
   */
  Parts(Unit unit, List<Functions.Written> shapes) {
    this.unit = unit;
    long all = FIRST;
    for (Functions.Written shape : shapes) all += shape.weight();
    long count = Math.clamp(Math.min(all / ENOUGH, FEW + all / ENOUGH_OF_MANY), 1, MOST);
    List<Rendered> part = new ArrayList<>();
    long done = FIRST;
    for (Functions.Written shape : shapes) {
      if (done * count >= all * (parts.size() + 1)) {
        parts.add(Rendered.concat(part));
        part.clear();
      }
      part.add(shape.text());
      done += shape.weight();
    }
    parts.add(Rendered.concat(part));
  }

  /** The line that says how many there are; nothing when there is one. */
  Rendered count() {
    return parts.size() == 1
        ? Rendered.NOTHING
        : unit.templates.render("parts", "count", new CNumber(parts.size()));
  }

  /** What the parts say of each other's tables. */
  Rendered shared() {
    return parts.size() == 1 ? Rendered.NOTHING : unit.shared();
  }

  /** Tables and functions. */
  Rendered text() {
    if (parts.size() == 1) return Rendered.concat(List.of(unit.declarations(), parts.getFirst()));
    List<Rendered> all = new ArrayList<>();
    all.add(part(1, unit.declarations()));
    for (int i = 0; i < parts.size(); i++) all.add(part(i + 1, parts.get(i)));
    return Rendered.concat(all);
  }

  private Rendered part(int number, Rendered text) {
    return unit.templates.render("part", "number", new CNumber(number), "text", text);
  }
}
