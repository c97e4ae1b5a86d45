// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The structures of the header, on a 64-bit system: their sizes, and the texts that they lead to.
 */
final class Structs {
  static final long TERM = 48;
  static final long RESULT = 208;
  static final long DOCUMENT = 64;
  static final long STATISTICS = 64;
  static final long ERROR = 40;

  private Structs() {}

  static String text(MemorySegment struct, long at) {
    return struct.get(ADDRESS, at).reinterpret(Long.MAX_VALUE).getString(0);
  }

  static String text(MemorySegment struct, long at, long length) {
    if (length == 0) return "";
    byte[] bytes = struct.get(ADDRESS, at).reinterpret(length).toArray(JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
