// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs command lines against a fake platform and keeps what they print. */
final class Terminal {
  final FakePlatform platform = new FakePlatform();

  /** What a command left behind. */
  record Outcome(int code, String out, String err) {
    String firstError() {
      return err.lines().findFirst().orElse("");
    }
  }

  Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.plain(print(out), print(err));
    int code = Ontoc.run(arguments, new Session(platform, console, new Progress()));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** A pipe whose reader goes after some bytes. */
  static final class ClosingPipe extends OutputStream {
    private final int limit;
    private int written;

    ClosingPipe(int limit) {
      this.limit = limit;
    }

    int written() {
      return written;
    }

    @Override
    public void write(int value) throws IOException {
      if (written >= limit) throw new IOException("Broken pipe");
      written++;
    }
  }
}
