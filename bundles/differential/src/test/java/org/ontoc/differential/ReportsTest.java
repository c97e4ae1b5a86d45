// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.plan.Plan;

/**
 * A compiled validator writes the human report by itself, byte for byte as the renderer does
 * (docs/decisions/0014-start-without-a-jvm.md).
 */
class ReportsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("ontoc.root", "../..")).toAbsolutePath().normalize();
  private static final String CORE = "../shared/suites/shacl10/data-shapes-test-suite/tests/core";
  private static final int GRAPHS = Integer.getInteger("differential.reports", 60);
  private static final int DATA = 3;

  @TempDir private Path folder;
  private int results;

  /** Shapes and each of the data to check by them, which is one document or several. */
  private record Case(String shapes, List<List<Printed.Document>> data) {}

  @Test
  void documentsOfTheSuite() throws IOException, InterruptedException {
    Path core = ROOT.resolve(CORE).normalize();
    assumeTrue(Files.isDirectory(core), "the W3C suites are not here");
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(core)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".ttl")).sorted().toList()) {
        String text = Files.readString(file);
        String name = core.relativize(file).toString();
        cases.add(new Case(text, List.of(List.of(new Printed.Document(name, text)))));
      }
    }
    compare(cases);
    assertTrue(results > 150, results + " lines");
  }

  @Test
  void randomPairs() throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < GRAPHS; i++) {
      Generator.Batch batch = Generator.batch(41, i, DATA);
      List<List<Printed.Document>> data = new ArrayList<>();
      for (var graph : batch.data()) {
        String text = Pair.nTriples(graph);
        int half = text.indexOf('\n', text.length() / 2) + 1;
        data.add(List.of(new Printed.Document("data.nt", text)));
        data.add(
            List.of(
                new Printed.Document("a/first.nt", text.substring(0, half)),
                new Printed.Document("b.ttl", "# a comment\n\n" + text.substring(half))));
      }
      cases.add(new Case(Turtle.write(batch.shapes()), data));
    }
    compare(cases);
    assertTrue(results > GRAPHS, results + " lines");
  }

  @Test
  void examples() throws IOException, InterruptedException {
    Path people = ROOT.resolve("examples/people");
    List<List<Printed.Document>> data = new ArrayList<>();
    for (String name : List.of("good.ttl", "bad.ttl", "linked.ttl"))
      data.add(List.of(new Printed.Document(name, Files.readString(people.resolve(name)))));
    compare(List.of(new Case(Files.readString(people.resolve("shapes.ttl")), data)));
    assertTrue(results > 10, results + " lines");
  }

  /** Under sanitizers. */
  @Test
  void unusualTexts() throws IOException, InterruptedException {
    List<List<Printed.Document>> data =
        ReportTexts.DATA.stream()
            .map(text -> List.of(new Printed.Document("data.ttl", text)))
            .toList();
    compare(ReportTexts.SHAPES.stream().map(it -> new Case(it, data)).toList(), "sanitized");
    assertTrue(results > 2_000, results + " lines");
  }

  /** More results than are grouped are written one to a line. */
  @Test
  void manyResults() throws IOException, InterruptedException {
    String shapes =
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix x: <http://example.org/#> .
        x:S sh:targetSubjectsOf x:p ; sh:property x:P , [ sh:path x:q ; sh:minCount 1 ] .
        x:P sh:path x:p ; sh:or ( [ sh:datatype x:d ] [ sh:class x:C ] ) ; sh:severity sh:Info .
        """;
    List<List<Printed.Document>> data = new ArrayList<>();
    for (int size : new int[] {4_999, 5_000, 5_001, 8_000}) {
      String text =
          IntStream.range(0, size)
              .mapToObj(i -> "<u:" + i + "> <http://example.org/#p> \"" + i + "\" .\n")
              .collect(Collectors.joining());
      data.add(List.of(new Printed.Document("many.nt", text)));
    }
    compare(List.of(new Case(shapes, data)));
    assertTrue(results > 30_000, results + " lines");
  }

  @Test
  void dataThatDoesNotParseIsLeftToThePlatform() throws IOException, InterruptedException {
    Case wrong =
        new Case(
            ReportTexts.SHAPES.getFirst(),
            List.of(List.of(new Printed.Document("wrong.ttl", "<u:a> <u:b> <u:c d> ."))));
    Printed printed = printed(List.of(wrong), "process").getFirst();
    assertEquals("", printed.compare(wrong.data().getFirst(), Printed.Options.NONE));
    assertEquals(1, printed.left());
  }

  private List<Printed> printed(List<Case> cases, String engine) throws IOException {
    Path place = Files.createDirectory(folder.resolve("programs"));
    List<Plan> plans = new ArrayList<>();
    for (Case one : cases)
      plans.add(
          Stages.plan(
              "p" + plans.size(),
              List.of(CompiledEngine.source("shapes.ttl", "text/turtle", one.shapes())),
              true));
    new Linked(Engines.compiled(engine).compiler(), place, false)
        .build(
            plans.stream().map(Plan::name).toList(), plans.stream().map(Stages::sources).toList());
    List<Printed> printed = new ArrayList<>();
    for (Plan plan : plans) printed.add(new Printed(plan, place));
    return printed;
  }

  private void compare(List<Case> cases) throws IOException, InterruptedException {
    compare(cases, "process");
  }

  private void compare(List<Case> cases, String engine) throws IOException, InterruptedException {
    List<Printed> printed = printed(cases, engine);
    for (int i = 0; i < cases.size(); i++) {
      for (List<Printed.Document> data : cases.get(i).data()) {
        for (Printed.Options options : options(results))
          results += (int) printed.get(i).compare(data, options).lines().count();
      }
    }
    int left = printed.stream().mapToInt(Printed::left).sum();
    assertTrue(left < results / 10, left + " were left to the platform");
  }

  /** All options for each document would take too long. */
  private static List<Printed.Options> options(int number) {
    List<String> words = List.of("info", "warning", "never");
    return List.of(
        new Printed.Options(number % 2 == 0, Long.MAX_VALUE, "violation"),
        new Printed.Options(number % 3 == 0, number % 11, words.get(number % 3)));
  }
}
