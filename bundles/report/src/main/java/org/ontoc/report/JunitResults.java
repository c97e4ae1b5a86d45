// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Shape;

/** A suite for each shape with results. */
final class JunitResults {
  private final ShapeGroups groups;
  private final XmlText xml;
  private final Names names = new Names();
  private final Sentences sentences = new Sentences(names);
  private final Because because = new Because(sentences);

  JunitResults(ShapeGroups groups, XmlText xml) {
    this.groups = groups;
    this.xml = xml;
  }

  void write() throws IOException {
    groups.forEach(this::writeSuite);
  }

  private void writeSuite(Shape shape, long count, Iterable<ValidationResult> results)
      throws IOException {
    String name = Tally.describe(shape, names);
    xml.begin(1, "testsuite").attribute("name", name);
    JunitRenderer.counts(xml, count, count, 0).open();
    for (ValidationResult result : results) writeCase(name, result);
    xml.end(1, "testsuite");
  }

  private void writeCase(String suite, ValidationResult result) throws IOException {
    String nodes = sentences.nodes(result);
    String component = TerminalText.sanitize(Vocabulary.componentName(result.component()));
    xml.begin(2, "testcase").attribute("name", component + ": " + nodes);
    xml.attribute("classname", suite);
    JunitRenderer.place(result.dataAt(), xml).open();
    xml.begin(3, "failure").attribute("message", sentences.message(result));
    xml.attribute("type", Level.word(result.severity(), names));
    String at = TerminalText.sanitize(result.dataAt().toString());
    xml.text(
        (at.isEmpty() ? "" : at + ": ")
            + sentences.message(result)
            + "\n"
            + nodes
            + because.text(result),
        "failure");
    xml.end(2, "testcase");
  }
}
