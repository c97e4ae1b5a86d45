// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Source;

/**
 * The documents of the W3C core suite, each as shapes and as data: compiled C and classes for the
 * JVM say the same about order, places in Turtle, messages and explanations.
 */
class SuitePlacesTest {
  private static final String CORE = "../shared/suites/shacl10/data-shapes-test-suite/tests/core";
  private static final int LEAST = 80;

  @Test
  void theJvmSaysWordForWordWhatCSays() throws IOException {
    Path root = Path.of(System.getProperty("ontoc.root", "../..")).resolve(CORE).normalize();
    assumeTrue(Files.isDirectory(root), "the W3C suites are not here");
    List<String> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".ttl")).sorted().toList())
        documents.add(Files.readString(file));
    }
    int placed = 0;
    try (CompiledEngine c = engine("library");
        CompiledEngine jvm = engine("jvm")) {
      c.prepare(documents);
      jvm.prepare(documents);
      for (String text : documents) {
        Verdict expected = validate(c, text);
        assertEquals(expected, validate(jvm, text), text);
        if (expected instanceof Verdict.Report report && !report.placed().isEmpty()) placed++;
      }
    }
    assertTrue(placed >= LEAST, placed + " documents had results");
  }

  private static CompiledEngine engine(String name) {
    return new CompiledEngine(name, Engines.compiled(name));
  }

  private static Verdict validate(CompiledEngine engine, String text) {
    Source data = CompiledEngine.source("data.ttl", "text/turtle", text);
    return engine.validateSources(text, List.of(List.of(data))).getFirst();
  }
}
