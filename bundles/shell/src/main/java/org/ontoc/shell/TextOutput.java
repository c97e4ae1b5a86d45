// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A standard stream written in UTF-8, whatever the locale, that notices when nobody reads it. */
final class TextOutput extends Writer {
  private static final int FULL = 16_384;

  private final PrintStream stream;
  private final StringBuilder buffer = new StringBuilder();

  TextOutput(PrintStream stream) {
    this.stream = stream;
  }

  /** The reader of a pipe has gone: not an error, but a reason to stop. */
  static final class BrokenPipe extends IOException {
    private static final long serialVersionUID = 1;
  }

  void line(String text) throws IOException {
    append(text).append('\n');
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    buffer.append(characters, offset, length);
    if (buffer.length() >= FULL) write();
  }

  @Override
  public void flush() throws IOException {
    write();
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private void write() throws BrokenPipe {
    int end = buffer.length();
    // Both halves of a surrogate pair belong into one write.
    if (end > 0 && Character.isHighSurrogate(buffer.charAt(end - 1))) end--;
    byte[] bytes = buffer.substring(0, end).getBytes(StandardCharsets.UTF_8);
    buffer.delete(0, end);
    stream.write(bytes, 0, bytes.length);
    if (stream.checkError()) throw new BrokenPipe();
  }
}
