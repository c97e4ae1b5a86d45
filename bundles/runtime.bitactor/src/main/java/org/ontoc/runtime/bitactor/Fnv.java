// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

/** FNV-1a with 64 bits. */
final class Fnv {
  static final long BASIS = 0xCBF29CE484222325L;
  static final long PRIME = 0x100000001B3L;

  private Fnv() {}

  static long add(long hash, byte[] bytes, int from, int to) {
    long value = hash;
    for (int i = from; i < to; i++) value = (value ^ (bytes[i] & 0xFF)) * PRIME;
    return value;
  }
}
