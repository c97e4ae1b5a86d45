// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;

/** The data of the page's table: an array for each kind of result and one for each result. */
final class HtmlRows {
  private final HtmlCounts counts;
  private final Names names = new Names();
  private final Sentences sentences = new Sentences(names);
  private final Because because = new Because(sentences);

  HtmlRows(HtmlCounts counts) {
    this.counts = counts;
  }

  /** {@code [class of style, severity, component, message, shape]} each. */
  void writeKinds(JsonText json) throws IOException {
    json.beginArray();
    for (HtmlCounts.Entry entry : counts.kinds()) {
      ValidationResult result = entry.first();
      json.line().beginArray();
      json.value(style(result));
      json.value(Level.word(result.severity(), names));
      json.value(TerminalText.sanitize(Vocabulary.componentName(result.component())));
      json.value(sentences.message(result));
      json.value(Tally.describe(result.shape(), names));
      json.endArray();
    }
    json.endArray();
  }

  private static String style(ValidationResult result) {
    return switch (Level.of(result.severity())) {
      case VIOLATION -> "violation";
      case WARNING -> "warning";
      case INFO -> "info";
      case OTHER -> "other";
    };
  }

  /**
   * {@code [kind, focus node, predicate of the data or "", value or "", position]} each, and what
   * explains it.
   */
  void write(Iterable<ValidationResult> results, JsonText json) throws IOException {
    json.beginArray();
    for (ValidationResult result : results) {
      int kind = counts.number(result);
      if (kind < 0) throw new IllegalStateException("the results changed between two iterations");
      json.line().beginArray().value(kind);
      json.value(names.showNode(result.focusNode()));
      json.value(Sentences.offendingPredicate(result).map(names::show).orElse(""));
      json.value(Sentences.value(result).map(names::showNode).orElse(""));
      json.value(TerminalText.sanitize(result.dataAt().toString()));
      if (!result.details().isEmpty()) json.value(because.text(result).strip());
      json.endArray();
    }
    json.endArray();
  }
}
