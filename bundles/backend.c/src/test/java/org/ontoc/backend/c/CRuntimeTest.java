// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the C runtime with each of its own C tests, under the strict flags and the sanitizers,
 * and runs it.
 */
final class CRuntimeTest {
  private static final Path C = Path.of(System.getProperty("ontoc.root"), "bundles/backend.c/src");

  private static final List<String> STRICT =
      List.of(
          "-std=c99",
          "-Wall",
          "-Wextra",
          "-Wpedantic",
          "-Wconversion",
          "-Wshadow",
          "-Wundef",
          "-Wstrict-prototypes",
          "-Werror",
          "-O1",
          "-g",
          "-fno-sanitize-recover=all",
          "-fsanitize=address,undefined");

  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> everyTestOfTheRuntimePasses() throws IOException {
    Assumptions.assumeTrue(available("gcc"), "gcc is not installed: the C runtime is not tested");
    List<Path> tests = files(C.resolve("test/c"), "_test.c");
    return tests.stream()
        .map(test -> DynamicTest.dynamicTest(test.getFileName().toString(), () -> check(test)));
  }

  private void check(Path test) throws Exception {
    Path binary = folder.resolve(test.getFileName().toString().replace(".c", ""));
    List<String> command = new ArrayList<>(List.of("gcc"));
    command.addAll(STRICT);
    command.addAll(
        List.of("-I", C.resolve("main/c").toString(), "-o", binary.toString(), test.toString()));
    // not what only the executable has, which belongs to a generated program
    Amalgamation.SOURCES.forEach(source -> command.add(C.resolve("main/c/" + source).toString()));
    run(command);
    run(List.of(binary.toString()));
  }

  private static void run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
  }

  private static boolean available(String tool) {
    try {
      Process process = new ProcessBuilder(tool, "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException missing) {
      return false;
    }
  }

  private static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
