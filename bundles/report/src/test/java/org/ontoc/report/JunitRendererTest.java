// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitRendererTest {
  private static Element parse(Report report) throws Exception {
    return parse(Fixture.render(new JunitRenderer(), report));
  }

  private static Element parse(String text)
      throws IOException, SAXException, ParserConfigurationException {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)))
            .getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    assertCounts(root);
    for (Element suite : elements(root, "testsuite")) assertCounts(suite);
    return root;
  }

  /** The numbers before the cases are those of the cases. */
  private static void assertCounts(Element element) {
    assertEquals(count(element, "testcase"), number(element, "tests"));
    assertEquals(count(element, "failure"), number(element, "failures"));
    assertEquals(count(element, "error"), number(element, "errors"));
    assertEquals(0, number(element, "skipped"));
  }

  private static int number(Element element, String name) {
    return Integer.parseInt(element.getAttribute(name));
  }

  private static int count(Element element, String name) {
    return element.getElementsByTagName(name).getLength();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
    return elements;
  }

  @Test
  void goldenText() throws IOException {
    Golden.check("typical.junit.xml", Fixture.render(new JunitRenderer(), Fixture.typical()));
  }

  @Test
  void suiteForEachShape() throws Exception {
    Element root = parse(Fixture.typical());
    assertEquals(
        List.of(2, 1, 1),
        elements(root, "testsuite").stream().map(one -> count(one, "testcase")).toList());
    Element first = elements(root, "testcase").getFirst();
    assertEquals("MinCount: focus node <http://example.org/bob>", first.getAttribute("name"));
    assertEquals("data.ttl", first.getAttribute("file"));
    assertEquals("3", first.getAttribute("line"));
    Element failure = elements(first, "failure").getFirst();
    assertEquals("less than 1 value", failure.getAttribute("message"));
    assertEquals("violation", failure.getAttribute("type"));
  }

  @Test
  void onePassedCaseWhenItConforms() throws Exception {
    Element root = parse(Fixture.report(List.of()));
    assertEquals(1, count(root, "testcase"));
    assertEquals(0, count(root, "failure"));
  }

  @Test
  void resultsThatAreNotShownAreNotConformance() throws Exception {
    Report hidden =
        new Report(false, List.of(), List.of(), new Statistics(8, 6, 3, 9, 1, 1, 1), Map.of());
    assertEquals(1, count(parse(hidden), "failure"));
  }

  @Test
  void errorsAreCasesWithAnError() throws Exception {
    Element root =
        parse(new Report(true, List.of(), Fixture.diagnostics(), Statistics.NONE, Map.of()));
    Element error = elements(root, "error").getFirst();
    assertEquals("E0301", error.getAttribute("type"));
    assertEquals(
        "W0101: nothing\\u001B[2J to do\n",
        elements(root, "system-err").getFirst().getTextContent());
  }

  @Test
  void everyTextSurvivesTheParser() throws Exception {
    Element root = parse(Hostile.report());
    assertEquals(1, count(root, "testcase"));
    assertEquals(
        TerminalText.sanitize("message" + Hostile.EVIL).replace("\uFFFE", "\\uFFFE"),
        elements(root, "failure").getFirst().getAttribute("message"));
  }

  @Test
  void whatXmlCannotHoldIsSpelled() {
    assertEquals(
        "\\u0000\\u000B\\uD800\\uFFFF\uD83D\uDE00", escape("\0\u000B\uD800\uFFFF\uD83D\uDE00"));
    assertEquals("&lt;&amp;&gt;&quot;&#13;&#10;&#9;", escape("<&>\"\r\n\t"));
  }

  private static String escape(String text) {
    return XmlText.escape(text, true);
  }

  /** However few results may be held, the groups are the same. */
  @Test
  void groupsDoNotDependOnMemory() throws IOException {
    List<ValidationResult> results = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      var shape = Fixture.property("p" + i % 7, i % 7 + 1);
      results.add(
          Fixture.result(
              Fixture.ex("n" + i),
              java.util.Optional.empty(),
              shape.path(),
              shape,
              Fixture.minCount(i % 7, i % 7 + 1),
              Fixture.data(1, 1)));
    }
    List<String> all = groups(results, 1_000);
    assertEquals(7, all.size());
    for (int held : List.of(0, 1, 9, 20)) assertEquals(all, groups(results, held));
    assertTrue(all.getFirst().contains("n49"), all.getFirst());
  }

  private static List<String> groups(List<ValidationResult> results, int held) throws IOException {
    List<String> groups = new ArrayList<>();
    ShapeGroups.of(results, held)
        .forEach(
            (shape, count, some) -> {
              List<String> nodes = new ArrayList<>();
              some.forEach(result -> nodes.add(result.focusNode().toString()));
              assertEquals(count, nodes.size());
              groups.add(shape.id() + ": " + nodes);
            });
    return groups;
  }
}
