// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  @Test
  void aSeedMakesTheSameTriplesInBothSyntaxes(@TempDir Path folder) throws Exception {
    Path first = folder.resolve("a.nt");
    Path again = folder.resolve("b.nt");
    Path other = folder.resolve("c.nt");
    Path turtle = folder.resolve("d.ttl");
    Generator.Written written = Generator.write(first, 20_000, 5);
    assertEquals(written, Generator.write(again, 20_000, 5));
    assertEquals(written, Generator.write(turtle, 20_000, 5));
    Generator.write(other, 20_000, 6);
    assertEquals(-1, Files.mismatch(first, again));
    assertNotEquals(-1, Files.mismatch(first, other));
    assertEquals(written.triples(), Files.readAllLines(first).size());
    assertEquals(statements(first), statements(turtle));
  }

  @Test
  void groupedAndShuffledSayTheSame(@TempDir Path folder) throws Exception {
    Path plain = folder.resolve("a.nt");
    Path grouped = folder.resolve("b.nt");
    Path shuffled = folder.resolve("c.nt");
    Generator.Written written = Generator.write(plain, 20_000, 5);
    Generator.Written once = Generator.write(grouped, 20_000, 5, Generator.Order.GROUPED);
    assertEquals(written, Generator.write(shuffled, 20_000, 5, Generator.Order.SHUFFLED));
    assertNotEquals(-1, Files.mismatch(plain, shuffled));
    assertEquals(
        Files.readAllLines(plain).stream().sorted().toList(),
        Files.readAllLines(shuffled).stream().sorted().toList());
    List<String> subjects =
        Files.readAllLines(grouped).stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    long stretches = 1;
    for (int i = 1; i < subjects.size(); i++)
      if (!subjects.get(i).equals(subjects.get(i - 1))) stretches++;
    assertEquals(subjects.stream().distinct().count(), stretches);
    assertNotEquals(0, once.results());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
  }

  private static Set<String> statements(Path file) throws Exception {
    if (file.toString().endsWith(".nt")) {
      return Files.readAllLines(file).stream()
          .map(line -> line.replaceAll("<[^>]*(?:#type|#)|[<>. ]", ""))
          .map(line -> line.replaceAll("\\W", ""))
          .collect(Collectors.toSet());
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      java.util.Set<String> all = new java.util.HashSet<>();
      for (String block : text.substring(text.indexOf('\n') + 1).split(" \\.\n")) {
        String subject = block.substring(0, block.indexOf('>') + 1);
        for (String part : block.substring(subject.length()).split(" ;\n"))
          all.add((subject + part.replace(" a ub:", "").replace("ub:", "")).replaceAll("\\W", ""));
      }
      return all;
    }
  }

  @Test
  void somePublicationsHaveNoName(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.nt");
    Generator.Written written = Generator.write(file, 30_000, 1);
    long publications = Files.lines(file).filter(line -> line.endsWith("#Publication> .")).count();
    long named = Files.lines(file).filter(line -> line.contains("\"Publication")).count();
    assertEquals(written.results(), publications - named);
    assertNotEquals(0, written.results());
  }
}
