// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Rewrites a document while it is read so that every character that stays keeps its line and its
 * column: what goes is blanked.
 */
abstract class RewritingStream extends InputStream {
  /** Longest part that is held back until it is known whether it stays. */
  static final int MOST_HELD = 1 << 20;

  final Document document;
  private final InputStream in;
  private final byte[] input = new byte[1 << 16];
  private final Bytes output = new Bytes();
  private final Bytes held = new Bytes();
  private int next;
  private boolean started;
  private boolean ended;
  private boolean holding;
  private int previous;

  /** Position of the character that is read now. */
  int line = 1;

  int column;

  RewritingStream(InputStream in, Document document) {
    this.in = in;
    this.document = document;
  }

  /** Takes one byte; what is to stay is given to {@link #put}. */
  abstract void take(int b) throws IOException;

  /** Takes the end. */
  abstract void end() throws IOException;

  final void put(int b) {
    (holding ? held : output).write(b);
  }

  /** Holds back what is put from now on. */
  final void hold() {
    holding = true;
  }

  /** Lets go of what was held back. */
  final void keep() {
    output.write(held.array(), 0, held.size());
    held.reset();
    holding = false;
  }

  /** Puts white space of the same extent instead of what was held back, but for its last bytes. */
  final void blank(int kept) {
    int blanked = held.size() - kept;
    for (int i = 0; i < blanked; i++) {
      byte b = held.array()[i];
      if (b == '\n' || b == '\r') output.write(b);
      else if (isStart(b)) output.write(' ');
    }
    output.write(held.array(), blanked, kept);
    held.reset();
    holding = false;
  }

  final boolean isHolding() {
    return holding;
  }

  final int heldBytes() {
    return held.size();
  }

  final IOException malformed(String message, String hint) {
    return document.malformed(line, column, message, hint);
  }

  /** Whether a byte of UTF-8 begins a character. */
  private static boolean isStart(int b) {
    return (b & 0xC0) != 0x80;
  }

  private void count(int b) {
    if (previous == '\n' || previous == '\r' && b != '\n') {
      line++;
      column = 0;
    }
    if (isStart(b)) column++;
    previous = b;
  }

  private boolean fill() throws IOException {
    output.reset();
    next = 0;
    while (output.size() == 0 && !ended) {
      document.checkCancelled();
      int length = started ? in.read(input) : in.readNBytes(input, 0, input.length);
      // a byte order mark is no part of the text
      boolean marked =
          !started
              && length >= 3
              && input[0] == (byte) 0xEF
              && input[1] == (byte) 0xBB
              && input[2] == (byte) 0xBF;
      started = true;
      for (int i = marked ? 3 : 0; i < length; i++) {
        int b = input[i] & 0xFF;
        count(b);
        take(b);
      }
      if (length > 0) continue;
      ended = true;
      count(' ');
      end();
      keep();
    }
    return output.size() > 0;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) return 0;
    if (next == output.size() && !fill()) return -1;
    int n = Math.min(length, output.size() - next);
    System.arraycopy(output.array(), next, target, from, n);
    next += n;
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Bytes that can be looked at without a copy. */
  static final class Bytes extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }
}
