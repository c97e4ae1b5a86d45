// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** A document that cannot be read to its end; the message is a sentence without a full stop. */
public final class ReadException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why a document cannot be read. */
  public enum Kind {
    /** It is not well formed. */
    SYNTAX,
    /** A limit was exceeded. */
    LIMIT,
    /** Its bytes cannot be had. */
    IO
  }

  private final Kind kind;
  private final int line;
  private final int column;
  private final long offset;

  ReadException(Kind kind, String message, int line, long column, long offset) {
    super(message);
    this.kind = kind;
    this.line = line;
    this.column = (int) Math.min(column, Integer.MAX_VALUE);
    this.offset = offset;
  }

  public Kind kind() {
    return kind;
  }

  /** From 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** In code points, from 1; 0 when unknown. */
  public int column() {
    return column;
  }

  /** The byte offset in the document. */
  public long offset() {
    return offset;
  }
}
