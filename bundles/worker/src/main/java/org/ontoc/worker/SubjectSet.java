// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

/** Subjects that were there, known by 64 bits each: 16 to 32 bytes of memory for one. */
final class SubjectSet {
  private long[] table = new long[1 << 12];
  private int count;

  /** Whether a subject is new, so far as 64 bits tell. */
  boolean add(byte[] text, int from, int to) {
    long key = hash(text, from, to);
    if (2 * count >= table.length) grow();
    int at = place(table, key);
    if (table[at] == key) return false;
    table[at] = key;
    count++;
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (long key : table) if (key != 0) larger[place(larger, key)] = key;
    table = larger;
  }

  private static int place(long[] table, long key) {
    int at = (int) (key ^ key >>> 32) & (table.length - 1);
    while (table[at] != 0 && table[at] != key) at = (at + 1) & (table.length - 1);
    return at;
  }

  /** Two rounds of multiplication for each byte, so that similar IRIs have nothing in common. */
  private static long hash(byte[] text, int from, int to) {
    long a = 0xCBF29CE484222325L;
    long b = to - from;
    for (int i = from; i < to; i++) {
      a = (a ^ text[i]) * 0x100000001B3L;
      b = (b + text[i]) * 0x9E3779B97F4A7C15L;
      b ^= b >>> 29;
    }
    long hash = a ^ Long.rotateLeft(b, 31);
    hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return hash == 0 ? 1 : hash;
  }
}
