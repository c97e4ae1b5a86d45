// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;

/** Parts of SARIF 2.1.0 objects. */
final class SarifText {
  private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]+:/|urn:).*");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*");
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private SarifText() {}

  static String level(Iri severity) {
    return switch (Level.of(severity)) {
      case VIOLATION, OTHER -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  /**
   * The text of a message in which nothing is a placeholder (section 3.11.5) or an embedded link
   * (section 3.11.6).
   */
  static String message(String text) {
    return text.replace("\\", "\\\\")
        .replace("[", "\\[")
        .replace("]", "\\]")
        .replace("{", "{{")
        .replace("}", "}}");
  }

  /** A message object; the text is in the syntax of messages already. */
  static void write(String name, String message, JsonText json) throws IOException {
    json.name(name).beginObject().name("text").value(message).endObject();
  }

  /** The physical location of a position in a known document (section 3.29). */
  static void writePhysical(Origin at, JsonText json) throws IOException {
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject().name("uri").value(uri(at.document())).endObject();
    if (at.isKnown()) writeRegion(at, json);
    json.endObject();
  }

  private static void writeRegion(Origin at, JsonText json) throws IOException {
    json.name("region").beginObject().name("startLine").value(at.line());
    if (at.column() > 0) {
      json.name("startColumn").value(at.column());
      String term = at.term();
      boolean ofOneLine = term.indexOf('\n') < 0 && term.indexOf('\r') < 0;
      if (!term.isEmpty() && ofOneLine)
        json.name("endColumn").value((long) at.column() + term.codePointCount(0, term.length()));
    }
    json.endObject();
  }

  /** A document's name as a URI reference of RFC 3986: relative when the name is. */
  static String uri(String document) {
    if (DRIVE.matcher(document).matches()) return "file:///" + encode(slashes(document), "/:");
    if (ABSOLUTE.matcher(document).matches()) return encode(document, "/:?#[]@!$&'()*+,;=%");
    return (document.startsWith("/") ? "file://" : "") + encode(document, "/");
  }

  private static String slashes(String document) {
    return document.replace('\\', '/');
  }

  private static String encode(String text, String kept) {
    StringBuilder uri = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (unit & 0xFF);
      if (UNRESERVED.indexOf(character) >= 0 || kept.indexOf(character) >= 0) uri.append(character);
      else uri.append(String.format("%%%02X", (int) character));
    }
    return uri.toString();
  }
}
