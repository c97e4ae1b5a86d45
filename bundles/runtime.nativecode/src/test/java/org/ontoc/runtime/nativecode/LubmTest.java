// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.conformance.Suites;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.tck.RecordingContext;

/**
 * The LUBM data with its known numbers of results. The system property {@code ontoc.profile}
 * chooses the compiler's profile, e.g. {@code debug} or {@code threads} for the sanitizers.
 */
class LubmTest {
  private static Path folder = Path.of("");
  private static Stages.Compiled compiled = new Stages.Compiled(Echo.plan(), Path.of(""));

  @BeforeAll
  static void compile(@TempDir Path temporary) throws IOException {
    Path shapes = Suites.shared("data/lubm/lubm-shapes.ttl");
    folder = temporary;
    RecordingContext context =
        RecordingContext.of("profile", System.getProperty("ontoc.profile", "portable"));
    compiled =
        Stages.compile(List.of(Suites.source(shapes)), folder.resolve("built"), context)
            .orElseThrow(() -> new AssertionError(context.diagnostics().toString()));
  }

  static Source packed(Path file) {
    return new Source(
        file.toString(),
        "application/n-triples",
        () -> new GZIPInputStream(Files.newInputStream(file), 1 << 16),
        Optional.empty());
  }

  private static Path unpacked(Path file) throws IOException {
    Path plain = folder.resolve(file.getFileName().toString().replace(".gz", ""));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      Files.copy(in, plain);
    }
    return plain;
  }

  @ParameterizedTest
  @CsvSource({
    "lubm-10k.nt.gz, 10000, 703",
    "lubm-100k-dirty.nt.gz, 102989, 344",
    "lubm-1M-dirty.nt.gz, 1034746, 3460"
  })
  void knownNumbersOfResults(String name, long triples, int results) throws IOException {
    Path file = Suites.shared("data/lubm/" + name);
    for (String run : List.of("process", "library")) {
      RecordingContext context = RecordingContext.of("run", run);
      Stages.Outcome outcome = Stages.validate(compiled, List.of(packed(file)), context);
      assertEquals(List.of(), context.diagnostics());
      assertEquals(results, outcome.results().size(), name + " as a " + run);
      assertEquals(results, outcome.statistics().results());
      assertEquals(triples, outcome.statistics().triples());
      System.out.println(name + " " + run + " " + outcome.statistics());
    }
  }

  @Test
  void aFileAStreamAndALibraryAgree() throws IOException {
    Path file = Suites.shared("data/lubm/lubm-100k-dirty.nt.gz");
    Path plain = unpacked(file);
    Source stream = packed(file);
    Source named =
        new Source(plain.toString(), stream.mediaType(), stream.content(), Optional.empty());
    RecordingContext process = RecordingContext.of();
    RecordingContext library = RecordingContext.of("run", "library");
    Stages.Outcome first = Stages.validate(compiled, List.of(Suites.source(plain)), process);
    assertEquals(344, first.results().size());
    assertEquals(first.results(), Stages.validate(compiled, List.of(named), process).results());
    assertEquals(first.results(), Stages.validate(compiled, List.of(named), library).results());
    assertEquals(List.of(), process.diagnostics());
    assertEquals(List.of(), library.diagnostics());
  }
}
