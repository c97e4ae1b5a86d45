// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Passes the characters that stand for themselves eight at a time. A flag is the top bit of a byte
 * to look at; a borrow may flag bytes above the first one too, never below, so only the first is
 * used.
 */
final class Plain {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  private Plain() {}

  /** Stops at '"', '\\', controls and non-ASCII. */
  private static long stringFlags(long v) {
    long quote = (v ^ ONES * '"') - ONES;
    long backslash = (v ^ ONES * '\\') - ONES;
    return (quote | backslash | (v - ONES * 0x20) | v) & TOPS;
  }

  /** With bit 1 set, '<' is '>' and '\\' is '^'; from '{' on all stop. */
  private static long iriFlags(long v) {
    long folded = v | ONES * 2;
    long angle = (folded ^ ONES * '>') - ONES;
    long caret = (folded ^ ONES * '^') - ONES;
    long quote = (v ^ ONES * '"') - ONES;
    long grave = (v ^ ONES * '`') - ONES;
    return (angle | caret | quote | grave | (v - ONES * 0x21) | (v + ONES * 5) | v) & TOPS;
  }

  /** Where p stops being plain, at the latest at the end. */
  static int iri(byte[] data, int p, int end) {
    while (end - p >= 8) {
      long flags = iriFlags((long) LONG.get(data, p));
      if (flags != 0) {
        p += Long.numberOfTrailingZeros(flags) >>> 3;
        break;
      }
      p += 8;
    }
    while (p < end && Characters.is(data[p], Characters.IRI)) p++;
    return p;
  }

  static int string(byte[] data, int p, int end) {
    while (end - p >= 8) {
      long flags = stringFlags((long) LONG.get(data, p));
      if (flags != 0) {
        p += Long.numberOfTrailingZeros(flags) >>> 3;
        break;
      }
      p += 8;
    }
    while (p < end && Characters.is(data[p], Characters.STRING)) p++;
    return p;
  }
}
