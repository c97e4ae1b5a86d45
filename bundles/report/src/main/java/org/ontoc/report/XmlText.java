// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;

/** Writes elements of XML 1.0; what XML cannot hold is written as Turtle writes it, \\uXXXX. */
final class XmlText {
  private final Appendable out;

  XmlText(Appendable out) {
    this.out = out;
  }

  /** An open tag without its end. */
  XmlText begin(int depth, String name) throws IOException {
    out.append("  ".repeat(depth)).append('<').append(name);
    return this;
  }

  XmlText attribute(String name, String value) throws IOException {
    out.append(' ').append(name).append("=\"").append(escape(value, true)).append('"');
    return this;
  }

  XmlText attribute(String name, long value) throws IOException {
    return attribute(name, Long.toString(value));
  }

  /** Ends an open tag: its content follows. */
  XmlText open() throws IOException {
    out.append(">\n");
    return this;
  }

  /** Ends an open tag that has no content. */
  XmlText close() throws IOException {
    out.append("/>\n");
    return this;
  }

  /** Ends an open tag, with text to its end tag. */
  XmlText text(String text, String name) throws IOException {
    out.append('>').append(escape(text, false)).append("</").append(name).append(">\n");
    return this;
  }

  XmlText end(int depth, String name) throws IOException {
    out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    return this;
  }

  /** White space of an attribute is written so that a parser does not turn it into blanks. */
  static String escape(String text, boolean attribute) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(escaped, character, attribute));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int character, boolean attribute) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\r' -> escaped.append("&#13;");
      case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
      case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
      default -> {
        if (isCharacter(character)) escaped.appendCodePoint(character);
        else escaped.append(String.format("\\u%04X", character));
      }
    }
  }

  /** The production Char of XML 1.0 section 2.2, as far as the switch above leaves it. */
  private static boolean isCharacter(int character) {
    return (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
