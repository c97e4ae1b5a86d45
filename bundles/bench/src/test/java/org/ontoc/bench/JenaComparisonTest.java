// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison on 10,000 triples, with a program of ours that only pretends to validate. */
class JenaComparisonTest {
  private static final Path ROOT = Path.of(System.getProperty("ontoc.root", "."));

  private record Outcome(int status, String out, String err) {}

  private static Outcome run(String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new JenaComparison(new PrintStream(out, true), new PrintStream(err, true)).run(words);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Outcome compare(Path folder, int results) throws Exception {
    Path data = ROOT.resolve("../shared/data/lubm");
    Assumptions.assumeTrue(Files.isDirectory(data), data + " is not there: skipped");
    Path program = folder.resolve("program");
    Files.writeString(
        program,
        "#!/bin/sh\nfor data; do :; done\ni=0\nwhile [ $i -lt "
            + results
            + " ]; do echo \"$data:1\"; i=$((i+1)); done\nexit 1\n");
    assertTrue(program.toFile().setExecutable(true));
    return run(
        "-s", "small",
        "--rounds", "3",
        "-o", folder.resolve("out").toString(),
        "--data", data.toString(),
        "--peers", ROOT.resolve("bundles/bench/target/peers/jena").toString(),
        "--program", program.toString());
  }

  @Test
  void jenaRunsAndBothAreMeasured(@TempDir Path folder) throws Exception {
    Outcome outcome = compare(folder, 703);
    assertEquals(0, outcome.status, outcome.err);
    assertTrue(outcome.out.contains("Apache Jena 6.0.0"), outcome.out);
    assertTrue(outcome.out.contains("All found the 703 results"), outcome.out);
    String json = Files.readString(folder.resolve("out/jena-small.json"));
    assertEquals(6, json.split("\"wallSeconds\"", -1).length - 1, "3 rounds of 2 programs");
    assertEquals(outcome.out, Files.readString(folder.resolve("out/jena-small.md")));
    assertEquals(
        3, json.split("\"peakBytes\": [1-9]\\d{7}", -1).length - 1, "a JVM has tens of megabytes");
  }

  @Test
  void anotherNumberOfResultsIsNoSuccess(@TempDir Path folder) throws Exception {
    Outcome outcome = compare(folder, 702);
    assertEquals(1, outcome.status);
    assertTrue(outcome.out.contains("differ from the known 703"), outcome.out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s",
        "-s huge",
        "--rounds 2",
        "--rounds x",
        "--what 1",
        "--data /nowhere --program /bin/true"
      })
  void misuseIsExplained(String line) throws Exception {
    Outcome outcome = run(line.split(" "));
    assertEquals(2, outcome.status);
    assertTrue(outcome.err.startsWith("error: "), outcome.err);
    assertTrue(outcome.err.contains("usage: ontoc bench"), outcome.err);
    assertEquals("", outcome.out);
  }

  @Test
  void aProgramThatFailsStopsTheComparison(@TempDir Path folder) throws Exception {
    Path program = folder.resolve("program");
    Files.writeString(program, "#!/bin/sh\necho broken >&2\nexit 5\n");
    assertTrue(program.toFile().setExecutable(true));
    Contestant contestant =
        new Contestant("broken one", "", java.util.List.of(program.toString()), "x");
    IOException failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            IOException.class, () -> new MeasuredRun(folder).of(contestant));
    assertEquals("broken one ended with status 5: broken", failure.getMessage());
  }
}
