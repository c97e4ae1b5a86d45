// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
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
