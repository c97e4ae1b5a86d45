// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader that goes, an interruption, and a bug. */
class AbruptEndTest {
  private final Terminal terminal = new Terminal();
  private final FakeCompiler compiler = terminal.platform.compiler;

  private Terminal.Outcome validate() {
    return terminal.run("validate", "-s", "shapes.ttl", "data.ttl");
  }

  @Test
  void readerThatGoesEndsQuietly() {
    compiler.results(Collections.nCopies(50_000, Samples.results("Violation").getFirst()));
    Terminal.ClosingPipe pipe = new Terminal.ClosingPipe(1_000);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.plain(new PrintStream(pipe), new PrintStream(err));
    int code =
        Ontoc.run(
            new String[] {"validate", "-s", "s.ttl", "d.ttl", "--format", "json"},
            new Session(terminal.platform, console, new Progress()));
    assertEquals(1, code);
    assertEquals(1_000, pipe.written());
    assertEquals("", err.toString(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void interruptedIs130() {
    compiler.during =
        thread -> {
          thread.interrupt();
          return List.of(FakeCompiler.error("E0803"));
        };
    Terminal.Outcome outcome = validate();
    assertEquals(130, outcome.code());
    assertEquals("", outcome.out() + outcome.err());
    assertFalse(Thread.currentThread().isInterrupted(), "the next command is not cancelled");
  }

  @Test
  void bugsOfOursHaveACrashReportAndNoStackTrace() throws IOException {
    compiler.failure = new IllegalStateException("boom");
    Terminal.Outcome outcome = validate();
    assertEquals(5, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.firstError().startsWith("error[E0901]: "), outcome::toString);
    assertFalse(outcome.err().contains("\tat "), outcome::toString);
    String path = outcome.err().replaceFirst("(?s).*please report it with (\\S+).*", "$1");
    assertTrue(Files.readString(Path.of(path)).contains("at org.ontoc.shell"), path);
    Files.delete(Path.of(path));
  }
}
