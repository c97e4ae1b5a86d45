// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A report in a file: written beside the place and renamed, so that nobody reads a half. */
final class OutputFile {
  /** Writes to an appendable. */
  @FunctionalInterface
  interface Text {
    void write(Appendable out) throws IOException;
  }

  private OutputFile() {}

  static void write(Path file, Text text) throws Refusal {
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      // Renaming would replace a device such as /dev/stdout.
      boolean direct =
          Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
      if (direct && !Files.isDirectory(target)) write(text, target);
      else replace(target, text);
    } catch (IOException failed) {
      throw new Refusal(
          "E0151",
          "the file " + file + " cannot be written: " + OutputFolder.reason(failed),
          "choose a file that you may write to with -o");
    }
  }

  private static void replace(Path target, Text text) throws IOException {
    if (Files.isDirectory(target)) throw new IOException("it is a folder");
    Path parent = target.getParent();
    Path temporary =
        target.resolveSibling(
            "." + target.getFileName() + ".ontoc-" + ProcessHandle.current().pid());
    if (parent != null && !Files.isDirectory(parent))
      throw new java.nio.file.NoSuchFileException(parent.toString());
    try {
      write(text, temporary);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Text text, Path file) throws IOException {
    // Unlike Files.newBufferedWriter this replaces an unpaired surrogate instead of failing.
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
      text.write(out);
    }
  }
}
