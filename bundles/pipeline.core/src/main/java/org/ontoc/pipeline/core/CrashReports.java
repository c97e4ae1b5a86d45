// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.pipeline.Step;

/**
 * Writes what went wrong inside a stage to a file that a user can send. It holds no text of the
 * sources or the data beyond what the exception says.
 */
final class CrashReports {
  private final Path folder;

  /** Files are made in the folder, or in the temporary one when that cannot be written. */
  CrashReports(Path folder) {
    this.folder = folder;
  }

  Optional<Path> write(Run run, Step.Phase phase, String sentence, Throwable thrown) {
    byte[] text = text(run, phase, sentence, thrown).getBytes(StandardCharsets.UTF_8);
    for (Path place : new Path[] {folder, Path.of(System.getProperty("java.io.tmpdir"))}) {
      try {
        if (place.equals(folder)) Files.createDirectories(place);
        Path file = Files.createTempFile(place, "ontoc-crash-", ".txt");
        Files.write(file, text);
        return Optional.of(file);
      } catch (IOException | SecurityException _) {
        // a crash report that cannot be written must not hide the crash
      }
    }
    return Optional.empty();
  }

  private static String text(Run run, Step.Phase phase, String sentence, Throwable thrown) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("ontoc crash report");
    out.println(sentence);
    out.println("phase: " + phase);
    out.println("java: " + System.getProperty("java.vendor") + " " + Runtime.version());
    out.println("system: " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    out.println("heap: " + Meter.heapInUse() + " of " + Runtime.getRuntime().maxMemory());
    out.println("steps so far:");
    for (Step step : run.trace()) {
      out.println(
          "  "
              + step.phase()
              + " "
              + step.stage()
              + " "
              + step.bundle()
              + " "
              + step.state()
              + " "
              + step.wall());
    }
    thrown.printStackTrace(out);
    out.flush();
    return text.toString();
  }
}
