// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a process prints to its end, so that it never blocks, and keeps only the last part.
 */
final class Tail {
  private static final int KEPT = 16 * 1024;

  private final byte[] ring = new byte[KEPT];
  private final CountDownLatch ended = new CountDownLatch(1);
  private long total;

  private Tail() {}

  static Tail of(InputStream stream) {
    Tail tail = new Tail();
    Thread.ofVirtual().name("ontoc-tail").start(() -> tail.drain(stream));
    return tail;
  }

  private void drain(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) keep(buffer, n);
    } catch (IOException _) {
      // the process was killed or its stream closed: what was read so far is what there is
    } finally {
      ended.countDown();
    }
  }

  private synchronized void keep(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) ring[(int) ((total + i) % KEPT)] = buffer[i];
    total += length;
  }

  /** Bytes read so far. */
  synchronized long total() {
    return total;
  }

  /** Waits until the stream ended; false when it is still open. */
  boolean awaitEnd(long millis) throws InterruptedException {
    return ended.await(millis, TimeUnit.MILLISECONDS);
  }

  /** The last lines, at most so many, with control characters made harmless. */
  synchronized String lastLines(int count) {
    int length = (int) Math.min(total, KEPT);
    byte[] kept = new byte[length];
    for (int i = 0; i < length; i++) kept[i] = ring[(int) ((total - length + i) % KEPT)];
    String[] lines = printable(new String(kept, StandardCharsets.UTF_8)).strip().split("\n", -1);
    int from = Math.max(0, lines.length - count);
    return String.join("\n", java.util.Arrays.copyOfRange(lines, from, lines.length));
  }

  /** Text of another program without escape sequences, carriage returns or bidi controls. */
  static String printable(String text) {
    return text.replace("\t", " ")
        .replaceAll("[\\p{Cntrl}&&[^\\n]]", "?")
        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]", "?");
  }
}
