// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Source;

/**
 * Threat T22: generated C inside of other programs. Two programs and two versions of one of them
 * stand in one binary; sixteen threads run them at the same time, each with its own validators.
 */
class T22ThreadsTest {
  private static final List<String> FLAGS =
      List.of("-std=c99", "-O1", "-g", "-fno-sanitize-recover=all", "-pthread");
  private static final String OTHER =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      ex:S sh:targetNode ex:v ; sh:property [ sh:path ex:absent ; sh:minCount 1 ] .
      """;

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = T22ThreadsTest.class.getResourceAsStream(name)) {
      if (in == null) throw new AssertionError("no resource " + name);
      return in.readAllBytes();
    }
  }

  private static String program(String name, String shapes, Path folder) throws IOException {
    Compiling compiling = new Compiling(Map.of("name", name));
    byte[] text = shapes.getBytes(StandardCharsets.UTF_8);
    Source source = Source.of("shapes.ttl", "text/turtle", text);
    Compiling.write(compiling.artifacts(compiling.plan(compiling.program(source))), folder);
    assertEquals(List.of(), compiling.findings());
    return name + ".c";
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "address,undefined"})
  void sixteenThreadsAndThreePrograms(String sanitizer, @TempDir Path folder) throws Exception {
    Native.assumePresent("gcc");
    String shapes = new String(resource("components.ttl"), StandardCharsets.UTF_8);
    String newer = shapes.replace("sh:maxLength", "sh:minLength");
    assertNotEquals(shapes, newer);
    Files.write(folder.resolve("threads.c"), resource("threads.c"));
    Files.write(folder.resolve("data.ttl"), resource("components-data.ttl"));
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-fsanitize=" + sanitizer);
    Native.compile(
        folder,
        "gcc",
        flags,
        program("one", shapes, folder),
        program("two", newer, folder),
        program("other", OTHER, folder),
        "threads.c",
        "-o",
        "v");
    Native.Outcome outcome = Native.run(folder, List.of("./v", "data.ttl"));
    assertEquals("", outcome.err());
    assertEquals(0, outcome.status());
    List<String> reports = List.of(outcome.out().split("--\n"));
    assertEquals(3, reports.size());
    assertEquals(69, reports.getFirst().lines().filter(line -> line.startsWith("R")).count());
    assertNotEquals(reports.get(0), reports.get(1));
    assertEquals(1, reports.get(2).lines().filter(line -> line.startsWith("R")).count());
  }
}
