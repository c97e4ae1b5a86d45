// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams of one command and what they are connected to.
 *
 * @param colour whether ANSI colours are welcome on standard output
 * @param errorColour the same for standard error
 * @param progress whether somebody watches standard error
 */
record Console(
    TextOutput out, TextOutput err, boolean colour, boolean errorColour, boolean progress) {
  /** The process's streams. */
  static Console ofProcess(Map<String, String> environment) {
    boolean capable = !environment.getOrDefault("TERM", "dumb").equals("dumb");
    boolean colour = capable && environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean watched = capable && isTerminal(2);
    return new Console(
        new TextOutput(System.out),
        new TextOutput(System.err),
        colour && isTerminal(1),
        colour && watched,
        watched);
  }

  /** Streams of a Gogo session, which may be a pipe. */
  static Console plain(PrintStream out, PrintStream err) {
    return new Console(new TextOutput(out), new TextOutput(err), false, false, false);
  }

  /** Java only knows whether standard input and output are both terminals; Linux says more. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      java.io.Console terminal = System.console();
      return terminal != null && terminal.isTerminal();
    }
  }
}
