// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredRunTest {
  private static Contestant java(Path folder, String body) throws Exception {
    Path source = folder.resolve("Work.java");
    Files.writeString(
        source,
        "class Work { public static void main(String[] a) throws Exception { " + body + " } }");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // as the child of a shell: the tree counts, not the process alone
    return new Contestant(
        "work",
        "",
        List.of("/bin/sh", "-c", java + " -Xms600m -XX:+AlwaysPreTouch " + source + "; true"),
        "hit");
  }

  @Test
  void memoryAndTimeOfChildrenAreCounted(@TempDir Path folder) throws Exception {
    Measurement measurement =
        new MeasuredRun(folder)
            .of(java(folder, "System.out.println(\"hit hit\"); System.out.println(\"hit\");"));
    assertEquals(3, measurement.results());
    assertTrue(measurement.peakBytes() > 600L << 20, measurement.toString());
    assertTrue(measurement.cpuSeconds() > 0.1, measurement.toString());
    assertTrue(measurement.wallSeconds() > 0.1, measurement.toString());
  }

  @Test
  void theShellsTimesAreRead() {
    assertEquals(62.75, MeasuredRun.cpuSeconds("0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n"), 1e-9);
    assertEquals(0.30, MeasuredRun.cpuSeconds("0m0,00s 0m0,00s\n0m0,10s 0m0,20s\n"), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> MeasuredRun.cpuSeconds("real 1"));
  }

  @Test
  void theMedianHasItsSpread() {
    List<Measurement> runs =
        java.util.stream.DoubleStream.of(3, 1, 2)
            .mapToObj(wall -> new Measurement(wall, 0, 0, 0, 0))
            .toList();
    Spread spread = Spread.of(runs, Measurement::wallSeconds);
    assertEquals(new Spread(2, 1, 3), spread);
    assertEquals("2.0 (1.0–3.0)", spread.text(1, "%.1f"));
    assertEquals(1.5, Spread.of(runs.subList(1, 3), Measurement::wallSeconds).median());
  }
}
