// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Origin;

/** What explains a result (sh:detail), for people: a line each, in the order of a chain. */
final class Because {
  private final Sentences sentences;

  Because(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * One explanation.
   *
   * @param depth 1 for what explains the result itself
   * @param text safe for a terminal, without the position
   */
  record Line(int depth, Origin at, String text) {
    /** Two spaces for each depth but the first, then what is said and where. */
    String indented() {
      String where = TerminalText.sanitize(at.toString());
      return "  ".repeat(depth - 1) + "because " + (where.isEmpty() ? "" : where + ": ") + text;
    }
  }

  List<Line> lines(ValidationResult result) {
    List<Line> lines = new ArrayList<>();
    add(result, 1, lines);
    return lines;
  }

  private void add(ValidationResult result, int depth, List<Line> lines) {
    for (ValidationResult detail : result.details()) {
      String text = sentences.message(detail) + ": " + sentences.nodes(detail);
      lines.add(new Line(depth, detail.dataAt(), text));
      add(detail, depth + 1, lines);
    }
  }

  /** All lines, each with a line end before it; empty when nothing explains the result. */
  String text(ValidationResult result) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines(result)) text.append('\n').append(line.indented());
    return text.toString();
  }
}
