// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

class SarifRendererTest {
  private static JsonObject run(Report report) throws IOException {
    String text = Fixture.render(new SarifRenderer(), report);
    assertTrue(Hostile.isPlain(text), text);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return SarifChecker.check(reader.readObject());
    }
  }

  private static List<JsonObject> results(Report report) throws IOException {
    return run(report).getJsonArray("results").getValuesAs(JsonObject.class);
  }

  @Test
  void goldenText() throws IOException {
    Golden.check("typical.sarif", Fixture.render(new SarifRenderer(), Fixture.typical()));
  }

  @Test
  void followsTheRulesOfSarif() throws IOException {
    assertEquals(4, results(Fixture.typical()).size());
    assertEquals(6, results(Fixture.everything()).size());
    assertEquals(1, results(Hostile.report()).size());
    assertEquals(0, results(Fixture.report(List.of())).size());
  }

  @Test
  void levelsAreBySeverity() throws IOException {
    assertEquals(
        List.of("error", "warning", "note", "error", "error", "warning"),
        results(Fixture.everything()).stream().map(one -> one.getString("level")).toList());
  }

  @Test
  void resultsOfOneCheckHaveOneRule() throws IOException {
    JsonObject run = run(Fixture.typical());
    assertEquals(
        List.of(0, 1, 0, 2),
        run.getJsonArray("results").getValuesAs(JsonObject.class).stream()
            .map(one -> one.getInt("ruleIndex"))
            .toList());
    assertEquals(3, run.getJsonObject("tool").getJsonObject("driver").getJsonArray("rules").size());
  }

  @Test
  void diagnosticsAreNotifications() throws IOException {
    Report failed =
        new Report(
            true, Fixture.typical().results(), Fixture.diagnostics(), Statistics.NONE, Map.of());
    JsonObject run = run(failed);
    assertTrue(run.getJsonArray("results").isEmpty());
    JsonObject invocation = run.getJsonArray("invocations").getJsonObject(0);
    assertFalse(invocation.getBoolean("executionSuccessful"));
    var notifications = invocation.getJsonArray("toolExecutionNotifications");
    assertEquals(2, notifications.size());
    JsonObject first = notifications.getJsonObject(0);
    assertEquals("error", first.getString("level"));
    assertEquals(2, first.getJsonArray("locations").size());
    assertEquals(
        50,
        first
            .getJsonArray("locations")
            .getJsonObject(0)
            .getJsonObject("physicalLocation")
            .getJsonObject("region")
            .getInt("endColumn"));
  }

  @Test
  void findingsAloneAreResults() throws IOException {
    List<Diagnostic> findings =
        List.of(
            new Diagnostic(
                Severity.WARNING,
                "lint-contradictions",
                "W0345",
                new Origin("shapes.ttl", 4, 7, "sh:maxCount"),
                "too few [allowed]",
                "correct it",
                List.of(new Diagnostic.Note(new Origin("shapes.ttl", 3, 7, ""), "the other"))),
            new Diagnostic(
                Severity.WARNING, "lint", "W0341", new Origin("shapes.ttl", 1, 1, ""), "dead"));
    JsonObject run = run(Report.ofFindings(findings));
    List<JsonObject> results = run.getJsonArray("results").getValuesAs(JsonObject.class);
    assertEquals(
        List.of("W0345 warning 0", "W0341 warning 1"),
        results.stream()
            .map(
                one ->
                    one.getString("ruleId")
                        + " "
                        + one.getString("level")
                        + " "
                        + one.getInt("ruleIndex"))
            .toList());
    assertEquals(1, results.getFirst().getJsonArray("relatedLocations").size());
    assertEquals(2, run.getJsonObject("tool").getJsonObject("driver").getJsonArray("rules").size());
    JsonObject invocation = run.getJsonArray("invocations").getJsonObject(0);
    assertEquals(0, invocation.getJsonArray("toolExecutionNotifications").size());
  }

  /** Data and shapes with lines before them and another number for the check. */
  @Test
  void fingerprintsAndRulesSurviveMovedLines() throws IOException {
    Report before = Fixture.report(List.of(missing(Fixture.ex("bob"), 3, 3, 0)));
    Report after = Fixture.report(List.of(missing(Fixture.ex("bob"), 90, 40, 7)));
    assertEquals(prints(before), prints(after));
    assertEquals(
        results(before).getFirst().getString("ruleId"),
        results(after).getFirst().getString("ruleId"));
  }

  /** The sentence of such a check names a line, and the label may change with the order. */
  @Test
  void rulesSurviveMovedUnnamedShapes() throws IOException {
    assertEquals(prints(nested("b1", 7, 1)), prints(nested("b2", 9, 1)));
    assertFalse(prints(nested("b1", 7, 1)).equals(prints(nested("b1", 7, 2))));
  }

  private static Report nested(String label, int line, int count) {
    var shape = Fixture.property("name", line);
    var constraint =
        new Constraint.QualifiedValueShape(
            new BlankNode(label),
            OptionalLong.of(count),
            OptionalLong.empty(),
            List.of(new BlankNode(label + "x")),
            new Origin("shapes.ttl", line, 3, ""));
    return Fixture.report(
        List.of(
            Fixture.result(
                Fixture.ex("a"),
                Optional.empty(),
                shape.path(),
                shape,
                Fixture.check(0, constraint, "must conform to the shape at line " + line),
                Fixture.data(line, 1))));
  }

  @Test
  void differentResultsHaveDifferentFingerprints() throws IOException {
    assertEquals(4, prints(Fixture.typical()).size());
    assertEquals(6, prints(Fixture.everything()).size());
    Report nodes =
        Fixture.report(
            List.of(
                missing(Fixture.ex("a"), 1, 1, 0),
                missing(Literal.string(Fixture.EX + "a"), 1, 1, 0)));
    assertEquals(2, prints(nodes).size());
  }

  private static ValidationResult missing(Term focus, int line, int shapeLine, int number) {
    var shape =
        Fixture.shape(
            new Iri(Fixture.EX + "NameShape"),
            Fixture.property("name", shapeLine).path(),
            Fixture.sh("Violation"),
            List.of(),
            shapeLine);
    return Fixture.result(
        focus,
        Optional.empty(),
        shape.path(),
        shape,
        Fixture.minCount(number, shapeLine),
        Fixture.data(line, 1));
  }

  private static Set<String> prints(Report report) throws IOException {
    return results(report).stream()
        .map(one -> one.getJsonObject("partialFingerprints").getString("ontocResult/v1"))
        .collect(Collectors.toSet());
  }

  @Test
  void namesOfDocumentsAreUris() {
    assertEquals("data/a%20b.ttl", SarifText.uri("data/a b.ttl"));
    assertEquals("file:///tmp/%C3%A4%25.ttl", SarifText.uri("/tmp/ä%.ttl"));
    assertEquals("http://e/a?b#c%20d", SarifText.uri("http://e/a?b#c d"));
    assertEquals("a%3Ab.ttl", SarifText.uri("a:b.ttl"));
    assertEquals("file:///C:/data/x.ttl", SarifText.uri("C:\\data\\x.ttl"));
    assertEquals("-", SarifText.uri("-"));
  }

  @Test
  void messagesHaveNoPlaceholdersAndNoLinks() {
    assertEquals("\\[A-Z\\]{{2}} \\\\d", SarifText.message("[A-Z]{2} \\d"));
  }
}
