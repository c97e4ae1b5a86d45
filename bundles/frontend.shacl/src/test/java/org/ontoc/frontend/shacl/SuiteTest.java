// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Diagnostic;

/** Reads the W3C SHACL test suite's documents. */
class SuiteTest {
  private static final Path SHARED =
      Path.of(System.getProperty("ontoc.root", "."), "..", "shared").normalize();
  private static final Path SUITE = SHARED.resolve("suites/shacl10/data-shapes-test-suite/tests");

  private static List<Path> files(String folder) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SUITE), "no W3C SHACL suite at " + SUITE);
    try (Stream<Path> all = Files.walk(SUITE.resolve(folder))) {
      return all.filter(it -> it.toString().endsWith(".ttl"))
          .filter(it -> !it.endsWith("manifest.ttl"))
          .sorted()
          .toList();
    }
  }

  @Test
  void allOfCoreIsRead() throws IOException {
    int shapes = 0;
    for (Path file : files("core")) {
      Reading.Result result = Reading.of(Reading.file(file));
      assertEquals(List.of(), result.errors(), file.toString());
      shapes += result.program().shapes().size();
    }
    assertTrue(shapes > 200, "only " + shapes + " shapes");
  }

  /** Seven queries break a rule of pre-binding, which the suite calls a failure. */
  @Test
  void sparqlIsReadOrRefusedWithAPosition() throws IOException {
    int refused = 0;
    for (Path file : files("sparql")) {
      Reading.Result result = Reading.of(Map.of("imports", "ignore"), List.of(Reading.file(file)));
      boolean failure = Files.readString(file).contains("mf:result sht:Failure");
      if (!failure) assertEquals(List.of(), result.errors(), file.toString());
      if (!failure) continue;
      refused++;
      assertFalse(result.errors().isEmpty(), file.toString());
      for (Diagnostic error : result.errors()) {
        assertEquals("E0343", error.code(), file.toString());
        assertTrue(error.at().isKnown() && error.at().column() > 0, error.toString());
      }
    }
    assertEquals(7, refused);
  }

  @Test
  void lubmShapesAreRead() {
    Path file = SHARED.resolve("data/lubm/lubm-shapes.ttl");
    Assumptions.assumeTrue(Files.isRegularFile(file), "no LUBM shapes at " + file);
    Reading.Result result = Reading.of(Reading.file(file));
    assertEquals(List.of(), result.findings());
    assertTrue(result.program().shapes().size() > 20);
  }
}
