// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Benchmark;

/** The comparison on 10,000 triples, with a program of ours that only pretends to validate. */
class LubmBenchmarkTest {
  private static final Path ROOT =
      Path.of(System.getProperty("ontoc.root", ".")).toAbsolutePath().normalize();

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
    Path work = Files.createDirectory(folder.resolve("work"));
    Benchmark.Setting setting =
        new Benchmark.Setting(
            work,
            Optional.of(ROOT),
            Map.of("size", "small", "ontoc", "/bin/true", "program", program.toString()),
            _ -> {});
    Benchmark.Trial all = new LubmBenchmark().prepare(setting);
    // the command line is another test's
    Benchmark.Trial trial =
        new Benchmark.Trial(
            all.title(),
            all.what(),
            all.contestants().stream()
                .filter(it -> List.of("compiled validator", "Apache Jena").contains(it.name()))
                .toList(),
            List.of(),
            all.notes());
    return Outcome.measure("lubm", trial, 3, _ -> {});
  }

  @Test
  void jenaRunsAndBothAreMeasured(@TempDir Path folder) throws Exception {
    Outcome outcome = compare(folder, 703);
    assertEquals(
        List.of("703", "703"), outcome.series().stream().map(Outcome.Series::answer).toList());
    assertTrue(outcome.isRight());
    assertEquals("6.0.0", outcome.base().contestant().version());
    assertTrue(outcome.base().peak().least() > 1e7, "a JVM has tens of megabytes");
  }

  @Test
  void anotherNumberOfResultsIsNoSuccess(@TempDir Path folder) throws Exception {
    assertEquals(false, compare(folder, 702).isRight());
  }
}
