// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.PlannedShape;

/** What every renderer must do. */
public abstract class RendererContract {
  private static final Renderer.Surface PLAIN =
      new Renderer.Surface() {
        @Override
        public boolean colour() {
          return false;
        }

        @Override
        public Optional<String> line(Origin at) {
          return at.isKnown() ? Optional.of("the line\u001b[31m of the source") : Optional.empty();
        }
      };

  protected abstract Renderer renderer();

  @Test
  void writesTheSameEachTime() {
    for (Report report : reports()) {
      Conditions.assertRepeatable("the text", () -> rendered(report));
    }
  }

  @Test
  void tellsResultsFromNone() {
    assertNotEquals(rendered(reports().getFirst()), rendered(reports().getLast()));
  }

  /** What stands in the data must not reach the terminal as a command. */
  @Test
  void writesNoControlCharacters() {
    for (Report report : reports()) {
      boolean clean =
          rendered(report).chars().allMatch(c -> c >= ' ' && c != 0x7f || "\t\n\r".indexOf(c) >= 0);
      assertTrue(clean, "a control character of the data is in the text");
    }
  }

  @Test
  void writesWellFormedUnicode() {
    for (Report report : reports()) {
      String text = rendered(report);
      assertFalse(text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), "a lone surrogate");
    }
  }

  @Test
  void letsFailuresOfTheOutputThrough() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("no space");
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("no space");
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw new IOException("no space");
          }
        };
    org.junit.jupiter.api.Assertions.assertThrows(
        IOException.class, () -> renderer().render(reports().getLast(), PLAIN, full));
  }

  private String rendered(Report report) {
    StringBuilder text = new StringBuilder();
    try {
      renderer().render(report, PLAIN, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** From the smallest to one with every kind of result and hostile texts. */
  private static List<Report> reports() {
    Validator.Statistics none = Validator.Statistics.NONE;
    Validator.Statistics some = new Validator.Statistics(10, 5, 3, 2, 1_000_000, 2_000_000, 4096);
    Origin at = new Origin("shapes.ttl", 3, 7, "ex:name");
    Diagnostic warning =
        new Diagnostic(
            Severity.WARNING,
            "test",
            "W0301",
            at,
            "a \u001b[2Jfinding",
            "do \u0007something",
            List.of(new Diagnostic.Note(at, "see \u0000here")));
    Diagnostic error = new Diagnostic(Severity.ERROR, "test", "E0201", at, "does not parse");
    return List.of(
        new Report(true, List.of(), List.of(), none, Map.of()),
        new Report(true, List.of(), List.of(warning), some, Map.of("implicit-class-targets", "no")),
        new Report(false, List.of(), List.of(error), none, Map.of()),
        new Report(false, results(), List.of(warning), some, Map.of()));
  }

  private static List<ValidationResult> results() {
    String evil = "\u001b[31m\u0000\r<script>\"'&|\u202e\uD83D\uDE00";
    List<Term> terms =
        List.of(
            new Iri("http://example.org/a"),
            new BlankNode("b0"),
            Literal.string(evil),
            SampleData.tagged(evil, "en-GB"),
            Literal.xsd("007", "integer"));
    List<ValidationResult> results = new ArrayList<>();
    for (Samples.Sample sample : Samples.all()) {
      for (PlannedShape planned : sample.plan().shapes()) {
        for (Check check : planned.checks()) {
          Term focus = terms.get(results.size() % terms.size());
          int line = results.size() % 3;
          results.add(
              new ValidationResult(
                  focus,
                  line == 0 ? Optional.empty() : Optional.of(terms.get(results.size() % 2 + 2)),
                  planned.shape().path(),
                  new Iri(
                      "http://www.w3.org/ns/shacl#"
                          + check.constraint().component()
                          + "ConstraintComponent"),
                  planned.shape(),
                  check,
                  new Origin("data.nt", line, line, ""),
                  List.of(),
                  results.size() % 4 == 0 ? List.of() : List.of(results.getLast())));
        }
      }
    }
    return results;
  }

  /** What explains a result is written, however deep in it. */
  @Test
  void writesDetails() {
    Term inner = new Iri("http://example.org/the-innermost");
    ValidationResult some = results().getFirst();
    Shape shape = some.shape();
    List<ValidationResult> chain = List.of();
    for (int depth = 0; depth < 3; depth++) {
      Term focus = depth == 0 ? inner : new Iri("http://example.org/depth" + depth);
      chain =
          List.of(
              new ValidationResult(
                  focus,
                  Optional.empty(),
                  Optional.empty(),
                  some.component(),
                  shape,
                  some.check(),
                  new Origin("data.nt", 7117 + depth, 3, ""),
                  List.of(),
                  chain));
    }
    Validator.Statistics one = new Validator.Statistics(1, 1, 1, 1, 1, 1, 1);
    String text = rendered(new Report(false, chain, List.of(), one, Map.of()));
    assertTrue(text.contains("the-innermost"), "the innermost detail is missing: " + text);
    if (writesPositions()) assertTrue(text.contains("7117"), "its position is missing: " + text);
  }

  /** Whether the format has a place for positions in the data; most have. */
  protected boolean writesPositions() {
    return true;
  }
}
