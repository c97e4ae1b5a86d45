// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Request.Until;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;

final class CompileTest {
  private final Path folder;

  CompileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Platform platform(String... passes) {
    return new Platform(folder.resolve("cache"), passes);
  }

  @Test
  void goesAsFarAsAsked() {
    Platform platform = platform();
    Compilation plan = platform.compile("values", Until.PLAN);
    assertEquals(List.of(), plan.diagnostics());
    assertTrue(plan.plan().isPresent());
    assertTrue(plan.artifacts().isEmpty());
    Compilation artifacts = platform.compile("values", Until.ARTIFACTS);
    assertEquals(2, artifacts.artifacts().size());
    assertTrue(artifacts.folder().isEmpty());
    Compilation validator = platform.compile("values", Until.VALIDATOR);
    assertEquals(3, validator.artifacts().size());
    assertTrue(Files.isExecutable(validator.folder().orElseThrow().resolve("lib.so")));
    assertEquals(0, platform.registry.inUse.get(), "services were not given back");
  }

  @Test
  void traceHasEveryPhaseInOrder() {
    List<Step> heard = new CopyOnWriteArrayList<>();
    Platform platform = platform("p");
    platform.pass("p", (program, _) -> program);
    platform.registry.add(Step.Listener.class, heard::add, Map.of(), "listener 1.0.0");
    Compilation compilation = platform.compile("values", Until.VALIDATOR);
    List<Step.Phase> phases = compilation.trace().stream().map(Step::phase).distinct().toList();
    assertEquals(Arrays.asList(Step.Phase.values()), phases);
    Step pass = step(compilation, "p");
    assertEquals("org.example.p 2.3.4", pass.bundle());
    assertEquals(Step.State.COMPLETED, pass.state());
    assertFalse(pass.changed());
    assertTrue(step(compilation, "planner").changed());
    assertTrue(step(compilation, "planner").wall().toNanos() > 0);
    assertTrue(step(compilation, "planner").allocated() > 0, "allocations are not measured");
    assertEquals(Step.State.SKIPPED, step(compilation, "validation").state());
    Set<Step.State> states = heard.stream().map(Step::state).collect(Collectors.toSet());
    assertEquals(Set.of(Step.State.PENDING, Step.State.RUNNING, Step.State.COMPLETED), states);
  }

