// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;

/** The option {@code max-line-bytes}: the longest line or token of the data that is accepted. */
final class LineLimit {
  private LineLimit() {}

  /** Empty when the validator's own limit is to hold. */
  static Optional<Long> of(Context context) {
    String text = context.option("max-line-bytes", "");
    return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
  }

  /** Reports a value that is no such number. */
  static boolean isWrong(Context context) {
    String text = context.option("max-line-bytes", "");
    if (text.isEmpty() || text.matches("[1-9][0-9]{0,11}")) return false;
    context.error(
        "E0607",
        Origin.NOWHERE,
        "the option max-line-bytes is '" + Tail.printable(text) + "'",
        "give a number of bytes from 1 to 999999999999");
    return true;
  }
}
