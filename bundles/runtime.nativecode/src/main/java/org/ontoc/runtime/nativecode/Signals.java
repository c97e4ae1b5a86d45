// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Optional;

/** The signals that end a program, by the exit value 128 + n that Java gives. */
final class Signals {
  private Signals() {}

  /** The signal's name when the exit value tells of one. */
  static Optional<String> of(int exitValue) {
    return exitValue <= 128 || exitValue > 128 + 64
        ? Optional.empty()
        : Optional.of(name(exitValue - 128));
  }

  private static String name(int number) {
    return switch (number) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 3 -> "SIGQUIT";
      case 4 -> "SIGILL";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 13 -> "SIGPIPE";
      case 15 -> "SIGTERM";
      case 24 -> "SIGXCPU";
      case 31 -> "SIGSYS";
      default -> "signal " + number;
    };
  }
}
