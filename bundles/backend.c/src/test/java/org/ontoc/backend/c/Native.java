// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs compilers and what they made. */
final class Native {
  /** The house style's warnings, all of them errors. */
  static final List<String> STRICT =
      List.of(
          "-std=c99",
          "-Wall",
          "-Wextra",
          "-Wpedantic",
          "-Wconversion",
          "-Wshadow",
          "-Wundef",
          "-Wstrict-prototypes",
          "-Werror");

  /** What a program printed, and its exit status. */
  record Outcome(int status, String out, String err) {}

  private Native() {}

  static void assumePresent(String compiler) {
    boolean present =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, compiler)));
    Assumptions.assumeTrue(present, "there is no " + compiler);
  }

  static Outcome run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "run", ".out");
    Path err = Files.createTempFile(folder, "run", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    Outcome outcome = new Outcome(status, text(out), text(err));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** Runs a compiler, which must succeed and say nothing. */
  static void compile(Path folder, String compiler, List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(compiler));
    command.addAll(flags);
    command.addAll(List.of(arguments));
    Outcome outcome = run(folder, command);
    if (outcome.status() != 0 || !outcome.err().isEmpty())
      throw new AssertionError(String.join(" ", command) + "\n" + outcome.err());
  }
}
