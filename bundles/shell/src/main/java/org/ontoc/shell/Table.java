// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.TerminalText;

/** Columns of text; the first row may be a head. Cells are sanitized. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final String alignment;

  /**
   * @param alignment one letter for each column: {@code l} or {@code r}
   */
  Table(String alignment) {
    this.alignment = alignment;
  }

  Table row(String... cells) {
    List<String> row = new ArrayList<>();
    for (String cell : cells) row.add(TerminalText.sanitize(cell));
    rows.add(row);
    return this;
  }

  void write(String indent, Appendable out) throws IOException {
    int[] widths = new int[alignment.length()];
    for (List<String> row : rows)
      for (int i = 0; i < row.size(); i++) widths[i] = Math.max(widths[i], row.get(i).length());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.size(); i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "" : "  ");
        line.append(alignment.charAt(i) == 'r' ? space + row.get(i) : row.get(i) + space);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
