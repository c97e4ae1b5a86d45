// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.conformance.Rdf11Suite;
import org.ontoc.conformance.Suites;
import org.ontoc.pipeline.tck.RecordingContext;

/**
 * The C readers, with sanitizers, on the W3C suites for Turtle and N-Triples. The system property
 * {@code ontoc.profile} chooses others: {@code threads}.
 */
final class Rdf11SuiteTest extends Rdf11Suite {
  private static Path dump = Path.of("");

  private record Output(int status, byte[] out, String errors) {}

  @BeforeAll
  static void compile(@TempDir Path folder) throws Exception {
    Path c = Suites.ROOT.resolve("bundles/backend.c/src");
    Assumptions.assumeTrue(Files.exists(c.resolve("test/c/dump.c")), "dump.c is not there");
    RecordingContext context =
        RecordingContext.of("profile", System.getProperty("ontoc.profile", "debug"));
    Settings settings = Settings.of(context).orElseThrow();
    Compilers compilers = new Compilers();
    CCompiler compiler = compilers.choose(settings, context).orElseThrow();
    boolean sanitize = compilers.sanitizes(compiler, settings, context);
    List<String> command = new ArrayList<>(List.of(compiler.path().toString()));
    command.addAll(settings.profile().flags(compiler, sanitize));
    dump = folder.resolve("dump");
    command.addAll(List.of("-O1", "-I", c.resolve("main/c").toString(), "-o", dump.toString()));
    command.add(c.resolve("test/c/dump.c").toString());
    command.add(c.resolve("main/c/ort_all.c").toString());
    Output built = execute(command, new byte[0]);
    assertEquals(0, built.status, built.errors);
  }

  @Override
  protected Rdf11Suite.Output read(Path document, String format, String base, boolean pieces)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(dump.toString(), format, base));
    if (pieces) command.addAll(List.of("--chunk", "7"));
    Output output = execute(command, Files.readAllBytes(document));
    // a finding of the sanitizers ends with another status, or prints
    boolean odd =
        output.status > 1 || output.status < 0 || output.status == 0 && !output.errors.isEmpty();
    String problem = odd ? "status " + output.status + " " + output.errors : "";
    return new Rdf11Suite.Output(output.out, output.errors, problem);
  }

  private static Output execute(List<String> command, byte[] input) throws Exception {
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (java.io.OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException _) {
        // it ended before it had read everything
      }
      byte[] out = process.getInputStream().readAllBytes();
      assertEquals(true, process.waitFor(60, TimeUnit.SECONDS));
      return new Output(process.exitValue(), out, Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      Files.delete(errors);
    }
  }
}
