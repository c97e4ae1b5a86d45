// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.plan.Plan;

/**
 * Threat T7: patterns on which engines that backtrack take for ever, through the compiled program,
 * and harmless patterns against java.util.regex.
 */
class T7PatternsTest {
  private static final String PREFIXES =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n";
  private static final int EVIL = 500;
  private static final int PART = 125;
  private static final int LENGTH = 100_000;

  /** The row's bound for one pattern on one text; the mean is far below. */
  private static final long NANOS = 50_000_000;

  /** A pattern and the character that its worst text repeats. */
  private record Evil(String regex, String character) {}

  /** Nested and overlapping repetitions, as in the literature and in bug reports. */
  private static List<Evil> evil() {
    List<Evil> all = new ArrayList<>();
    for (int i = 1; all.size() < EVIL; i++) {
      String count = "{1," + (i % 20 + 1) + "}";
      all.add(new Evil("^(a+)+" + "a".repeat(i % 30) + "!$", "a"));
      all.add(new Evil("^(a|aa)+" + "b".repeat(i % 30) + "$", "a"));
      all.add(new Evil("^((a|a?)+)" + count + "$|^b" + i + "$", "a"));
      all.add(new Evil("(x+x+)+y" + count, "x"));
      all.add(new Evil("^([a-zA-Z0-9])(([.-]|[_]+)?([a-zA-Z0-9]+))*(@)" + count, "a"));
      all.add(new Evil("(.*a)" + count + "$", "b"));
      all.add(new Evil("^(([a-z])+.)+[A-Z]([a-z])+" + i + "$", "a"));
      all.add(new Evil("(a*)*(b*)*(c*)*d" + i, "a"));
      all.add(new Evil("^(\\d+)*[a-z]{" + (i % 9 + 1) + "}$", "1"));
      all.add(new Evil("(\\w+\\s?)*(-" + i + ")$", "é"));
    }
    return all.subList(0, EVIL);
  }

  private static Native.Outcome run(Path folder, String shapes, String data, Set<Integer> failing)
      throws Exception {
    Compiling compiling = new Compiling(Map.of("name", "patterns"));
    byte[] text = (PREFIXES + shapes).getBytes(StandardCharsets.UTF_8);
    Plan plan = compiling.plan(compiling.program(Source.of("s.ttl", "text/turtle", text)));
    Compiling.write(compiling.artifacts(plan), folder);
    assertEquals(List.of(), compiling.findings());
    Native.compile(folder, "gcc", List.of("-std=c99", "-O1"), "patterns.c", "main.c", "-o", "v");
    Files.writeString(folder.resolve("d.nt"), data);
    Native.Outcome outcome = Native.run(folder, List.of("./v", "--machine", "d.nt"));
    assertEquals("", outcome.err());
    Map<Integer, Integer> numbers = new HashMap<>();
    plan.shapes()
        .forEach(
            shape ->
                shape
                    .checks()
                    .forEach(
                        check ->
                            numbers.put(
                                check.number(),
                                Integer.parseInt(
                                    shape.shape().id().toString().replaceAll("\\D", "")))));
    outcome
        .out()
        .lines()
        .filter(line -> line.startsWith("R"))
        .map(line -> Integer.parseInt(line.split("\t")[1]))
        .forEach(check -> failing.add(numbers.getOrDefault(check, -1)));
    return outcome;
  }

  private static String shape(int number, String regex, String path) {
    String escaped = regex.replace("\\", "\\\\").replace("\"", "\\\"");
    return "ex:S%d sh:targetSubjectsOf ex:p%s ; sh:path ex:p%s ; sh:pattern \"%s\" .%n"
        .formatted(number, path, path, escaped);
  }

