// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import org.ontoc.pipeline.ir.Iri;

/** The severities of SHACL section 2.1.4; any other IRI is a severity too, and is grave. */
enum Level {
  VIOLATION,
  WARNING,
  INFO,
  OTHER;

  static Level of(Iri severity) {
    return switch (severity.value()) {
      case Vocabulary.SH + "Violation" -> VIOLATION;
      case Vocabulary.SH + "Warning" -> WARNING;
      case Vocabulary.SH + "Info" -> INFO;
      default -> OTHER;
    };
  }

  /** The word for one result of a severity. */
  static String word(Iri severity, Names names) {
    return switch (of(severity)) {
      case VIOLATION -> "violation";
      case WARNING -> "warning";
      case INFO -> "info";
      case OTHER -> names.show(severity);
    };
  }

  String paint(String text, Style style) {
    return switch (this) {
      case VIOLATION, OTHER -> style.error(text);
      case WARNING -> style.warning(text);
      case INFO -> style.note(text);
    };
  }
}
