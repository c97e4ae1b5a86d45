// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.service.component.annotations.Component;

/**
 * Workflow commands of GitHub Actions, an annotation for each finding. The summary is a command
 * too: a runner looks for commands of an older form anywhere in a plain line, and a name may hold
 * one.
 */
@Component
@Renderer.Format("github")
public final class GithubRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    for (Diagnostic diagnostic : report.diagnostics()) write(diagnostic, out);
    if (report.failed() || report.validatedNothing()) return;
    Names names = new Names();
    Sentences sentences = new Sentences(names);
    Tally tally = new Tally();
    for (ValidationResult result : report.results()) {
      tally.add(result);
      write(result, names, sentences, out);
    }
    command("notice", Origin.NOWHERE, "ontoc", summary(report, tally, names), out);
  }

  private static void write(Diagnostic diagnostic, Appendable out) throws IOException {
    StringBuilder message = new StringBuilder(TerminalText.sanitize(diagnostic.message()));
    for (Diagnostic.Note note : diagnostic.notes())
      message
          .append("\nnote: ")
          .append(TerminalText.sanitize(note.message()))
          .append(note.at().document().isEmpty() ? "" : " at ")
          .append(TerminalText.sanitize(note.at().toString()));
    if (!diagnostic.hint().isEmpty())
      message.append("\nhelp: ").append(TerminalText.sanitize(diagnostic.hint()));
    String title = diagnostic.code().isEmpty() ? "ontoc" : diagnostic.code();
    String name =
        switch (diagnostic.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    command(name, diagnostic.at(), title, message.toString(), out);
  }

  private static void write(
      ValidationResult result, Names names, Sentences sentences, Appendable out)
      throws IOException {
    String name =
        switch (Level.of(result.severity())) {
          case VIOLATION, OTHER -> "error";
          case WARNING -> "warning";
          case INFO -> "notice";
        };
    String title =
        Level.word(result.severity(), names)
            + ": "
            + TerminalText.sanitize(Vocabulary.componentName(result.component()));
    String message =
        sentences.message(result)
            + '\n'
            + sentences.nodes(result)
            + '\n'
            + Tally.describe(result.shape(), names)
            + new Because(sentences).text(result);
    command(name, result.dataAt(), title, message, out);
  }

  private static String summary(Report report, Tally tally, Names names) {
    Statistics statistics = report.statistics();
    String sentence =
        tally.shown() == 0 && report.conforms()
            ? "conforms: "
                + Counts.of(statistics.triples(), "triple")
                + " read, "
                + Counts.of(statistics.focusNodes(), "focus node")
                + " checked"
            : tally.sentence(statistics, names);
    StringBuilder text = new StringBuilder(sentence);
    for (Map.Entry<String, String> entry : new TreeMap<>(report.switches()).entrySet())
      text.append("\nwith ").append(TerminalText.sanitize(entry.getKey() + "=" + entry.getValue()));
    return text.toString();
  }

  private static void command(String name, Origin at, String title, String message, Appendable out)
      throws IOException {
    out.append("::").append(name).append(' ');
    if (!at.document().isEmpty())
      out.append("file=").append(property(TerminalText.sanitize(at.document()))).append(',');
    if (at.isKnown()) out.append("line=").append(Integer.toString(at.line())).append(',');
    if (at.isKnown() && at.column() > 0)
      out.append("col=").append(Integer.toString(at.column())).append(',');
    out.append("title=").append(property(title)).append("::").append(data(message)).append('\n');
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
