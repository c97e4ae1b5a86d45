// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;

class HumanRendererTest {
  private final HumanRenderer renderer = new HumanRenderer();

  private String render(Report report) throws IOException {
    return Fixture.render(renderer, report);
  }

  @Test
  void typicalReport() throws IOException {
    Golden.check("typical.txt", render(Fixture.typical()));
  }

  @Test
  void everyKindOfTerm() throws IOException {
    Golden.check("everything.txt", render(Fixture.everything()));
  }

  @Test
  void diagnostics() throws IOException {
    Golden.check(
        "diagnostics.txt",
        render(new Report(false, List.of(), Fixture.diagnostics(), Statistics.NONE, Map.of())));
  }

  @Test
  void colourOnlyWhenWelcome() throws IOException {
    StringBuilder text = new StringBuilder();
    renderer.render(Fixture.typical(), Fixture.surface(true), text);
    Golden.check("typical-colour.txt", text.toString());
    String plain = text.toString().replaceAll("\u001B\\[[0-9;]*m", "");
    assertEquals(render(Fixture.typical()), plain);
  }

  @Test
  void conforms() throws IOException {
    assertEquals(
        "conforms: 8 triples read, 3 focus nodes checked\n", render(Fixture.report(List.of())));
  }

  @Test
  void saysThatNothingWasChecked() throws IOException {
    Report report =
        new Report(
            true,
            List.of(),
            List.of(),
            new Statistics(1, 0, 0, 0, 1, 1, 0),
            Map.of("implicit-class-targets", "rdfs"));
    assertEquals(
        """
        conforms: 1 triple read, 0 focus nodes checked
        note: no target of the shapes selects a node of the data, so nothing was checked
        note: with implicit-class-targets=rdfs
        """,
        render(report));
  }

  @Test
  void warningsAloneSayNothingAboutConformance() throws IOException {
    Report report =
        new Report(
            true, List.of(), List.of(Fixture.diagnostics().get(1)), Statistics.NONE, Map.of());
    assertEquals("warning[W0101]: nothing\\u001B[2J to do\n\n", render(report));
  }

  @Test
  void thousandResultsOfOneCheckTakeOneTitle() throws IOException {
    List<ValidationResult> results = new ArrayList<>();
    for (int i = 0; i < 1_000; i++)
      results.add(Fixture.missingName(Fixture.ex("n" + i), Fixture.data(3, 1)));
    String text = render(Fixture.report(results));
    assertEquals(1, text.lines().filter(line -> line.startsWith("violation[")).count());
    assertEquals(1_000, text.lines().filter(line -> line.contains("-->")).count());
    assertTrue(text.lines().count() < 1_020, text);
    assertTrue(text.endsWith("1,000 results in 1 shape: 1,000 violations\n"));
  }

  @Test
  void tableOfShapesWhenThereAreMany() throws IOException {
    List<ValidationResult> results = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      var shape = Fixture.property("p" + i, i + 1);
      for (int j = 0; j <= i; j++)
        results.add(
            Fixture.result(
                Fixture.ex("n" + j),
                Optional.empty(),
                shape.path(),
                shape,
                Fixture.minCount(i, i + 1),
                Origin.NOWHERE));
    }
    String text = render(Fixture.report(results));
    assertTrue(
        text.contains(
            "\n       30  unnamed shape with path <http://example.org/p29> at shapes.ttl:30:3\n"),
        text);
    assertTrue(text.contains("\n       55  in 10 more shapes\n"), text);
    assertTrue(text.endsWith("465 results in 30 shapes: 465 violations\n"), text);
  }

  @Test
  void saysHowManyResultsAreNotShown() throws IOException {
    Report all = Fixture.typical();
    Report some =
        new Report(
            false, all.results(), List.of(), new Statistics(8, 6, 3, 5_000, 1, 1, 1), Map.of());
    assertTrue(
        render(some).endsWith("4 of 5,000 results shown, in 3 shapes: 3 violations, 1 warning\n"),
        render(some));
  }

  @Test
  void hundredThousandResultsAreNotHeldInMemory() throws IOException {
    Iterable<ValidationResult> results = Streaming.results(100_000);
    Report report =
        new Report(false, results, List.of(), new Statistics(1, 1, 1, 100_000, 1, 1, 1), Map.of());
    Streaming.Sink sink = new Streaming.Sink();
    renderer.render(report, Fixture.surface(false), sink);
    assertTrue(sink.lines() > 100_000, "one line each");
    assertTrue(sink.end().endsWith("100,000 results in 1 shape: 100,000 violations\n"), sink.end());
  }

  @Test
  void shortFormsStandForOneIri() {
    Names names = new Names();
    Iri first = new Iri(Fixture.LONG + "Person");
    Iri second = new Iri(Fixture.LONG.replace("2026", "2027") + "Person");
    assertEquals("<…#Person>", names.show(first));
    assertEquals("<" + second.value() + ">", names.show(second));
    assertEquals("<…#Person>", names.show(first));
    assertEquals("sh:Violation", names.show(Fixture.sh("Violation")));
    assertEquals("\"1\"^^xsd:integer", names.show(Literal.xsd("1", "integer")));
  }

  @Test
  void nothingOfAUserReachesTheTerminalRaw() throws IOException {
    String evil = "\u001B[2J\r\n\u202Eevil\u2028\u0085\uD800";
    var shape =
        Fixture.shape(
            new Iri("http://e/" + evil),
            Optional.of(new org.ontoc.pipeline.ir.Path.Predicate(new Iri("http://e/p" + evil))),
            new Iri("http://e/severity" + evil),
            List.of(Literal.string("message" + evil)),
            1);
    ValidationResult result =
        Fixture.result(
            new Iri("http://e/focus" + evil),
            Optional.of(Literal.string("value" + evil)),
            shape.path(),
            shape,
            Fixture.minCount(0, 1),
            new Origin("file" + evil, 1, 1, evil));
    var surface =
        new org.ontoc.pipeline.Renderer.Surface() {
          @Override
          public boolean colour() {
            return false;
          }

          @Override
          public Optional<String> line(Origin at) {
            return Optional.of("line" + evil);
          }
        };
    StringBuilder text = new StringBuilder();
    renderer.render(Fixture.report(List.of(result)), surface, text);
    Golden.check("hostile.txt", text.toString());
    assertFalse(
        text.codePoints().anyMatch(c -> c != '\n' && (c < ' ' || c == 0x202E || c == 0x2028)));
  }
}
