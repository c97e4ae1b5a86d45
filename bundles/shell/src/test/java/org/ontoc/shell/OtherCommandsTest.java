// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Probe;

class OtherCommandsTest {
  private final Terminal terminal = new Terminal();

  @Test
  void explainsACode() {
    Terminal.Outcome outcome = terminal.run("explain", "e0151");
    assertEquals(0, outcome.code(), outcome::toString);
    assertTrue(
        outcome.out().startsWith("E0151: The output cannot be written\n\nThe folder"),
        outcome::toString);
    assertEquals(-1, outcome.out().indexOf("E0152"), "only the section of the code");
  }

  @Test
  void explainsThePlan() throws IOException {
    Terminal.Outcome outcome = terminal.run("explain", "--plan", "shapes.ttl");
    assertEquals(0, outcome.code(), outcome::toString);
    Golden.check("plan.txt", outcome.out());
  }

  @Test
  void explainsNoPlanAfterAnError() {
    terminal.platform.compiler.compileFindings = List.of(FakeCompiler.error("E0301"));
    Terminal.Outcome outcome = terminal.run("explain", "--plan", "shapes.ttl");
    assertEquals(3, outcome.code());
    assertEquals("", outcome.out());
  }

  @Test
  void everyCodeOfTheShellHasASection() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    Pattern code = Pattern.compile("\"(E\\d{4})\"");
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList())
        code.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
    }
    used.remove("E0803"); // another bundle's
    used.removeAll(ErrorGuide.load().codes());
    assertEquals(new TreeSet<String>(), used, "codes without a section in docs/errors.md");
  }

  @Test
  void sectionsOfTheGuide() {
    ErrorGuide guide =
        ErrorGuide.of(
            "# Errors\n\n## E0301: First\n\ntext `## no heading`\n\n### E0302: Second\nmore\n## Other\nno");
    assertEquals("E0301: First\n\ntext `## no heading`", guide.page("E0301").orElseThrow());
    assertEquals("E0302: Second\nmore", guide.page("E0302").orElseThrow());
    assertEquals(2, guide.codes().size());
  }

  @Test
  void doctorIsContentWhenAllIsWell() {
    terminal.platform.probes.add(
        () -> List.of(new Probe.Fact("C compiler", true, "gcc 13.2.0", "")));
    Terminal.Outcome outcome = terminal.run("doctor");
    assertEquals(0, outcome.code());
    assertTrue(outcome.out().contains("ok  C compiler  gcc 13.2.0\n"), outcome::toString);
  }

  @Test
  void doctorAdvises() {
    terminal.platform.probes.add(
        () -> List.of(new Probe.Fact("C compiler", false, "none found\u001B[2J", "install gcc")));
    terminal.platform.probes.add(
        () -> {
          throw new IllegalStateException("broken probe");
        });
    Terminal.Outcome outcome = terminal.run("doctor");
    assertEquals(2, outcome.code());
    assertTrue(
        outcome.out().contains("missing  C compiler") && outcome.out().contains("found\\u001B[2J"),
        outcome::toString);
    assertTrue(outcome.out().contains("help: C compiler: install gcc\n"), outcome::toString);
    assertTrue(outcome.out().contains("broken probe"), outcome::toString);
  }

  @Test
  void targetsListsEverything() throws IOException {
    terminal.platform.others.add(
        new Platform.Provider(Platform.Kind.PASS, "dead-shapes", "", "org.ontoc.passes", "1.0.0"));
    Golden.check("targets.txt", terminal.run("targets").out());
  }

  @Test
  void versions() {
    Terminal.Outcome outcome = terminal.run("version");
    assertEquals(0, outcome.code());
    assertTrue(outcome.out().startsWith("ontoc 1.2.3\nJava "), outcome::toString);
    assertEquals("ontoc 1.2.3\n", terminal.run("--version").out());
  }

  @Test
  void completionIsAScript() {
    Terminal.Outcome outcome = terminal.run("completion", "bash");
    assertEquals(0, outcome.code());
    assertTrue(outcome.out().startsWith("#!/usr/bin/env bash"), outcome::toString);
    assertTrue(outcome.out().contains("--fail-on"), "options are completed");
  }

  @Test
  void benchReadsItsOwnArguments() {
    AtomicReference<String[]> seen = new AtomicReference<>(new String[0]);
    terminal.platform.bench =
        arguments -> {
          seen.set(arguments);
          return 7;
        };
    assertEquals(7, terminal.run("bench", "--engines", "lubm", "-q", "--help").code());
    assertArrayEquals(new String[] {"--engines", "lubm", "-q", "--help"}, seen.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "compile",
        "explain",
        "doctor",
        "targets",
        "version",
        "shell",
        "bench",
        "run",
        "disasm",
        "signals",
        "fuzz",
        "completion",
        "help"
      })
  void everyCommandHasAHelpPage(String command) {
    Terminal.Outcome page = terminal.run("help", command);
    assertEquals(0, page.code(), page::toString);
    assertTrue(page.out().startsWith("Usage: ontoc " + command), page::toString);
    assertEquals("", page.err());
    assertTrue(page.out().lines().allMatch(line -> line.length() <= 100), page::toString);
    assertEquals(page.out(), terminal.run(command, "--help").out());
    assertTrue(terminal.run("help").out().contains("  " + command + " "), command);
  }

  @Test
  void helpOfTheWhole() throws IOException {
    Golden.check("help.txt", terminal.run("--help").out());
    Golden.check("help-validate.txt", terminal.run("validate", "--help").out());
  }

  @Test
  void gogoCommandsPrintOnTheLentStreams() {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      GogoCommands gogo = new GogoCommands(terminal.platform, new Progress());
      assertEquals(null, gogo.version());
      assertEquals(null, gogo.targets());
      assertEquals(null, gogo.doctor());
      assertEquals(null, gogo.explain("E0150"));
      assertEquals(null, gogo.validate("-s", "s.ttl", "d.ttl"));
      assertEquals(2, gogo.compile());
      assertEquals(2, gogo.bench());
    } finally {
      System.setOut(before);
    }
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("ontoc 1.2.3") && text.contains("conforms"), text);
  }
}
