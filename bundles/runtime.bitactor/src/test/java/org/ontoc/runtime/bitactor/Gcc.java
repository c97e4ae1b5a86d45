// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles and runs C under sanitizers; tests that need it are skipped where there is no gcc. */
public final class Gcc {
  private static final List<String> STRICT =
      List.of(
          "gcc",
          "-std=c11",
          "-O1",
          "-g",
          "-Wall",
          "-Wextra",
          "-Wpedantic",
          "-Wconversion",
          "-Wshadow",
          "-Wundef",
          "-Wstrict-prototypes",
          "-Werror",
          "-fno-sanitize-recover=all",
          "-Isrc/main/c");

  private Gcc() {}

  /** A program of src/test/c with the runtime, under the address and behaviour sanitizers. */
  public static Path program(Path folder, String name, String... options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-fsanitize=address,undefined");
    return build(folder, name, all);
  }

  /** The same under the thread sanitizer. */
  public static Path threads(Path folder, String name) throws IOException, InterruptedException {
    return build(folder, name, List.of("-fsanitize=thread", "-pthread"));
  }

  private static Path build(Path folder, String name, List<String> options)
      throws IOException, InterruptedException {
    Path binary = folder.resolve(name);
    List<String> command = new ArrayList<>(STRICT);
    command.addAll(options);
    command.add("src/test/c/" + name + ".c");
    try (Stream<Path> sources = Files.list(Path.of("src/main/c"))) {
      sources
          .map(Path::toString)
          .filter(it -> it.matches(".*/bitactor[a-z_]*\\.c") && !it.contains("/bitactor_graph"))
          .sorted()
          .forEach(command::add);
    }
    command.addAll(List.of("-lm", "-o", binary.toString()));
    assumeTrue(isThere(), "no gcc");
    assertEquals("", run(command, ""));
    return binary;
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("gcc", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** What a command writes; it must succeed. */
  public static String run(List<String> command, String input)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("input", ".txt");
    Files.writeString(in, input);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(in.toFile()).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
