// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.service.component.annotations.Component;

/**
 * The validation report of SHACL section 3.6 in Turtle, result by result. What is no part of that
 * vocabulary is a comment: switches, diagnostics, a limit on results. After an error there is no
 * report, only comments.
 */
@Component
@Renderer.Format("turtle")
public final class TurtleRenderer implements Renderer {
  private static final int MOST_INDENT = 40;

  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    for (Diagnostic diagnostic : report.diagnostics()) comment(describe(diagnostic), out);
    if (report.failed()) return;
    for (Map.Entry<String, String> entry : new TreeMap<>(report.switches()).entrySet())
      comment(entry.getKey() + "=" + entry.getValue(), out);
    out.append("@prefix sh: <").append(Vocabulary.SH).append("> .\n");
    out.append("@prefix xsd: <").append(Vocabulary.XSD).append("> .\n\n");
    out.append("[] a sh:ValidationReport ;\n  sh:conforms ")
        .append(Boolean.toString(report.conforms()));
    long shown = 0;
    for (ValidationResult result : report.results()) {
      out.append(shown++ == 0 ? " ;\n  sh:result " : ", ");
      write(result, "  ", out);
    }
    out.append(" .\n");
    if (report.statistics().results() > shown)
      comment(shown + " of " + report.statistics().results() + " results", out);
  }

  /** In details each line begins further to the right, as far as anybody reads. */
  private static void write(ValidationResult result, String indent, Appendable out)
      throws IOException {
    out.append("[\n").append(indent).append("  a sh:ValidationResult");
    property("sh:focusNode", TurtleText.term(result.focusNode(), RdfText.Graph.DATA), indent, out);
    if (result.path().isPresent())
      property("sh:resultPath", TurtleText.path(result.path().get()), indent, out);
    if (result.value().isPresent())
      property("sh:value", TurtleText.term(result.value().get(), RdfText.Graph.DATA), indent, out);
    property("sh:resultSeverity", TurtleText.iri(result.severity()), indent, out);
    property("sh:sourceConstraintComponent", TurtleText.iri(result.component()), indent, out);
    if (result.sourceConstraint().isPresent())
      property(
          "sh:sourceConstraint",
          TurtleText.term(result.sourceConstraint().get(), RdfText.Graph.SHAPES),
          indent,
          out);
    property(
        "sh:sourceShape", TurtleText.term(result.shape().id(), RdfText.Graph.SHAPES), indent, out);
    property(
        "sh:resultMessage",
        result.messages().stream()
            .map(message -> TurtleText.term(message, RdfText.Graph.SHAPES))
            .collect(Collectors.joining(", ")),
        indent,
        out);
    String deeper = indent.length() < MOST_INDENT ? indent + "  " : indent;
    for (int i = 0; i < result.details().size(); i++) {
      if (i == 0) property("sh:detail", "", indent, out);
      else out.append(", ");
      write(result.details().get(i), deeper, out);
    }
    out.append('\n').append(indent).append(']');
  }

  private static void property(String predicate, String object, String indent, Appendable out)
      throws IOException {
    out.append(" ;\n").append(indent).append("  ").append(predicate).append(' ').append(object);
  }

  private static String describe(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.at() + ": " + diagnostic.message();
  }

  private static void comment(String text, Appendable out) throws IOException {
    out.append("# ").append(TerminalText.sanitize(text)).append('\n');
  }
}
