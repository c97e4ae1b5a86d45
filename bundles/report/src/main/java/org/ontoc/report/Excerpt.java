// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.ontoc.pipeline.Renderer.Surface;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;

/** A line of a source with carets under the term that is meant. */
final class Excerpt {
  static final int WIDTH = 110;
  static final int BEFORE = 60;

  private final Surface surface;
  private final Style style;

  Excerpt(Surface surface, Style style) {
    this.surface = surface;
    this.style = style;
  }

  /**
   * Writes {@code --> file:line:column: remark} and, when the line can be read again, the line and
   * the carets. Returns the width of the margin that notes below are to have.
   */
  int write(Origin at, String remark, boolean withLine, Appendable out) throws IOException {
    Optional<String> line = withLine && at.isKnown() ? surface.line(at) : Optional.empty();
    int margin = line.isPresent() ? Math.max(2, Integer.toString(at.line()).length()) : 2;
    String where = TerminalText.sanitize(at.toString());
    out.append(" ".repeat(margin))
        .append(style.gutter("-->"))
        .append(where.isEmpty() ? "" : " " + where)
        .append(remark.isEmpty() ? "" : (where.isEmpty() ? " " : ": ") + remark)
        .append('\n');
    if (line.isPresent()) writeLine(line.get(), at, margin, out);
    return margin;
  }

  private void writeLine(String line, Origin at, int margin, Appendable out) throws IOException {
    Window window = Window.of(line, at);
    String number = String.format(Locale.ROOT, "%" + margin + "d", at.line());
    out.append(style.gutter(number + " |")).append(' ').append(window.text).append('\n');
    out.append(style.gutter(" ".repeat(margin) + " |"))
        .append(' ')
        .append(" ".repeat(window.indent))
        .append(style.error("^".repeat(window.carets)))
        .append('\n');
  }

  /** The part of a line that is shown; indent and carets are counted in columns of a terminal. */
  private record Window(String text, int indent, int carets) {
    static Window of(String line, Origin at) {
      int length = line.codePointCount(0, line.length());
      int start = Math.clamp(at.column() - 1, 0, length);
      int from = start > BEFORE ? start - BEFORE : 0;
      int to = Math.min(length, from + WIDTH);
      int end = Math.min(start + termLength(line, start, at.term()), to);
      String before = (from > 0 ? "…" : "") + display(slice(line, from, start));
      String meant = display(slice(line, start, end));
      String after = display(slice(line, end, to)) + (to < length ? "…" : "");
      return new Window(before + meant + after, columns(before), Math.max(1, columns(meant)));
    }

    private static String slice(String line, int from, int to) {
      int begin = line.offsetByCodePoints(0, from);
      return line.substring(begin, line.offsetByCodePoints(begin, to - from));
    }

    private static String display(String text) {
      return TerminalText.sanitize(text.replace("\t", "    "));
    }
  }

  /** The length in code points of the term that starts at a code point of the line. */
  private static int termLength(String line, int start, String term) {
    int begin = line.offsetByCodePoints(0, start);
    int end;
    if (!term.isEmpty() && line.startsWith(term, begin)) end = begin + term.length();
    else if (begin < line.length()) end = tokenEnd(line, begin);
    else return 1;
    return Math.max(1, line.codePointCount(begin, end));
  }

  private static int tokenEnd(String line, int begin) {
    char first = line.charAt(begin);
    if (first == '<' || first == '"' || first == '\'') {
      int close = line.indexOf(first == '<' ? '>' : first, begin + 1);
      return close < 0 ? line.length() : close + 1;
    }
    int end = begin;
    while (end < line.length() && " \t;,()[]".indexOf(line.charAt(end)) < 0) end++;
    // The full stop that ends a statement is no part of a name.
    return end > begin + 1 && line.charAt(end - 1) == '.' ? end - 1 : end;
  }

  /** Columns on a terminal: East Asian wide characters and emoji take two, combining marks none. */
  private static int columns(String text) {
    return text.codePoints().map(Excerpt::columns).sum();
  }

  static int columns(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) return 0;
    boolean wide =
        character >= 0x1100
            && (character <= 0x115F
                || (character >= 0x2E80 && character <= 0xA4CF && character != 0x303F)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1F64F)
                || (character >= 0x1F900 && character <= 0x1F9FF)
                || (character >= 0x20000 && character <= 0x3FFFD));
    return wide ? 2 : 1;
  }
}
