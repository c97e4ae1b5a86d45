// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;

/** Threat T17: what the command line repeats of its arguments, of documents and of plug-ins. */
class T17TerminalTest {
  private static final String EVIL =
      "\u001B[2J\u001B]0;t\u0007\r\u202Eevil\u2066\u009B31m\u2028\u200F\uFEFF";

  private final Terminal terminal = new Terminal();
  private final FakeCompiler compiler = terminal.platform.compiler;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!",
        "--!",
        "-!",
        "help !",
        "explain !",
        "explain E0301 !",
        "explain --plan missing!",
        "validate -s missing! d.ttl",
        "validate -s s.ttl missing!",
        "validate -s s.ttl d.ttl --format !",
        "validate -s s.ttl d.ttl --target !",
        "validate -s s.ttl d.ttl --fail-on !",
        "validate -s s.ttl d.ttl --max-results !",
        "validate -s s.ttl d.ttl --run !",
        "validate -s s.ttl d.ttl --time-limit !",
        "validate -s s.ttl d.ttl --memory-limit !",
        "validate -s s.ttl d.ttl --option !",
        "validate -s s.ttl d.ttl --cache !/x",
        "validate -s s.ttl d.ttl -o !/x",
        "validate -s s.ttl d.ttl --!",
        "compile -s s.ttl -o /dev/null/!",
        "compile -s s.ttl --target c,!",
        "compile !",
        "completion !",
        "doctor !",
        "targets !",
        "bench !"
      })
  void argumentsAreRepeatedPlainly(String line) {
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) words[i] = words[i].replace("!", EVIL);
    assertPlain(terminal.run(words));
  }

  @Test
  void findingsAndArtifactsAreRepeatedPlainly() {
    compiler.compileFindings =
        List.of(
            new Diagnostic(
                Severity.WARNING,
                "fake" + EVIL,
                "W0101",
                new Origin("file" + EVIL, 2, 3, EVIL),
                "message" + EVIL,
                "hint" + EVIL,
                List.of(new Diagnostic.Note(new Origin(EVIL, 1, 1, EVIL), "note" + EVIL))));
    compiler.results(Samples.results("Violation", "http://e/" + EVIL));
    compiler.switches = Map.of("switch" + EVIL, EVIL);
    Terminal.Outcome outcome = terminal.run("validate", "-v", "--trace", "-s", "s.ttl", "d.ttl");
    assertPlain(outcome);
    assertNotEquals("", outcome.err());
    compiler.artifacts = List.of(new Artifact("../" + EVIL, "x"));
    assertPlain(terminal.run("compile", "-s", "s.ttl", "-o", "/dev/null/x"));
    compiler.failure = new IllegalStateException(EVIL);
    assertPlain(terminal.run("validate", "-s", "s.ttl", "d.ttl"));
  }

  private static void assertPlain(Terminal.Outcome outcome) {
    for (String line : (outcome.out() + outcome.err()).split("\n", -1))
      assertEquals(TerminalText.sanitize(line), line);
  }
}
