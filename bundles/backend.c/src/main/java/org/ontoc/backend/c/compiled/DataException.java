// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

/** A document could not be validated; it says where when the document does not parse. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final int line;
  private final int column;

  DataException(int status, String message, int line, int column) {
    super(line == 0 ? message : line + ":" + column + ": " + message);
    this.status = status;
    this.line = line;
    this.column = column;
  }

  /** The status in C: 1 syntax, 2 memory, 3 limit. */
  public int status() {
    return status;
  }

  /** Counts from 1; 0: unknown. */
  public int line() {
    return line;
  }

  /** Counts code points from 1. */
  public int column() {
    return column;
  }
}
