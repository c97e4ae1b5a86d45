// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Counts {
  private Counts() {}

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 result}, {@code 1,000 results}. */
  static String of(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