  private static Step step(Compilation compilation, String stage) {
    return compilation.trace().stream()
        .filter(step -> step.stage().equals(stage))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + stage + " in " + compilation.trace()));
  }

  @Test
  void whatIsMissingIsNamedWithWhatThereIs() {
    Platform platform = platform("absent");
    Source odd = Source.of("a.odd", "text/odd", new byte[0]);
    Request request =
        new Request(
            List.of(odd),
            List.of(odd),
            "rust",
            java.util.Optional.empty(),
            Map.of(),
            Until.VALIDATOR,
            Platform.BUDGET);
    Compilation compilation = platform.compiler.compile(request);
    assertEquals(
        List.of("E0109", "E0109", "W0592", "E0591", "E0593"),
        Platform.codes(compilation.diagnostics()));
    Diagnostic backend = compilation.diagnostics().get(3);
    assertTrue(backend.hint().contains("c"), backend.hint());
    assertTrue(compilation.diagnostics().getFirst().hint().contains("text/turtle"));
    Compilation named = platform.compile("values", Until.PLAN, "absent");
    assertEquals(List.of("E0592"), Platform.codes(named.diagnostics()));
  }

  @Test
  void aStageThatThrowsIsBlamedOnce() throws Exception {
    Platform platform = platform();
    platform.pass(
        "bad",
        (_, _) -> {
          throw new IllegalStateException("ouch");
        });
    Compilation compilation = platform.compile("values", Until.ARTIFACTS, "bad");
    assertEquals(List.of("E0901"), Platform.codes(compilation.diagnostics()));
    String message = compilation.diagnostics().getFirst().message();
    assertTrue(message.startsWith("pass bad of bundle org.example.bad 2.3.4 failed: "), message);
    Path report = Path.of(message.substring(message.indexOf("see ") + 4));
    assertTrue(Files.readString(report).contains("ouch"));
    assertEquals(Step.State.FAILED, step(compilation, "bad").state());
    assertTrue(compilation.program().isPresent(), "what was reached is lost");
    assertTrue(compilation.plan().isEmpty());
  }

  @Test
  void errorsOfTheVirtualMachineAreCaughtAtTheBoundary() {
    Platform platform = platform();
    platform.pass("deep", (program, _) -> endless(program));
    Compilation compilation = platform.compile("values", Until.PLAN, "deep");
    assertEquals(List.of("E0901"), Platform.codes(compilation.diagnostics()));
    platform.pass(
        "greedy",
        (_, _) -> {
          throw new OutOfMemoryError("simulated");
        });
    Compilation full = platform.compile("values", Until.PLAN, "greedy");
    assertEquals(List.of("E0802"), Platform.codes(full.diagnostics()));
    assertFalse(platform.compile("values", Until.PLAN).failed());
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Program endless(Program program) {
    return endless(program.withShapes(program.shapes()));
  }

  @Test
  void whatAStageReturnsIsVerified() {
    Platform platform = platform();
    platform.pass("null", nothing());
    platform.pass(
        "cut",
        (program, _) -> program.withShapes(program.shapes().subList(1, program.shapes().size())));
    platform.planPass(
        "renumber",
        (plan, _) ->
            new Plan(
                "Upper",
                plan.reads(),
                plan.shapes(),
                plan.entryPoints(),
                plan.paths(),
                plan.automata(),
                plan.hierarchy()));
    for (String pass : List.of("null", "cut", "renumber")) {
      Compilation compilation = platform.compile("logic", Until.PLAN, pass);
      assertEquals(List.of("E0902"), Platform.codes(compilation.diagnostics()), pass);
      String message = compilation.diagnostics().getFirst().message();
      assertTrue(message.contains("pass " + pass + " of bundle org.example." + pass), message);
    }
  }

  /** Java lets a stage return null, whatever the contract says. */
  @SuppressWarnings("NullAway")
  private static Pass nothing() {
    return (_, _) -> null;
  }

  @Test
  void threeFaultsInARowMeanQuarantine() {
    Platform platform = platform("bad");
    int[] calls = {0};
    platform.pass(
        "bad",
        (_, _) -> {
          calls[0]++;
          throw new IllegalStateException();
        });
    for (int i = 1; i <= 3; i++) {
      Compilation compilation = platform.compile("values", Until.PLAN);
      assertEquals(i == 3, Platform.codes(compilation.diagnostics()).contains("W0902"));
    }
    Compilation without = platform.compile("values", Until.PLAN);
    assertEquals(List.of("W0903", "W0592"), Platform.codes(without.diagnostics()));
    assertFalse(without.failed());
    platform.pass("bad", (program, _) -> program);
    Compilation instead = platform.compile("values", Until.PLAN);
    assertEquals(List.of("W0903"), Platform.codes(instead.diagnostics()));
    assertEquals(3, calls[0]);
  }

  @Test
  void aListenerThatThrowsIsLeftOut() {
    Platform platform = platform();
    platform.registry.add(
        Step.Listener.class,
        _ -> {
          throw new IllegalStateException("deaf");
        },
        Map.of(),
        "listener 1.0.0");
    Compilation compilation = platform.compile("values", Until.PLAN);
    assertEquals(List.of("W0901"), Platform.codes(compilation.diagnostics()));
  }

  @Test
  void hostilePathsOfArtifactsAreRefused() {
    for (String path :
        List.of(
            "../x",
            "/etc/x",
            "a//b",
            "a/../b",
            "",
            "a\\b",
            "CON",
            "con.txt",
            "a\u0000",
            "x.",
            "a:b",
            "n".repeat(300))) {
      Platform platform = platform();
      platform.registry.remove(platform.backend);
      platform.registry.add(
          Backend.class, (_, _) -> List.of(new Artifact(path, "x")), "target", "c");
      Compilation compilation = platform.compile("values", Until.VALIDATOR);
      assertEquals(List.of("E0902"), Platform.codes(compilation.diagnostics()), path);
    }
  }

  @Test
  void programsOfSeveralFrontEndsAreLinked() {
    Run run = new Run(Map.of());
    Program values = Platform.sample("values").program();
    Program logic = new Program(List.of(), Platform.sample("logic").program().ontology());
    Program linked = Linker.link(List.of(values, logic), run);
    assertEquals(values.shapes(), linked.shapes());
    assertEquals(1, linked.ontology().classes().size());
    assertFalse(run.failed());
    Linker.link(List.of(values, values), run);
    List<String> codes = new ArrayList<>(Platform.codes(run.diagnostics()));
    assertEquals(Set.of("E0112"), Set.copyOf(codes));
  }
}
