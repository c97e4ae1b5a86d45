// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Benchmark.Sample;

class ProcessRunTest {
  private static ProcessRun shell(Path folder, String script) {
    return new ProcessRun(
        "work", List.of("/bin/sh", "-c", script), folder, ProcessRun.Answer.count("hit"));
  }

  @Test
  void memoryAndTimeOfChildrenAreCounted(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("Work.java");
    Files.writeString(
        source,
        "class Work { public static void main(String[] a) {"
            + " System.out.println(\"hit hit\"); System.out.println(\"hit\"); } }");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // as the child of a shell: the tree counts, not the process alone
    Sample sample =
        shell(folder, java + " -Xms600m -XX:+AlwaysPreTouch " + source + "; true").run();
    assertEquals("3", sample.answer());
    assertTrue(sample.peakBytes() > 600L << 20, sample.toString());
    assertTrue(sample.cpuSeconds() > 0.1, sample.toString());
    assertTrue(sample.wallSeconds() > 0.1, sample.toString());
  }

  @Test
  void aProgramThatFailsStopsTheMeasurement(@TempDir Path folder) {
    IOException failure =
        assertThrows(IOException.class, shell(folder, "echo broken >&2; exit 5")::run);
    assertEquals("work ended with status 5: broken", failure.getMessage());
  }

  @Test
  void theShellsTimesAreRead() {
    assertEquals(62.75, ProcessRun.cpuSeconds("0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n"), 1e-9);
    assertEquals(0.30, ProcessRun.cpuSeconds("0m0,00s 0m0,00s\n0m0,10s 0m0,20s\n"), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> ProcessRun.cpuSeconds("real 1"));
  }

  @Test
  void theMedianHasItsSpread() {
    List<Sample> samples =
        DoubleStream.of(3, 1, 2).mapToObj(wall -> new Sample(wall, 0, 0, "")).toList();
    Spread spread = Spread.of(samples, Sample::wallSeconds);
    assertEquals(new Spread(2, 1, 3), spread);
    assertEquals("2.00 s (1.00 s–3.00 s)", Seconds.text(spread));
    assertEquals(1.5, Spread.of(samples.subList(1, 3), Sample::wallSeconds).median());
    assertEquals(
        List.of("1.50 s", "2.5 ms", "3.25 µs", "12 ns"),
        List.of(
            Seconds.text(1.5), Seconds.text(0.0025), Seconds.text(3.25e-6), Seconds.text(1.2e-8)));
  }
}
