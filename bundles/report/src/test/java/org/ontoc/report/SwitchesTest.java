// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;

/** What changed the meaning of a report is said in every format, and that it was cut. */
class SwitchesTest {
  private static final Map<String, String> SWITCHES =
      Map.of("implicit-class-targets", "rdfs", "fail-on", "warning", "max-results", "2");

  @ParameterizedTest
  @ValueSource(
      strings = {"human", "turtle", "jsonld", "json", "jsonl", "sarif", "junit", "github", "html"})
  void everyFormatSaysThem(String format) throws IOException {
    Report whole = Fixture.typical();
    List<ValidationResult> two = List.of(whole.results().iterator().next());
    Report cut = new Report(false, two, List.of(), new Statistics(8, 6, 3, 4, 1, 1, 1), SWITCHES);
    String text = Fixture.render(T17TerminalTest.renderer(format), cut);
    SWITCHES.forEach(
        (name, value) -> assertTrue(text.contains(name) && text.contains(value), name + text));
    assertTrue(
        text.contains("1 of 4") || text.matches("(?s).*\"results\": ?4,\\s*\"shown\": ?1.*"), text);
    assertFalse(Fixture.render(T17TerminalTest.renderer(format), whole).contains("max-results"));
  }
}
