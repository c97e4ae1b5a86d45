// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

/** What a field of a record holds. The ordinal is its number in an image. */
public enum FieldType {
  /** One byte; every value but 0 is true. */
  BOOL(1, Kind.WORD),
  I8(1, Kind.WORD),
  I16(2, Kind.WORD),
  I32(4, Kind.WORD),
  I64(8, Kind.WORD),
  U8(1, Kind.WORD),
  U16(2, Kind.WORD),
  U32(4, Kind.WORD),
  U64(8, Kind.WORD),
  F32(4, Kind.REAL),
  F64(8, Kind.REAL),
  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  TIME(8, Kind.WORD),
  /** UTF-8; ends at the first NUL or with the field. */
  TEXT(0, Kind.TEXT),
  /** The index of a member of sh:in. */
  ENUM(2, Kind.WORD);

  /** What an instruction sees of a field: a 64-bit word, a double or a text. */
  public enum Kind {
    WORD,
    REAL,
    TEXT
  }

  private final int width;
  private final Kind kind;

  FieldType(int width, Kind kind) {
    this.width = width;
    this.kind = kind;
  }

  /** Bytes; 0 when each field says it. */
  public int width() {
    return width;
  }

  public Kind kind() {
    return kind;
  }

  /** Bytes of which the field's offset is a multiple. */
  public int alignment() {
    return Math.max(width, 1);
  }
}
