// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** The data and the shapes, with a program that only pretends to validate. */
class ScaleBenchmarkTest {
  private static final Path DATA =
      Path.of(System.getProperty("ontoc.root", "."), "../shared/data/lubm")
          .toAbsolutePath()
          .normalize();

  @Test
  void classesAreLeftOut() throws Exception {
    String some =
        "  sh:class ub:A ;\n  sh:or (\n [ sh:class ub:A ]\n [ sh:class ub:B ] ) ;\n  sh:minCount 1 .";
    assertEquals("\n  sh:minCount 1 .", ScaleBenchmark.withoutClasses("\n" + some));
    Path shapes = DATA.resolve("lubm-shapes.ttl");
    Assumptions.assumeTrue(Files.isRegularFile(shapes), shapes + " is not there: skipped");
    assertFalse(ScaleBenchmark.withoutClasses(Files.readString(shapes)).contains("sh:class "));
  }

  @Test
  void eachWayIsAContestant(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(DATA), DATA + " is not there: skipped");
    Benchmark.Setting setting =
        new Benchmark.Setting(
            folder,
            Optional.empty(),
            Map.of("data", DATA.toString(), "triples", "20000", "program", "/bin/true"),
            _ -> {});
    Benchmark.Trial trial = new ScaleBenchmark().prepare(setting);
    assertEquals(9, trial.contestants().size());
    assertTrue(trial.contestants().stream().allMatch(it -> it.units() > 20_000));
    List<String> names = trial.contestants().stream().map(Benchmark.Contestant::name).toList();
    assertTrue(names.contains("grouped, in one pass"), names.toString());
  }
}
