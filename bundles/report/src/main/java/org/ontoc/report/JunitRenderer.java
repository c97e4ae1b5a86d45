// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.service.component.annotations.Component;

/**
 * JUnit's XML as Jenkins, GitLab and others read it: a suite for each shape with results, a failed
 * case for each result. Data that conforms is one passed case; errors are cases with an error.
 */
@Component
@Renderer.Format("junit")
public final class JunitRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    XmlText xml = new XmlText(out);
    if (report.failed()) writeErrors(report, xml);
    else {
      ShapeGroups groups = ShapeGroups.of(report.results());
      if (groups.total() == 0) writeNoResults(report, xml);
      else writeResults(report, groups, xml);
    }
    xml.end(0, "testsuites");
  }

  private static void writeErrors(Report report, XmlText xml) throws IOException {
    long errors =
        report.diagnostics().stream().filter(one -> one.severity() == Severity.ERROR).count();
    counts(xml.begin(0, "testsuites").attribute("name", "ontoc"), errors, 0, errors).open();
    counts(xml.begin(1, "testsuite").attribute("name", "ontoc"), errors, 0, errors).open();
    for (Diagnostic diagnostic : report.diagnostics())
      if (diagnostic.severity() == Severity.ERROR) writeError(diagnostic, xml);
    writeFindings(report, xml);
    xml.end(1, "testsuite");
  }

  private static void writeError(Diagnostic diagnostic, XmlText xml) throws IOException {
    String message = TerminalText.sanitize(diagnostic.message());
    xml.begin(2, "testcase").attribute("name", message).attribute("classname", "ontoc");
    place(diagnostic.at(), xml).open();
    xml.begin(3, "error").attribute("message", message).attribute("type", diagnostic.code());
    xml.text(describe(diagnostic), "error").end(2, "testcase");
  }

  /** Data that conforms, or whose results are not shown. */
  private static void writeNoResults(Report report, XmlText xml) throws IOException {
    long failures = report.conforms() ? 0 : 1;
    counts(xml.begin(0, "testsuites").attribute("name", "ontoc"), 1, failures, 0).open();
    counts(xml.begin(1, "testsuite").attribute("name", "ontoc"), 1, failures, 0).open();
    writeProperties(new TreeMap<>(report.switches()), xml);
    xml.begin(2, "testcase").attribute("name", "the data conforms to the shapes");
    xml.attribute("classname", "ontoc");
    if (report.conforms()) xml.close();
    else {
      String message = Counts.of(report.statistics().results(), "result") + ", none shown";
      xml.open().begin(3, "failure").attribute("message", message);
      xml.attribute("type", "ontoc").close().end(2, "testcase");
    }
    writeFindings(report, xml);
    xml.end(1, "testsuite");
  }

  private static void writeResults(Report report, ShapeGroups groups, XmlText xml)
      throws IOException {
    long total = groups.total();
    counts(xml.begin(0, "testsuites").attribute("name", "ontoc"), total, total, 0).open();
    new JunitResults(groups, xml).write();
    boolean cut = report.statistics().results() > total;
    if (report.diagnostics().isEmpty() && report.switches().isEmpty() && !cut) return;
    counts(xml.begin(1, "testsuite").attribute("name", "ontoc"), 0, 0, 0).open();
    Map<String, String> properties = new TreeMap<>(report.switches());
    if (cut) properties.put("results", total + " of " + report.statistics().results() + " shown");
    writeProperties(properties, xml);
    writeFindings(report, xml);
    xml.end(1, "testsuite");
  }

  private static void writeProperties(Map<String, String> properties, XmlText xml)
      throws IOException {
    if (properties.isEmpty()) return;
    xml.begin(2, "properties").open();
    for (Map.Entry<String, String> entry : properties.entrySet())
      xml.begin(3, "property")
          .attribute("name", TerminalText.sanitize(entry.getKey()))
          .attribute("value", TerminalText.sanitize(entry.getValue()))
          .close();
    xml.end(2, "properties");
  }

  /** The findings that are not errors. */
  private static void writeFindings(Report report, XmlText xml) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : report.diagnostics())
      if (diagnostic.severity() != Severity.ERROR) text.append(describe(diagnostic)).append('\n');
    if (!text.isEmpty()) xml.begin(2, "system-err").text(text.toString(), "system-err");
  }

  private static String describe(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    if (!diagnostic.at().document().isEmpty())
      text.append(TerminalText.sanitize(diagnostic.at().toString())).append(": ");
    if (!diagnostic.code().isEmpty()) text.append(diagnostic.code()).append(": ");
    text.append(TerminalText.sanitize(diagnostic.message()));
    for (Diagnostic.Note note : diagnostic.notes())
      text.append("\nnote: ")
          .append(TerminalText.sanitize(note.message()))
          .append(note.at().document().isEmpty() ? "" : " at ")
          .append(TerminalText.sanitize(note.at().toString()));
    if (!diagnostic.hint().isEmpty())
      text.append("\nhelp: ").append(TerminalText.sanitize(diagnostic.hint()));
    return text.toString();
  }

  static XmlText counts(XmlText xml, long tests, long failures, long errors) throws IOException {
    return xml.attribute("tests", tests)
        .attribute("failures", failures)
        .attribute("errors", errors)
        .attribute("skipped", 0);
  }

  static XmlText place(Origin at, XmlText xml) throws IOException {
    if (at.document().isEmpty()) return xml;
    xml.attribute("file", TerminalText.sanitize(at.document()));
    return at.isKnown() ? xml.attribute("line", at.line()) : xml;
  }
}
