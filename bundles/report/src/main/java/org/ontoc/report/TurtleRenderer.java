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
      write(result, out);
    }
    out.append(" .\n");
    if (report.statistics().results() > shown)
      comment(shown + " of " + report.statistics().results() + " results", out);
  }

  private static void write(ValidationResult result, Appendable out) throws IOException {
    out.append("[\n    a sh:ValidationResult");
    property("sh:focusNode", TurtleText.term(result.focusNode(), RdfText.Graph.DATA), out);
    if (result.path().isPresent())
      property("sh:resultPath", TurtleText.path(result.path().get()), out);
    if (result.value().isPresent())
      property("sh:value", TurtleText.term(result.value().get(), RdfText.Graph.DATA), out);
    property("sh:resultSeverity", TurtleText.iri(result.severity()), out);
    property("sh:sourceConstraintComponent", TurtleText.iri(result.component()), out);
    if (result.sourceConstraint().isPresent())
      property(
          "sh:sourceConstraint",
          TurtleText.term(result.sourceConstraint().get(), RdfText.Graph.SHAPES),
          out);
    property("sh:sourceShape", TurtleText.term(result.shape().id(), RdfText.Graph.SHAPES), out);
    property(
        "sh:resultMessage",
        result.messages().stream()
            .map(message -> TurtleText.term(message, RdfText.Graph.SHAPES))
            .collect(Collectors.joining(", ")),
        out);
    out.append("\n  ]");
  }

  private static void property(String predicate, String object, Appendable out) throws IOException {
    out.append(" ;\n    ").append(predicate).append(' ').append(object);
  }

  private static String describe(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.at() + ": " + diagnostic.message();
  }

  private static void comment(String text, Appendable out) throws IOException {
    out.append("# ").append(TerminalText.sanitize(text)).append('\n');
  }
}
