// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.ontoc.pipeline.Context;

/**
 * Runs a program to its end: an argument vector, never a shell; a cleaned environment; a time and
 * an output limit after which the program and all it started are killed.
 */
record Tool(Path folder, String searchPath, Duration limit, Context context) {
  private static final long OUTPUT_LIMIT = 16L << 20;
  private static final long POLL_MILLIS = 20;

  /** How a run ended. */
  sealed interface Outcome {
    /** The program exited by itself; {@code text} are its last lines. */
    record Exited(int status, String text) implements Outcome {}

    /** The time limit was reached. */
    record TimedOut(Duration limit, String text) implements Outcome {}

    /** More output than any compiler prints. */
    record Flooded(String text) implements Outcome {}

    /** The system could not start it. */
    record NotStarted(String reason) implements Outcome {}
  }

  Outcome run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    clean(builder.environment());
    builder.redirectErrorStream(true).redirectInput(new java.io.File("/dev/null"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException fault) {
      return new Outcome.NotStarted(String.valueOf(fault.getMessage()));
    }
    try {
      return await(process, Tail.of(process.getInputStream()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      context.checkCancelled();
      throw new CancellationException();
    } finally {
      ProcessTree.kill(process);
      ProcessTree.sweep(folder);
    }
  }

  // variables such as GCC_EXEC_PREFIX, CPATH, COMPILER_PATH, LD_PRELOAD change what a compiler does
  private void clean(Map<String, String> environment) {
    environment.clear();
    environment.put("PATH", searchPath);
    environment.put("TMPDIR", folder.toString());
    environment.put("LANG", "C");
  }

  private Outcome await(Process process, Tail output) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      context.checkCancelled();
      if (output.total() > OUTPUT_LIMIT) return new Outcome.Flooded(output.lastLines(3));
      if (System.nanoTime() > deadline) return new Outcome.TimedOut(limit, output.lastLines(8));
    }
    // a grandchild may hold the pipe open for ever
    if (!output.awaitEnd(2_000)) ProcessTree.sweep(folder);
    output.awaitEnd(1_000);
    return new Outcome.Exited(process.exitValue(), output.lastLines(12));
  }
}
