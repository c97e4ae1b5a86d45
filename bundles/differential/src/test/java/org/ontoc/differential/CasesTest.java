// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pairs that engines disagreed about, with the right answer: expected.txt is the report, WHY.md
 * says by which text of the specification.
 */
class CasesTest {
  private static final List<Engine> OURS =
      Engines.open("reference,passes,plain,process,split,library");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Path folder = Path.of("src/test/resources/cases");
    try (Stream<Path> cases = Files.list(folder)) {
      return cases.sorted().toList().stream()
          .flatMap(
              entry ->
                  OURS.stream()
                      .map(
                          engine ->
                              DynamicTest.dynamicTest(
                                  entry.getFileName() + " by " + engine.name(),
                                  () -> check(entry, engine))));
    }
  }

  private static void check(Path entry, Engine engine) {
    assertFalse(text(entry, "WHY.md").isBlank());
    Verdict verdict =
        engine.validate(text(entry, "shapes.ttl"), List.of(text(entry, "data.nt"))).getFirst();
    Verdict.Report report = assertInstanceOf(Verdict.Report.class, verdict);
    assertEquals(text(entry, "expected.txt"), report.unplaced().toString());
  }

  private static String text(Path entry, String name) {
    try {
      return Files.readString(entry.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
