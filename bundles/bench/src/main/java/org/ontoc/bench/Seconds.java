// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.Locale;

/** Times with the unit that fits them. */
final class Seconds {
  private Seconds() {}

  static String text(double seconds) {
    if (seconds >= 1) return String.format(Locale.ROOT, "%.2f s", seconds);
    if (seconds >= 1e-3) return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
    return seconds >= 1e-6
        ? String.format(Locale.ROOT, "%.2f µs", seconds * 1e6)
        : String.format(Locale.ROOT, "%.0f ns", seconds * 1e9);
  }

  static String text(Spread spread) {
    return text(spread.median())
        + " ("
        + text(spread.least())
        + "–"
        + text(spread.greatest())
        + ")";
  }
}
