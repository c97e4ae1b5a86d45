// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Values from the reference implementation (Python's hashlib with digest_size=32). */
final class Blake2bTest {
  @Test
  void knownAnswers() {
    assertEquals(
        "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
        Blake2b.hex(new byte[0]));
    assertEquals(
        "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
        Blake2b.hex("abc".getBytes(StandardCharsets.UTF_8)));
  }

  /** Lengths around the block size, given in pieces of all sizes. */
  @Test
  void everyLengthUpToEightBlocks() {
    Blake2b all = new Blake2b();
    for (int length = 0; length <= 1024; length++) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) bytes[i] = (byte) (i * 7 % 251);
      Blake2b one = new Blake2b();
      int piece = length % 13 + 1;
      for (int i = 0; i < length; i += piece) one.update(bytes, i, Math.min(piece, length - i));
      all.update(one.digest());
    }
    assertEquals(
        "df5eacff6841e91471d382d213a40b773cd6d0c924e1e8e8ae3fdcae8b40a81d",
        HexFormat.of().formatHex(all.digest()));
  }
}
