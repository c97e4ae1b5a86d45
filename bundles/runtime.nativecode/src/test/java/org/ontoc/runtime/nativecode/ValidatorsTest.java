// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.tck.RecordingContext;

/** What both ways to run a validator must do alike. */
class ValidatorsTest {
  private static final String COUNT = "R\t0\t0\t<http://e/f>\t\t\t0\t12\t3\t1\t0";

  private static Path folder = Path.of("");

  @BeforeAll
  static void build(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Echo.store(Echo.build(Echo.sources()), folder);
  }

  private static Validator open(String run) {
    RecordingContext context = RecordingContext.of("run", run);
    Validator validator = new NativeProvider().open(Echo.plan(), folder, context);
    assertEquals(List.of(), context.diagnostics());
    return validator;
  }

  private record Outcome(
      List<ValidationResult> results, Statistics statistics, RecordingContext context) {}

  private static Outcome run(String how, Source... data) {
    RecordingContext context = RecordingContext.of();
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = open(how)) {
      Statistics statistics = validator.validate(List.of(data), results::add, context);
      return new Outcome(results, statistics, context);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void resultsCarryWhatThePlanKnows(String how) {
    Outcome outcome =
        run(
            how,
            Echo.data(
                COUNT,
                "R\t1\t0\t_:b1\t\t\t0\t0\t0\t0\t0",
                "R\t1\t1\t<http://e/f>\t\t\t0\t1\t1\t0\t0",
                "R\t2\t0\t<http://e/f>\t\"a\\tb\\u00E9\\U0001F600\"@en-GB\t<http://e/q>\t0\t1\t1\t0\t0",
                "R\t2\t0\t<http://e/f>\t\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>\t<http://e/q>\t0\t1\t1\t0\t0"));
    assertEquals(List.of(), outcome.context.diagnostics());
    assertEquals(5, outcome.results.size());
    ValidationResult first = outcome.results.getFirst();
    assertEquals("<http://e/p>", first.path().orElseThrow().toString());
    assertEquals(
        "http://www.w3.org/ns/shacl#MinCountConstraintComponent", first.component().value());
    assertEquals("memory:12:3", first.dataAt().toString());
    assertEquals("<http://e/P>", first.shape().id().toString());
    ValidationResult minimum = outcome.results.get(1);
    assertEquals(new BlankNode("b1"), minimum.focusNode());
    assertEquals("memory", minimum.dataAt().toString());
    assertEquals(
        List.of("QualifiedMinCountConstraintComponent", "QualifiedMaxCountConstraintComponent"),
        outcome.results.subList(1, 3).stream()
            .map(result -> result.component().value().substring(27))
            .toList());
    ValidationResult closed = outcome.results.get(3);
    assertEquals("<http://e/q>", closed.path().orElseThrow().toString());
    Literal value = (Literal) closed.value().orElseThrow();
    assertEquals("a\tbé😀", value.lexical());
    assertEquals("en-GB", value.language());
    assertEquals(Literal.xsd("1", "integer"), outcome.results.get(4).value().orElseThrow());
    assertEquals(5, outcome.statistics.results());
    assertEquals(7, outcome.statistics.peakBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void whatExplainsAResultIsInIt(String how) {
    String rest = "\t0\t<http://e/%s>\t\t\t0\t%d\t1\t0\t0";
    Outcome outcome =
        run(
            how,
            Echo.data(
                "R\t0" + rest.formatted("a", 1),
                "D\t1\t0" + rest.formatted("b", 2),
                "D\t2\t0" + rest.formatted("c", 3),
                "D\t1\t0" + rest.formatted("d", 4),
                "R\t0" + rest.formatted("e", 5),
                "C\t1"));
    assertEquals(List.of("W0702"), outcome.context.codes());
    assertEquals(2, outcome.results.size());
    assertEquals(
        List.of("memory:2:1", "memory:4:1"),
        outcome.results.getFirst().details().stream().map(it -> it.dataAt().toString()).toList());
    ValidationResult b = outcome.results.getFirst().details().getFirst();
    assertEquals("<http://e/c>", b.details().getFirst().focusNode().toString());
    assertEquals(List.of(), outcome.results.get(1).details());
    Outcome wrong = run(how, Echo.data("D\t1\t0" + rest.formatted("b", 2)));
    assertEquals(List.of("E0905"), wrong.context.codes());
  }

  @Test
  void bothGiveIdenticalResults() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++)
      lines.add(
          "R\t%d\t%d\t<http://e/%d>\t\"%s\"\t\t%d\t%d\t3\t1\t0"
              .formatted(i % 3, i % 2, i, "x".repeat(i % 50), i % 2, i));
    Source[] data = {
      Echo.file(folder.resolve("-data file.nt"), lines.toArray(String[]::new)),
      Echo.data(lines.toArray(String[]::new))
    };
    Outcome process = run("process", data);
    Outcome library = run("library", data);
    assertEquals(40_000, process.results.size());
    assertEquals(process.results, library.results);
    assertEquals(process.statistics, library.statistics);
    assertEquals("-data file.nt:2:3", process.results.get(2).dataAt().toString());
    assertEquals("memory:3:3", process.results.get(3).dataAt().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void faultsOfTheDataAreFindings(String how) {
    Outcome outcome = run(how, Echo.data(COUNT), Echo.data("!syntax 4 9"));
    assertEquals(List.of("E0701"), outcome.context.codes());
    assertEquals("memory:4:9", outcome.context.diagnostics().getFirst().at().toString());
    assertEquals("a triple ends with '.'", outcome.context.diagnostics().getFirst().message());
    assertEquals(Statistics.NONE, outcome.statistics);
    assertEquals(List.of("E0812"), run(how, Echo.data("!memory")).context.codes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void linesHaveALimit(String how) {
    for (String limit : List.of("10", "100000", "0", "ten", "-1")) {
      RecordingContext context = RecordingContext.of("max-line-bytes", limit);
      try (Validator validator = open(how)) {
        validator.validate(List.of(Echo.data(), Echo.data(COUNT)), _ -> {}, context);
      }
      List<String> expected =
          switch (limit) {
            case "10" -> List.of("E0811");
            case "100000" -> List.of();
            default -> List.of("E0607");
          };
      assertEquals(expected, context.codes(), limit);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void whatIsNotUnderstoodIsABug(String how) {
    for (String line :
        List.of(
            "R\t3\t0\t<http://e/f>\t\t\t0\t1\t1\t0\t0",
            "R\t0\t0\tnothing\t\t\t0\t1\t1\t0\t0",
            "R\t0\t0\t\"\t\t\t0\t1\t1\t0\t0",
            "R\t0\t0\t\"a\\u00\"\t\t\t0\t1\t1\t0\t0",
            "R\t0\t0\t<http://e/f>\t\t\t0\tx\t1\t0\t0",
            "R\t0",
            "E\tnonsense\t0\t1\t1\t1\tm",
            "S\t1\t2\t3",
            "hello")) {
      assertEquals(List.of("E0905"), run(how, Echo.data(line)).context.codes(), line);
    }
    assertEquals(List.of("E0905"), run(how, Echo.data("!silent")).context.codes());
    assertEquals(List.of("E0905"), run(how, Echo.data("!unfinished")).context.codes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void formatsThatAreNotReadAreRefused(String how) {
    for (String type :
        List.of(
            "application/rdf+xml",
            "application/ld+json",
            "application/trig",
            "application/n-quads")) {
      Outcome outcome = run(how, Echo.data(COUNT), Source.of("d", type, new byte[0]));
      assertEquals(List.of("E0702"), outcome.context.codes());
      assertEquals(List.of(), outcome.results, "nothing is validated when a document is left out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void halfADocumentIsNeverValidated(String how) {
    Source.Content broken =
        () ->
            new InputStream() {
              private int left = 100_000;

              @Override
              public int read() throws IOException {
                if (--left <= 0) throw new IOException("the gzip stream is cut off");
                return left % 2 == 0 ? '\n' : '!';
              }
            };
    Source source = new Source("d.nt.gz", "application/n-triples", broken, Optional.empty());
    Outcome outcome = run(how, Echo.data(COUNT), source);
    assertEquals(List.of("E0703"), outcome.context.codes());
    assertEquals("d.nt.gz", outcome.context.diagnostics().getFirst().at().document());
    assertEquals(List.of(), outcome.results);
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void aBugOfTheConsumerIsNotSwallowed(String how) {
    try (Validator validator = open(how)) {
      assertThrows(
          ArithmeticException.class,
          () ->
              validator.validate(
                  List.of(Echo.data(COUNT)),
                  _ -> {
                    throw new ArithmeticException("mine");
                  },
                  RecordingContext.of()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void cancellationEndsAFlood(String how) {
    RecordingContext context = RecordingContext.of();
    try (Validator validator = open(how)) {
      List<Iri> seen = new ArrayList<>();
      assertThrows(
          CancellationException.class,
          () ->
              validator.validate(
                  List.of(Echo.data("!flood")),
                  result -> {
                    seen.add(result.component());
                    if (seen.size() == 1000) context.cancel();
                  },
                  context));
      assertTrue(seen.size() >= 1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void closingWaitsForRunningValidations(String how) throws Exception {
    Validator validator = open(how);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Statistics> validation =
          threads.submit(
              () ->
                  validator.validate(
                      List.of(Echo.data(COUNT)),
                      _ -> {
                        running.countDown();
                        await(goOn);
                      },
                      RecordingContext.of()));
      running.await();
      Future<?> closing = threads.submit(validator::close);
      Thread.sleep(100);
      assertEquals(false, closing.isDone());
      goOn.countDown();
      assertEquals(1, validation.get().results());
      closing.get();
    }
    assertThrows(
        IllegalStateException.class,
        () -> validator.validate(List.of(), _ -> {}, RecordingContext.of()));
    validator.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"process", "library"})
  void validationsRunSideBySide(String how) throws Exception {
    try (Validator validator = open(how);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        int count = i;
        String[] lines = new String[count];
        java.util.Arrays.fill(lines, COUNT);
        runs.add(
            threads.submit(
                () -> {
                  List<ValidationResult> results = new ArrayList<>();
                  validator.validate(
                      List.of(Echo.data(lines)), results::add, RecordingContext.of());
                  return results.size();
                }));
      }
      for (int i = 0; i < runs.size(); i++) assertEquals(i, runs.get(i).get());
    }
  }
}
