// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Shape;

/** The head of the page: the verdict, numbers, diagnostics and plots, readable without scripts. */
final class HtmlSummary {
  private final Report report;
  private final HtmlCounts counts;
  private final HtmlText html;
  private final Names names = new Names();

  HtmlSummary(Report report, HtmlCounts counts, HtmlText html) {
    this.report = report;
    this.counts = counts;
    this.html = html;
  }

  String verdict() {
    if (report.failed()) {
      long errors =
          report.diagnostics().stream().filter(one -> one.severity() == Severity.ERROR).count();
      return "not validated: " + Counts.of(errors, "error");
    }
    if (report.conforms()) return "the data conforms to the shapes";
    return counts.tally().shown() == 0
        ? Counts.of(report.statistics().results(), "result") + ", none shown"
        : counts.tally().sentence(report.statistics(), names);
  }

  void write() throws IOException {
    boolean good = report.conforms() && !report.failed();
    html.raw("<header><h1>Validation report</h1>\n<p class=\"verdict ")
        .raw(good ? "good" : "error")
        .raw("\">")
        .text(verdict())
        .raw("</p>\n");
    for (Map.Entry<String, String> entry : new TreeMap<>(report.switches()).entrySet())
      note("with " + entry.getKey() + "=" + entry.getValue());
    if (good && report.statistics().focusNodes() == 0)
      note("no target of the shapes selects a node of the data, so nothing was checked");
    html.raw("</header>\n");
    if (!report.failed()) writeNumbers(report.statistics());
    if (!report.diagnostics().isEmpty()) writeDiagnostics();
    if (counts.tally().shown() > 0) writePlots();
  }

  private void note(String text) throws IOException {
    html.raw("<p class=\"note\">").text(text).raw("</p>\n");
  }

  private void writeNumbers(Statistics statistics) throws IOException {
    html.raw("<dl class=\"tiles\">\n");
    tile("Results", Math.max(statistics.results(), counts.tally().shown()));
    tile("Shapes with results", counts.by(ValidationResult::shape).size());
    tile("Focus nodes checked", statistics.focusNodes());
    tile("Triples read", statistics.triples());
    html.raw("</dl>\n");
  }

  private void tile(String what, long count) throws IOException {
    html.raw("<div><dt>").text(what).raw("</dt><dd>").text(Counts.number(count));
    html.raw("</dd></div>\n");
  }

  private void writeDiagnostics() throws IOException {
    html.raw("<section>\n<h2>Findings about the sources</h2>\n<ul>\n");
    for (Diagnostic diagnostic : report.diagnostics()) {
      String word =
          switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "info";
          };
      html.raw("<li><strong class=\"" + word + "\">")
          .text(diagnostic.code().isEmpty() ? word : word + " " + diagnostic.code())
          .raw("</strong> <bdi>")
          .text(at(diagnostic.at().toString(), "") + diagnostic.message())
          .raw("</bdi>");
      for (Diagnostic.Note note : diagnostic.notes())
        html.raw("<br><bdi>")
            .text(at(note.at().toString(), "note: ") + note.message())
            .raw("</bdi>");
      if (!diagnostic.hint().isEmpty())
        html.raw("<br><bdi>").text("help: " + diagnostic.hint()).raw("</bdi>");
      html.raw("</li>\n");
    }
    html.raw("</ul>\n</section>\n");
  }

  private static String at(String position, String word) {
    return word + (position.isEmpty() ? "" : position + ": ");
  }

  private void writePlots() throws IOException {
    HtmlPlot plot = new HtmlPlot(html);
    html.raw("<div class=\"plots\">\n");
    plot.write(
        "Results by shape",
        counts.by(ValidationResult::shape),
        this::label,
        shape -> Tally.describe(shape, names));
    plot.write(
        "Results by constraint component",
        counts.by(ValidationResult::component),
        component -> TerminalText.sanitize(Vocabulary.componentName(component)),
        component -> TerminalText.sanitize(component.value()));
    html.raw("</div>\n");
  }

  /** The label of a blank node says nothing; its path and its line do. */
  private String label(Shape shape) {
    if (!(shape.id() instanceof BlankNode)) return names.show(shape.id());
    String path = shape.path().map(names::show).orElse("unnamed shape");
    return shape.at().isKnown() ? path + " :" + shape.at().line() : path;
  }
}
