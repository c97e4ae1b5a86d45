// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes one JSON document (RFC 8259) as its parts become known. */
final class JsonText {
  private final Appendable out;
  // Whether the innermost object or array has a member already; an own level for the document.
  private final Deque<Boolean> filled = new ArrayDeque<>();
  private final boolean inMarkup;
  private boolean named;

  JsonText(Appendable out) {
    this(out, false);
  }

  private JsonText(Appendable out, boolean inMarkup) {
    this.out = out;
    this.inMarkup = inMarkup;
    filled.push(false);
  }

  /** For a script element of HTML, which no string can end or turn into a comment. */
  static JsonText inMarkup(Appendable out) {
    return new JsonText(out, true);
  }

  JsonText beginObject() throws IOException {
    return begin('{');
  }

  JsonText endObject() throws IOException {
    return end('}');
  }

  JsonText beginArray() throws IOException {
    return begin('[');
  }

  JsonText endArray() throws IOException {
    return end(']');
  }

  /** The next member or element begins on a new line. */
  JsonText line() throws IOException {
    if (filled.pop()) out.append(',');
    filled.push(false);
    out.append('\n').append("  ".repeat(filled.size() - 1));
    return this;
  }

  JsonText name(String name) throws IOException {
    separate();
    string(name);
    out.append(": ");
    named = true;
    return this;
  }

  JsonText value(String text) throws IOException {
    separate();
    string(text);
    return this;
  }

  JsonText value(long number) throws IOException {
    separate();
    out.append(Long.toString(number));
    return this;
  }

  JsonText value(boolean truth) throws IOException {
    separate();
    out.append(Boolean.toString(truth));
    return this;
  }

  JsonText nothing() throws IOException {
    separate();
    out.append("null");
    return this;
  }

  private JsonText begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    filled.push(false);
    return this;
  }

  private JsonText end(char bracket) throws IOException {
    filled.pop();
    out.append(bracket);
    return this;
  }

  private void separate() throws IOException {
    if (named) {
      named = false;
      return;
    }
    if (filled.pop()) out.append(", ");
    filled.push(true);
  }

  private void string(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      character(character);
      i += Character.charCount(character);
    }
    out.append('"');
  }

  private void character(int character) throws IOException {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isHarmless(character) && !(inMarkup && isMarkup(character)))
          out.append(Character.toString(character));
        else for (char unit : Character.toChars(character)) out.append(escape(unit));
      }
    }
  }

  // Control, format and separator characters are escaped for terminals and for JavaScript.
  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static boolean isMarkup(int character) {
    return character == '<' || character == '>' || character == '&';
  }

  private static String escape(char unit) {
    return String.format("\\u%04x", (int) unit);
  }
}
