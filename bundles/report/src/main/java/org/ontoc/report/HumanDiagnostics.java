// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.List;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.TerminalText;

/** Findings about the sources, as rustc words them. */
final class HumanDiagnostics {
  private final Excerpt excerpt;
  private final Style style;
  private final Appendable out;

  HumanDiagnostics(Excerpt excerpt, Style style, Appendable out) {
    this.excerpt = excerpt;
    this.style = style;
    this.out = out;
  }

  void write(List<Diagnostic> diagnostics) throws IOException {
    for (Diagnostic diagnostic : diagnostics) write(diagnostic);
    writeSummary(diagnostics);
  }

  private void write(Diagnostic diagnostic) throws IOException {
    String word = word(diagnostic.severity());
    String label = diagnostic.code().isEmpty() ? word : word + "[" + diagnostic.code() + "]";
    out.append(paint(diagnostic.severity(), TerminalText.sanitize(label)))
        .append(": ")
        .append(style.bold(TerminalText.sanitize(diagnostic.message())))
        .append('\n');
    int margin = 2;
    if (!diagnostic.at().document().isEmpty())
      margin = excerpt.write(diagnostic.at(), "", true, out);
    for (Diagnostic.Note note : diagnostic.notes()) {
      remark(margin, "note", note.message());
      if (!note.at().document().isEmpty()) excerpt.write(note.at(), "", true, out);
    }
    if (!diagnostic.hint().isEmpty()) remark(margin, "help", diagnostic.hint());
    out.append('\n');
  }

  private void remark(int margin, String word, String text) throws IOException {
    out.append(" ".repeat(margin))
        .append(style.gutter(" ="))
        .append(' ')
        .append(style.bold(word))
        .append(": ")
        .append(TerminalText.sanitize(text))
        .append('\n');
  }

  private void writeSummary(List<Diagnostic> diagnostics) throws IOException {
    List<Diagnostic> errors =
        diagnostics.stream().filter(one -> one.severity() == Severity.ERROR).toList();
    if (errors.isEmpty()) return;
    String many = errors.size() == 1 ? "" : Counts.of(errors.size(), "error") + "; ";
    String code = errors.getFirst().code();
    if (!code.isEmpty())
      out.append(many).append("'ontoc explain ").append(code).append("' says more\n");
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private String paint(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> style.error(text);
      case WARNING -> style.warning(text);
      case NOTE -> style.note(text);
    };
  }
}