  private static String triple(String subject, String path, String text) {
    return "<http://example.org/%s> <http://example.org/p%s> \"%s\" .%n"
        .formatted(
            subject, path, text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
  }

  @Test
  void fiveHundredEvilPatternsOnAHundredThousandCharacters(@TempDir Path folder) throws Exception {
    Native.assumePresent("gcc");
    List<Evil> all = evil();
    long nanos = 0;
    int failing = 0;
    for (int from = 0; from < EVIL; from += PART) {
      StringBuilder shapes = new StringBuilder();
      StringBuilder data = new StringBuilder();
      for (int i = from; i < from + PART; i++) {
        shapes.append(shape(i, all.get(i).regex(), "" + i));
        data.append(triple("n", "" + i, all.get(i).character().repeat(LENGTH - 1) + "#"));
      }
      Set<Integer> failed = new HashSet<>();
      Native.Outcome outcome =
          run(
              Files.createDirectory(folder.resolve("part" + from)),
              shapes.toString(),
              data.toString(),
              failed);
      String[] statistics = outcome.out().lines().toList().getLast().split("\t");
      nanos += Long.parseLong(statistics[6]);
      failing += failed.size();
    }
    System.out.println(
        "%d patterns x %,d characters: %.3f ms each, %d do not match"
            .formatted(EVIL, LENGTH, nanos / 1e6 / EVIL, failing));
    assertTrue(failing > EVIL * 3 / 4, failing + " do not match");
    assertTrue(nanos / EVIL < NANOS, nanos / EVIL + " ns each");
  }

  /** What means the same in both dialects; the texts have no line ends. */
  private static final List<String> SAFE =
      List.of(
          "^a",
          "b$",
          "^$",
          "a|b",
          "[a-c]+",
          "[^a-c]",
          "(ab)*c",
          "a{2,3}",
          "a{3}",
          "a{2,}b",
          "\\d+",
          "^\\d{1,3}(\\.\\d{1,3}){3}$",
          "a?b?c?",
          "x*y+z?",
          "(a|b)(c|1)",
          "^[a-z]+@[a-z]+$",
          "é",
          "[é-ü]",
          "\\.",
          "\\\\",
          "a.c",
          "^.{3}$",
          "(a(b(c)))",
          "1|2|A",
          "[A-Z][a-z]*",
          "[\\-a]",
          "^(a|b|c)*$",
          "^(?:ab|ba)+$",
          "日本",
          "[日-本]",
          "\uD83D\uDE00",
          "^.$",
          "a+?b",
          "a*?$",
          "(a|ab)(c|bc)",
          "\\p{L}",
          "\\P{L}",
          "\\p{Lu}\\p{Ll}",
          "[\\d.]+",
          "\"");

  @Test
  void harmlessPatternsMeanWhatJavaSays(@TempDir Path folder) throws Exception {
    Native.assumePresent("gcc");
    Random random = new Random(7);
    String[] alphabet = {
      "a", "b", "c", "A", "1", "2", ".", "é", "@", "日", "\uD83D\uDE00", "\\", "\"", "-", "y"
    };
    int compared = 0;
    for (int round = 0; round < 2; round++) {
      StringBuilder shapes = new StringBuilder();
      StringBuilder data = new StringBuilder();
      Set<Integer> expected = new TreeSet<>();
      for (int i = 0; i < SAFE.size() * 10; i++) {
        String regex = SAFE.get(i % SAFE.size());
        StringBuilder text = new StringBuilder();
        for (int j = random.nextInt(8); j > 0; j--)
          text.append(alphabet[random.nextInt(alphabet.length)]);
        shapes.append(shape(i, regex, "" + i));
        data.append(triple("n", "" + i, text.toString()));
        if (!Pattern.compile(regex).matcher(text).find()) expected.add(i);
        compared++;
      }
      Set<Integer> failing = new TreeSet<>();
      run(
          Files.createDirectory(folder.resolve("round" + round)),
          shapes.toString(),
          data.toString(),
          failing);
      assertEquals(expected, failing);
    }
    assertTrue(compared >= 800);
  }
}
