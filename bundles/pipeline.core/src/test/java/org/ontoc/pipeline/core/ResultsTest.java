// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request.Until;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;

final class ResultsTest {
  private static final int MANY = 3 * Results.IN_MEMORY;

  private final Path folder;

  ResultsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Results of every form: all kinds of terms, long and odd texts, foreign shape objects. */
  private static ValidationResult result(Plan plan, int i) {
    PlannedShape planned = plan.shapes().get(i % plan.shapes().size());
    List<Term> terms =
        List.of(
            new Iri("http://example.org/" + i),
            new BlankNode("b" + i),
            Literal.string("\uD800 lone, \uD83D\uDE00 paired, \u0000 " + i),
            new Literal("x".repeat(i % 1000), new Iri("http://example.org/type"), ""),
            new Literal(
                "hi", new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), "en"));
    return new ValidationResult(
        terms.get(i % terms.size()),
        i % 2 == 0 ? Optional.empty() : Optional.of(terms.get(i / 2 % terms.size())),
        planned.shape().path(),
        new Iri("http://www.w3.org/ns/shacl#ClassConstraintComponent"),
        planned.shape(),
        planned.checks().getFirst(),
        new Origin("data.nt", i, 1, i % 7 == 0 ? "" : "term"));
  }

  @Test
  void manyResultsComeBackAsTheyWere() throws IOException {
    Plan plan = Platform.sample("values").plan();
    Results results = new Results(() -> new SpoolFile(folder));
    for (int i = 0; i < MANY; i++) results.accept(result(plan, i));
    for (int round = 0; round < 2; round++) {
      int i = 0;
      for (ValidationResult found : results) {
        ValidationResult expected = result(plan, i++);
        assertEquals(expected, found);
        assertSame(expected.shape(), found.shape(), "shapes are shared with the plan");
      }
      assertEquals(MANY, i);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList(), "the spool file can outlive the process");
    }
  }

  /** As deep as validators may explain. */
  @Test
  void detailsComeBackAsTheyWere() {
    Plan plan = Platform.sample("values").plan();
    ValidationResult deep = result(plan, 0);
    for (int i = 1; i <= 200; i++)
      deep = result(plan, i).withDetails(List.of(deep, result(plan, i)));
    Results results = new Results(() -> new SpoolFile(folder));
    for (int i = 0; i <= Results.IN_MEMORY; i++)
      results.accept(i < Results.IN_MEMORY ? result(plan, i) : deep);
    ValidationResult last = null;
    for (ValidationResult found : results) last = found;
    assertEquals(deep, last);
  }

  @Test
  void iteratorsDoNotDisturbEachOther() {
    Plan plan = Platform.sample("values").plan();
    Results results = new Results(() -> new SpoolFile(folder));
    for (int i = 0; i < MANY; i++) results.accept(result(plan, i));
    var slow = results.iterator();
    for (ValidationResult found : results) assertEquals(found, slow.next());
    assertFalse(slow.hasNext());
  }

  @Test
  void aReportHoldsWhatTheValidatorFound() {
    Platform platform = platform(50);
    Report report = validate(platform);
    assertEquals(List.of(), report.diagnostics());
    assertFalse(report.conforms());
    List<ValidationResult> found = new ArrayList<>();
    report.results().forEach(found::add);
    assertEquals(50, found.size());
    assertEquals(50, report.statistics().results());
    assertEquals(Map.of("implicit-class-targets", "false"), report.switches());
    assertTrue(validate(platform(0)).conforms());
  }

  @Test
  void aValidatorThatLosesResultsIsBlamed() {
    Platform platform = new Platform(folder.resolve("cache"));
    register(platform, 3, 2);
    Report report = validate(platform);
    assertEquals(List.of("E0902"), Platform.codes(report.diagnostics()));
    assertFalse(report.conforms());
  }

  @Test
  void aValidatorThatCannotBeClosedIsBlamed() {
    Platform platform = new Platform(folder.resolve("cache"));
    register(platform, 0, -1);
    Report report = validate(platform);
    assertEquals(List.of("E0902", "E0901"), Platform.codes(report.diagnostics()));
  }

  @Test
  void theFolderIsMadeAgainWhenTheCacheIsGone() throws IOException {
    Platform platform = platform(0);
    Compilation compilation = platform.compile("values", Until.VALIDATOR);
    PrivateFolder.delete(folder.resolve("cache"));
    Report report = platform.compiler.validate(compilation, List.of(), Map.of(), Platform.BUDGET);
    assertEquals(List.of(), report.diagnostics());
  }

  private Report validate(Platform platform) {
    Compilation compilation = platform.compile("values", Until.VALIDATOR);
    Map<String, String> options = Map.of("implicit-class-targets", "false", "other", "x");
    return platform.compiler.validate(compilation, List.of(), options, Platform.BUDGET);
  }

  private Platform platform(int count) {
    Platform platform = new Platform(folder.resolve("cache"));
    register(platform, count, count);
    return platform;
  }

  private static void register(Platform platform, int handed, int counted) {
    platform
        .registry
        .offers(ValidatorProvider.class)
        .forEach(offer -> platform.registry.remove((PlainRegistry.Service<?>) offer));
    platform.registry.add(
        ValidatorProvider.class,
        (plan, place, _) -> {
          assertTrue(Files.isRegularFile(place.resolve("lib.so")));
          return new Counting(plan, handed, counted);
        },
        "opens",
        "c");
  }

  private record Counting(Plan plan, int handed, int counted) implements Validator {
    @Override
    public Statistics validate(
        List<Source> data,
        java.util.function.Consumer<ValidationResult> results,
        org.ontoc.pipeline.Context context) {
      for (int i = 0; i < handed; i++) results.accept(result(plan, i));
      return new Statistics(1, 1, 1, counted, 1, 1, 1);
    }

    @Override
    public void close() {
      if (counted < 0) throw new IllegalStateException("still in use");
    }
  }
}
