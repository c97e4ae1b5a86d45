// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/** Pairs of a recursive shape and a node, numbered in the order in which they were asked for. */
final class Pairs {
  static final byte OPEN = 0;
  static final byte CONFORMS = 1;
  static final byte VIOLATES = 2;

  private long[] keys = {};
  private int[] slots = new int[64]; // by hash: a pair's number, counted from 1
  private int count;

  byte[] value = {};
  boolean[] queued = {};

  /** Was in the queue. */
  boolean[] known = {};

  /** The first of those whose value relied on a pair's, counted from 1. */
  int[] readers = {};

  /** The innermost scope in which a pair was reported; 0: none that is open. */
  int[] scope = {};

  /** The number of a pair, which is made when it is new. */
  int of(int shape, int node) {
    long key = (long) shape << 32 | node;
    int at = place(key);
    if (slots[at] != 0) return slots[at] - 1;
    if (count == keys.length) more();
    keys[count] = key;
    slots[at] = ++count;
    if (slots.length / 2 <= count) moreSlots();
    return count - 1;
  }

  int shape(int pair) {
    return (int) (keys[pair] >>> 32);
  }

  int node(int pair) {
    return (int) keys[pair];
  }

  private int place(long key) {
    int mask = slots.length - 1;
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 20) & mask;
    while (slots[at] != 0 && keys[slots[at] - 1] != key) at = (at + 1) & mask;
    return at;
  }

  private void more() {
    int capacity = doubled(count);
    keys = Arrays.copyOf(keys, capacity);
    value = Arrays.copyOf(value, capacity);
    queued = Arrays.copyOf(queued, capacity);
    known = Arrays.copyOf(known, capacity);
    readers = Arrays.copyOf(readers, capacity);
    scope = Arrays.copyOf(scope, capacity);
  }

  private void moreSlots() {
    slots = new int[doubled(slots.length)];
    for (int i = 0; i < count; i++) slots[place(keys[i])] = i + 1;
  }

  /** A capacity for more elements than these. */
  static int doubled(int count) {
    if (count > 1 << 29) throw new OutOfMemoryError("too many pairs of recursive shapes and nodes");
    return Math.max(64, 2 * count);
  }
}
