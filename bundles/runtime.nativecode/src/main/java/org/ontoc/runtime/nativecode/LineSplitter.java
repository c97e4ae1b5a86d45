// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts a stream of bytes into lines; holds one line at most. */
final class LineSplitter {
  /** Takes a line. */
  @FunctionalInterface
  interface Sink {
    void line(String line) throws ProtocolException;
  }

  private final Sink sink;
  private byte[] rest = new byte[4096];
  private int held;

  LineSplitter(Sink sink) {
    this.sink = sink;
  }

  void feed(byte[] bytes, int length) throws ProtocolException {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] != '\n') continue;
      if (held == 0) {
        sink.line(new String(bytes, from, i - from, StandardCharsets.UTF_8));
      } else {
        hold(bytes, from, i);
        sink.line(new String(rest, 0, held, StandardCharsets.UTF_8));
        held = 0;
      }
      from = i + 1;
    }
    hold(bytes, from, length);
  }

  /** Whether the last line had no end. */
  boolean unfinished() {
    return held > 0;
  }

  private void hold(byte[] bytes, int from, int to) throws ProtocolException {
    int needed = held + (to - from);
    if (needed < 0) throw new ProtocolException("a line of more than 2 GiB");
    if (needed > rest.length)
      rest = Arrays.copyOf(rest, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
    System.arraycopy(bytes, from, rest, held, to - from);
    held = needed;
  }
}
