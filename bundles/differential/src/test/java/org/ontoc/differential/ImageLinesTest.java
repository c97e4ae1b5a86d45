// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/**
 * One binary runs all images: {@code ontoc-run} writes for machines what compiled C writes, line by
 * line, under sanitizers.
 */
class ImageLinesTest {
  private static final int GRAPHS = Integer.getInteger("differential.images", 40);
  private static final int RECURSIVE = GRAPHS / 3;
  private static final int DATA = 3;

  @TempDir private static Path built;
  private static Path runner = Path.of("");

  @TempDir private Path folder;
  private int results;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    Plan plan = Stages.plan("none", List.of(), false);
    Artifact source =
        Stages.sources(plan, "bitactor").stream()
            .filter(it -> it.path().equals("ontoc_run.c"))
            .findFirst()
            .orElseThrow();
    Path file = Files.write(built.resolve(source.path()), source.bytes());
    runner = built.resolve("ontoc-run");
    List<String> command = new ArrayList<>(Engines.compiled("sanitized").compiler());
    command.addAll(List.of("-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror"));
    command.addAll(List.of("-o", runner.toString(), file.toString()));
    assertEquals("", run(command));
  }

  @Test
  void imagesSayLineByLineWhatCSays() throws IOException, InterruptedException {
    List<Plan> plans = new ArrayList<>();
    List<List<String>> data = new ArrayList<>();
    for (int i = 0; i < GRAPHS; i++) {
      Generator.Batch batch = Generator.batch(31, i, DATA);
      String shapes = Turtle.write(batch.shapes());
      plans.add(
          Stages.plan(
              "p" + i,
              List.of(CompiledEngine.source("shapes.ttl", "text/turtle", shapes)),
              i % 2 == 0));
      data.add(batch.data().stream().map(Pair::nTriples).toList());
    }
    compare(plans, data);
  }

  @Test
  void recursiveShapesToo() throws IOException, InterruptedException {
    List<Plan> plans = new ArrayList<>();
    List<List<String>> data = new ArrayList<>();
    for (int seed = 0; plans.size() < RECURSIVE; seed++) {
      Random random = new Random(seed);
      String shapes = RecursionTest.shapes(random);
      Map<String, String> options = Map.of("recursion", "stratified", "name", "p" + plans.size());
      RecordingContext context = new RecordingContext(options);
      var program = RecursionTest.read(shapes, context);
      if (context.failed()) continue;
      plans.add(Explanations.plan(program, context));
      data.add(List.of(RecursionTest.data(random), RecursionTest.data(random)));
    }
    compare(plans, data);
  }

  private void compare(List<Plan> plans, List<List<String>> data)
      throws IOException, InterruptedException {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    List<String> names = plans.stream().map(Plan::name).toList();
    new Linked(Engines.compiled("process").compiler(), programs, false)
        .build(names, plans.stream().map(Stages::sources).toList());
    for (int i = 0; i < plans.size(); i++) {
      CompiledEngine.store(Stages.sources(plans.get(i), "bitactor"), programs);
      for (String text : data.get(i)) compare(programs.resolve(names.get(i)), text);
    }
    assertTrue(results > plans.size(), results + " results");
  }

  private void compare(Path program, String data) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("data.nt"), data);
    for (String details : List.of("0", "7", "999")) {
      List<String> arguments =
          List.of("--machine", "--detail-depth", "4", "--detail-results", details, file.toString());
      List<String> expected = lines(List.of(program.toString()), arguments);
      List<String> found = lines(List.of(runner.toString(), program + ".bitc"), arguments);
      assertEquals(expected, found, () -> program + "\n" + data);
      results += expected.size() - 1;
    }
  }

  /** Without what the last line says about time and memory. */
  private static List<String> lines(List<String> command, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    return run(all).lines().map(line -> line.replaceAll("^(S(\t\\d+){4}).*", "$1")).toList();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertTrue(status == 0 || status == 1, () -> command + ": " + status + "\n" + said);
    return said;
  }
}
