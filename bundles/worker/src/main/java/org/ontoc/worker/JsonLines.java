// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

import java.io.PrintStream;
import org.ontoc.runtime.graph.Program;
import org.ontoc.runtime.graph.Result;
import org.ontoc.runtime.graph.Validation;

/** Writes each result as an object of JSON on a line; terms are in canonical N-Triples syntax. */
final class JsonLines {
  private final PrintStream out;

  JsonLines(PrintStream out) {
    this.out = out;
  }

  /**
   * Writes a result.
   *
   * @param file where it is; what has no place has no file
   * @param linesBefore lines of the file that came before what was read
   */
  void write(Validation validation, Result result, String file, long linesBefore) {
    Program.CheckText check = validation.checks().get(result.check());
    StringBuilder json = new StringBuilder("{");
    field(json, "focus", validation.term(result.focus()).toString());
    String path = result.path() == 0 ? check.path() : validation.term(result.path()).toString();
    if (!path.isEmpty()) field(json, "path", path);
    if (result.value() != 0) field(json, "value", validation.term(result.value()).toString());
    field(json, "severity", check.severity());
    field(json, "component", result.variant() == 1 ? check.maximumComponent() : check.component());
    field(json, "shape", check.shape());
    field(json, "message", check.message());
    if (result.line() > 0) {
      field(json, "file", file);
      json.append(",\"line\":").append(linesBefore + result.line());
      json.append(",\"column\":").append(result.column());
    }
    out.append(json.append("}\n"));
  }

  private static void field(StringBuilder json, String name, String text) {
    if (json.length() > 1) json.append(',');
    json.append('"').append(name).append("\":\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029)
        json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    json.append('"');
  }
}
