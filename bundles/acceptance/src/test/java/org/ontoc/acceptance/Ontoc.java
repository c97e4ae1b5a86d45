// SPDX-License-Identifier: Apache-2.0
package org.ontoc.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the launcher as a user does: a process of its own, in the checkout's top folder. */
final class Ontoc {
  static final Path ROOT = Path.of(System.getProperty("ontoc.root")).toAbsolutePath().normalize();

  private static final long LIMIT_SECONDS = 180;

  private Ontoc() {}

  /** What a run left behind. */
  record Outcome(int exit, String out, String err) {
    /** Both streams, for a test's message. */
    @Override
    public String toString() {
      return "exit " + exit + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
    }
  }

  static Outcome run(String... arguments) throws Exception {
    return run(Map.of(), "", arguments);
  }

  static Outcome run(Map<String, String> environment, String input, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("ontoc").toString()));
    command.addAll(List.of(arguments));
    return process(environment, input, command);
  }

  /** Runs a command line through a shell, as the documentation shows it. */
  static Outcome shell(String line) throws Exception {
    return process(Map.of(), "", List.of("sh", "-c", line));
  }

  private static Outcome process(
      Map<String, String> environment, String input, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<String> out =
        CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closedEarly) {
      // a command that does not read its input may end before it was written
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(command + " did not end within " + LIMIT_SECONDS + " s");
    }
    return new Outcome(process.exitValue(), out.get(), err.get());
  }

  private static String text(java.io.InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
