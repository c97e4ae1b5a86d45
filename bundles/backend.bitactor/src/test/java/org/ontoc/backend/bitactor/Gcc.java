// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles and runs generated C; tests that need it are skipped where there is no gcc. */
final class Gcc {
  private static final Path RUNTIME = Path.of("../runtime.bitactor/src/main/c").toAbsolutePath();
  private static final Path GRAPHS = Path.of("../backend.c/src/main/c").toAbsolutePath();
  private static final List<String> STRICT =
      List.of("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Wundef", "-Werror");

  private Gcc() {}

  /** Builds files of a folder with the interpreter, under sanitizers. */
  static void build(Path folder, List<String> files, String program, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("gcc", "-std=c11", "-O1", "-g"));
    command.addAll(STRICT);
    command.addAll(List.of(options));
    command.addAll(List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
    command.addAll(List.of("-I" + RUNTIME, "-o", program));
    command.addAll(files);
    for (String source : List.of("bitactor.c", "bitactor_load.c", "bitactor_lanes.c"))
      command.add(RUNTIME + "/" + source);
    command.add("-lm");
    assertEquals("", run(folder, command));
  }

  /** The program of runtime.bitactor that makes mutations of graph images. */
  static Path fuzzer(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("gcc", "-std=c99", "-O1", "-g"));
    command.addAll(STRICT);
    command.addAll(List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all"));
    command.addAll(List.of("-pthread", "-I" + RUNTIME, "-I" + GRAPHS, "-o", "fuzz_graph"));
    command.add(RUNTIME.resolve("../../test/c/fuzz_graph.c").toString());
    assertEquals("", run(folder, command));
    return folder.resolve("fuzz_graph");
  }

  /** Compiles a file and returns what gcc says about loops that it vectorized. */
  static String vectorized(Path folder, String file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("gcc", "-std=c99", "-O3", "-c"));
    command.addAll(STRICT);
    command.addAll(List.of("-fopt-info-vec-optimized", "-o", "vectorized.o", file));
    return run(folder, command);
  }

  static void assumePresent() throws InterruptedException {
    boolean there;
    try {
      there =
          new ProcessBuilder("gcc", "--version")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException _) {
      there = false;
    }
    assumeTrue(there, "no gcc");
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    assumePresent();
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = text(process);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The lines that a program writes; it must succeed. */
  static List<String> run(Path program, List<String> arguments, byte[] input)
      throws IOException, InterruptedException {
    Path in = Files.write(program.resolveSibling("input"), input);
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(in.toFile()).start();
    String output = text(process);
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }
}
