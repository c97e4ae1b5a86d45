// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.List;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;

/** What the process says to its caller. */
final class ExitCode {
  static final int DONE = 0;
  static final int RESULTS = 1;
  static final int USAGE = 2;
  static final int SOURCE = 3;
  static final int TOOLCHAIN = 4;
  static final int INTERNAL = 5;
  static final int PARTIAL = 6;
  static final int LIMIT = 124;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /**
   * The code for a list of findings: a bug of ours and a spent budget come first, since whatever
   * else is wrong may follow from them; otherwise the first error decides.
   */
  static int of(List<Diagnostic> diagnostics) {
    List<Integer> codes =
        diagnostics.stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .map(diagnostic -> of(diagnostic.code()))
            .toList();
    for (int grave : List.of(INTERRUPTED, INTERNAL, LIMIT)) if (codes.contains(grave)) return grave;
    return codes.isEmpty() ? DONE : codes.getFirst();
  }

  /** The code for one error, by the area of its number. */
  static int of(String code) {
    if (code.equals("E0803")) return INTERRUPTED;
    // What a request names is not installed: configuration, not the source's fault.
    if (code.startsWith("E059")) return USAGE;
    String area = code.length() >= 3 ? code.substring(0, 3) : code;
    return switch (area) {
      case "E01" -> USAGE;
      case "E02", "E03", "E04", "E05", "E07" -> SOURCE;
      case "E06" -> TOOLCHAIN;
      case "E08" -> LIMIT;
      default -> INTERNAL;
    };
  }
}
