// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Benchmark;
import org.ontoc.pipeline.Benchmark.Contestant;
import org.ontoc.pipeline.Benchmark.Goal;
import org.ontoc.pipeline.Benchmark.Quantity;
import org.ontoc.pipeline.Benchmark.Sample;
import org.ontoc.pipeline.Benchmark.Trial;

/** The harness, with contestants that take what they are told. */
class BenchTest {
  private record Said(int status, String out, String err) {}

  private static Said run(Benchmark benchmark, String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, Benchmark> all = Map.of("test", benchmark);
    int status =
        new Bench(new TreeMap<>(all), new PrintStream(out, true), new PrintStream(err, true))
            .run(words);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Contestant contestant(String name, boolean ours, double seconds, String answer) {
    double[] next = {100};
    return new Contestant(
        name,
        "1.0",
        ours,
        1,
        Optional.of("7"),
        () -> {
          // the warm-up takes 100 times as long; the others spread around what was told
          double taken = seconds * next[0];
          next[0] = next[0] == 1 ? 1.5 : next[0] == 1.5 ? 0.5 : 1;
          return new Sample(taken, taken, 1 << 20, answer);
        });
  }

  private static Trial trial(String ours, String theirs) {
    return new Trial(
        "A <test>",
        "A sample is a number.",
        List.of(contestant("ours", true, 2, ours), contestant("theirs", false, 8, theirs)),
        List.of(
            new Goal("ours", "theirs", Quantity.TIME, 4),
            new Goal("ours", "theirs", Quantity.MEMORY, 2)),
        List.of("another one was left out"));
  }

  @Test
  void samplesAreTakenInTurnsWithoutTheWarmUp(@TempDir Path folder) throws Exception {
    Said said = run(_ -> trial("7", "7"), "test", "--rounds", "3", "-o", folder.toString());
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("| ours 1.0 | 2.00 s (1.00 s–3.00 s) |"), said.out());
    assertTrue(said.out().contains("ours: 1/4.00 of the time of theirs"), said.out());
    assertTrue(said.out().contains("at least 4.00, is 4.00 (reached)"), said.out());
    assertTrue(said.out().contains("at least 2.00, is 1.00 (missed)"), said.out());
    assertTrue(said.out().contains("another one was left out"), said.out());
    List<String> order = said.err().lines().filter(line -> line.contains(": ")).toList();
    assertEquals(
        List.of("warm-up ours", "warm-up theirs", "round 1 ours", "round 1 theirs"),
        order.subList(0, 4).stream().map(line -> line.replaceAll(":.*", "")).toList());
    String json = Files.readString(folder.resolve("test.json"));
    assertEquals(6, json.split("\"wallSeconds\"", -1).length - 1, json);
    assertTrue(json.contains("\"reached\": 4.0000"), json);
    String html = Files.readString(folder.resolve("index.html"));
    assertTrue(html.contains("A &lt;test>") && html.contains("class=\"ours\""), html);
    assertFalse(html.contains("class=\"wrong\""), html);
  }

  @Test
  void aWrongAnswerOfOursFails(@TempDir Path folder) throws Exception {
    Said said = run(_ -> trial("6", "7"), "test", "--rounds", "3", "-o", folder.toString());
    assertEquals(1, said.status());
    assertTrue(said.out().contains("**wrong: 6, not 7**"), said.out());
    String html = Files.readString(folder.resolve("index.html"));
    assertTrue(html.contains("class=\"wrong\""), html);
  }

  @Test
  void aWrongAnswerOfAnotherIsShown(@TempDir Path folder) throws Exception {
    Said said = run(_ -> trial("7", "6"), "test", "--rounds", "3", "-o", folder.toString());
    assertEquals(0, said.status());
    assertTrue(said.out().contains("**wrong: 6, not 7**"), said.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "test -s",
        "test --rounds 2",
        "test --rounds x",
        "test -o /dev/null/x",
        "test --",
        "--generate",
        "--generate x a.nt",
        "--generate 10 a.csv"
      })
  void misuseIsExplained(String line) throws Exception {
    Said said = run(_ -> trial("7", "7"), line.split(" "));
    assertEquals(2, said.status());
    assertTrue(said.err().startsWith("error: "), said.err());
    assertTrue(said.err().contains("usage: ontoc bench"), said.err());
    assertEquals("", said.out());
  }

  @Test
  void whatIsMissingIsSaid(@TempDir Path folder) throws Exception {
    Said said =
        run(
            _ -> {
              throw new Benchmark.Unavailable("there is no data");
            },
            "test",
            "-o",
            folder.toString());
    assertEquals(2, said.status());
    assertEquals("error: there is no data\n", said.err());
  }

  @Test
  void theListNamesAll() throws Exception {
    assertEquals("test\n", run(_ -> trial("7", "7"), "--list").out());
  }
}
