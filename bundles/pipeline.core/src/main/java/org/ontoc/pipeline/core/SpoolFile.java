// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file that is appended to and read at any position. It is deleted as soon as it is
 * open where the system allows it, so that it never outlives the process, and closed when it is
 * unreachable. Not a channel: an interrupt would close that.
 */
final class SpoolFile {
  private static final Cleaner CLEANER = Cleaner.create();

  private final RandomAccessFile file;
  private long length;

  SpoolFile(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "results-", ".spool");
    file = new RandomAccessFile(path.toFile(), "rw");
    boolean deleted = path.toFile().delete();
    RandomAccessFile opened = file;
    CLEANER.register(
        this,
        () -> {
          try {
            opened.close();
            if (!deleted) Files.deleteIfExists(path);
          } catch (IOException _) {
            // a temporary file: the system's own cleaning takes it
          }
        });
  }

  synchronized void append(byte[] bytes, int count) throws IOException {
    file.seek(length);
    file.write(bytes, 0, count);
    length += count;
  }

  /** Reads what is there at a position, at most as much as fits; 0 at the end. */
  synchronized int read(long position, byte[] buffer) throws IOException {
    file.seek(position);
    return Math.max(0, file.read(buffer));
  }
}
