// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

class LintCommandTest {
  private final Terminal terminal = new Terminal();
  private final FakeCompiler compiler = terminal.platform.compiler;

  @BeforeEach
  void lintsAreInstalled() {
    for (String id : List.of("dead-shapes", "lint-b", "lint-a"))
      terminal.platform.others.add(
          new Platform.Provider(Platform.Kind.PASS, id, "", "org.example", "1.0.0"));
    terminal.platform.others.add(
        new Platform.Provider(Platform.Kind.PLAN_PASS, "lint-c", "", "org.example", "1.0.0"));
  }

  private static Diagnostic warning(String code) {
    return new Diagnostic(
        Severity.WARNING, "lint-a", code, new Origin("shapes.ttl", 2, 3, "ex:S"), "odd in " + code);
  }

  @Test
  void runsEveryLintThatIsInstalledAndNothingElse() {
    Terminal.Outcome outcome = terminal.run("lint", "shapes.ttl");
    Request request = compiler.requests.getFirst();
    assertEquals(Optional.of(List.of("lint-a", "lint-b", "lint-c")), request.passes());
    assertEquals(Request.Until.PLAN, request.until());
    assertEquals("no findings\n", outcome.out());
    assertEquals(0, outcome.code());
  }

  @Test
  void showsFindingsOnStandardOutput() {
    compiler.compileFindings = List.of(warning("W0341"), warning("W0354"));
    Terminal.Outcome outcome = terminal.run("lint", "shapes.ttl");
    assertEquals(1, outcome.code());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().contains("warning[W0341]: odd in W0341"), outcome::out);
    assertTrue(outcome.out().contains("--> shapes.ttl:2:3"), outcome::out);
    assertTrue(
        outcome.out().endsWith("2 findings; 'ontoc explain W0341' says more\n"), outcome::out);
    assertEquals(0, terminal.run("lint", "shapes.ttl", "--fail-on", "never").code());
  }

  @Test
  void ignoresWhatIsNotWanted() {
    compiler.compileFindings = List.of(warning("W0341"), warning("W0354"));
    Terminal.Outcome outcome = terminal.run("lint", "shapes.ttl", "--ignore", "w0341,W0354");
    assertEquals("no findings\n", outcome.out());
    assertEquals(0, outcome.code());
  }

  @Test
  void errorsComeFirst() {
    compiler.compileFindings = List.of(warning("W0341"), FakeCompiler.error("E0301"));
    Terminal.Outcome outcome = terminal.run("lint", "shapes.ttl", "--ignore", "E0301");
    assertEquals(3, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("error[E0301]"), outcome::err);
  }

  @Test
  void writesFormatsOfFindings() {
    compiler.compileFindings = List.of(warning("W0341"));
    Terminal.Outcome outcome = terminal.run("lint", "shapes.ttl", "--format", "json");
    assertTrue(outcome.out().contains("\"code\": \"W0341\""), outcome::out);
    assertTrue(outcome.out().contains("\"conforms\": null"), outcome::out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turtle", "jsonld", "junit", "html"})
  void refusesFormatsOfResults(String format) {
    assertEquals(2, terminal.run("lint", "shapes.ttl", "--format", format).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--pass lint-a", "--no-optimize", "--fail-on info"})
  void refusesWhatMakesNoSense(String words) {
    String[] line = ("lint shapes.ttl " + words).split(" ");
    assertEquals(2, terminal.run(line).code());
  }

  @Test
  void withoutShapesTheDataIsAskedForThem() {
    assertEquals(0, terminal.run("validate", "data.ttl").code());
    Request request = compiler.requests.getFirst();
    assertEquals(List.of("data.ttl"), request.shapes().stream().map(it -> it.name()).toList());
    assertEquals("true", request.options().get("shapes-in-data"));
    assertEquals(2, terminal.run("validate", "-").code());
    terminal.run("validate", "-s", "shapes.ttl", "data.ttl");
    assertEquals(null, compiler.requests.getLast().options().get("shapes-in-data"));
  }
}
