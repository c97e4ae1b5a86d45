// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

/** Data that cannot be validated subject by subject. */
final class Ungrouped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long line;
  private final boolean limit;

  Ungrouped(long line, String message, boolean limit) {
    super(message);
    this.line = line;
    this.limit = limit;
  }

  long line() {
    return line;
  }

  /** Whether a limit was exceeded. */
  boolean isLimit() {
    return limit;
  }
}
