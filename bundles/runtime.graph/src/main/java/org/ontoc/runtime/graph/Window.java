// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a document that is in memory; a reader moves it along. */
final class Window {
  private static final int BYTES = 1 << 18;

  private final InputStream stream;
  private final Runnable poll;

  /** {@code data[filled]} is 0 and belongs to no document, so that fast loops stop there. */
  byte[] data = new byte[1];

  int filled;

  /** Where in the document {@code data[0]} is. */
  long offset;

  /** Nothing follows. */
  boolean atEnd;

  /**
   * Opens a window of nothing.
   *
   * @param poll called before each read; may throw to end the reading
   */
  Window(InputStream stream, Runnable poll) {
    this.stream = stream;
    this.poll = poll;
  }

  /** Drops the first bytes, then reads until there are at least wanted more or all is read. */
  void fill(int used, int wanted) throws IOException {
    if (used > 0) System.arraycopy(data, used, data, 0, filled - used);
    filled -= used;
    offset += used;
    grow(wanted);
    int target = filled + wanted;
    while (!atEnd && filled < target) {
      poll.run();
      int n = stream.read(data, filled, data.length - 1 - filled);
      if (n < 0) atEnd = true;
      else filled += n;
    }
    data[filled] = 0;
  }

  /** A window that is half full of one token grows, so that reads stay large. */
  private void grow(int wanted) {
    long capacity = Math.max(data.length - 1, BYTES);
    while (capacity < (long) filled + wanted || capacity / 2 < filled) capacity *= 2;
    if (capacity > Integer.MAX_VALUE - 16) throw new OutOfMemoryError("a window of a document");
    if (capacity + 1 > data.length) data = Arrays.copyOf(data, (int) capacity + 1);
  }

  /** Length of the UTF-8 signature at the start of the document, which readers skip. */
  int signature() {
    boolean has =
        filled >= 3
            && (data[0] & 0xFF) == 0xEF
            && (data[1] & 0xFF) == 0xBB
            && (data[2] & 0xFF) == 0xBF;
    return has ? 3 : 0;
  }

  static String unreadable(IOException cause) {
    return "this document could not be read any further: "
        + (cause.getMessage() == null ? cause : cause.getMessage());
  }
}
