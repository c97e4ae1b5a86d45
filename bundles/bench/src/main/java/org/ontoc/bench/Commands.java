// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ontoc.pipeline.Benchmark.Unavailable;

/** Programs that are run to prepare a measurement, not to be measured. */
final class Commands {
  private Commands() {}

  /** What a program prints on standard output; throws unless its exit status is 0. */
  static String run(List<String> command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("ontoc-bench-", ".err");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) return said;
      throw new IOException(
          String.join(" ", command) + " failed: " + said + Files.readString(errors));
    } finally {
      Files.delete(errors);
    }
  }

  /** A program that the PATH leads to. */
  static Optional<Path> find(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, program);
      if (Files.isExecutable(file) && Files.isRegularFile(file)) return Optional.of(file);
    }
    return Optional.empty();
  }

  static Path java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool);
  }

  /** A program in another's language or against another's library, as source. */
  static String peer(String name) throws IOException {
    try (InputStream in = Commands.class.getResourceAsStream("peers/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Compiles a main class that is kept here as source, since it needs libraries that are none of
   * ours; returns the class path to run it with.
   */
  static String compile(String main, String path, Path work, String... options)
      throws IOException, InterruptedException, Unavailable {
    if (!Files.isExecutable(java("javac")))
      throw new Unavailable("the Java that runs this has no compiler (javac)");
    Path folder = Files.createDirectories(work.resolve(main));
    Path source = folder.resolve(main + ".java");
    Files.writeString(source, peer(main + ".java"));
    List<String> command = new ArrayList<>(List.of(java("javac").toString(), "-cp", path));
    command.addAll(List.of("-d", folder.toString()));
    command.addAll(List.of(options));
    command.add(source.toString());
    run(command);
    return folder + ":" + path;
  }
}
