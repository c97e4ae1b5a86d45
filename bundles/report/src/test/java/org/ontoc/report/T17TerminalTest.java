// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;

/**
 * Threat T17: texts that move the cursor, colour the screen, turn the direction of writing or hide,
 * in every place of a report and in every format.
 */
class T17TerminalTest {
  private static final String OURS = "\u001B\\[[0-9;]*m";

  static Renderer renderer(String format) {
    return switch (format) {
      case "human" -> new HumanRenderer();
      case "turtle" -> new TurtleRenderer();
      case "jsonld" -> new JsonLdRenderer();
      case "json" -> new JsonRenderer();
      case "jsonl" -> new JsonLinesRenderer();
      case "sarif" -> new SarifRenderer();
      case "junit" -> new JunitRenderer();
      case "github" -> new GithubRenderer();
      case "html" -> new HtmlRenderer();
      default -> throw new IllegalArgumentException(format);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "human, false", "human, true", "turtle, false", "jsonld, false", "json, false",
    "jsonl, false", "sarif, false", "junit, false", "github, false", "html, false"
  })
  void resultsWriteNothingThatMovesOrHides(String format, boolean colour) throws IOException {
    assertPlain(text(renderer(format), Hostile.report(), colour), colour);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"human", "turtle", "jsonld", "json", "jsonl", "sarif", "junit", "github", "html"})
  void errorsWriteNothingThatMovesOrHides(String format) throws IOException {
    Report report = Hostile.report();
    Diagnostic error =
        new Diagnostic(
            Severity.ERROR,
            "core" + Hostile.EVIL,
            "E0101",
            new Origin("file" + Hostile.EVIL, 2, 3, Hostile.EVIL),
            "message" + Hostile.EVIL,
            "hint" + Hostile.EVIL,
            List.of(
                new Diagnostic.Note(
                    new Origin("file" + Hostile.EVIL, 1, 1, Hostile.EVIL), Hostile.EVIL)));
    Report failed =
        new Report(false, report.results(), List.of(error), report.statistics(), report.switches());
    assertTrue(failed.failed());
    assertPlain(text(renderer(format), failed, false), false);
  }

  /** The lines of the documents are as hostile as the rest. */
  private static String text(Renderer renderer, Report report, boolean colour) throws IOException {
    StringBuilder text = new StringBuilder();
    Renderer.Surface surface =
        new Renderer.Surface() {
          @Override
          public boolean colour() {
            return colour;
          }

          @Override
          public java.util.Optional<String> line(Origin at) {
            return java.util.Optional.of(Hostile.EVIL);
          }
        };
    renderer.render(report, surface, text);
    return text.toString();
  }

  private static void assertPlain(String text, boolean colour) {
    for (String line : text.split("\n", -1)) {
      String plain = colour ? line.replaceAll(OURS, "") : line;
      assertEquals(TerminalText.sanitize(plain), plain);
    }
  }
}
