// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A minimal perfect hash by displacement: the bucket of a key names the displacement that sends its
 * keys to slots of their own. The key found there is compared, so that unknown keys are rejected.
 */
public final class PerfectHash {
  private static final int MOST_DISPLACEMENTS = 1 << 20;

  private PerfectHash() {}

  /** FNV-1a, 64 bits, over UTF-8. */
  public static long key(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return Fnv.add(Fnv.BASIS, bytes, 0, bytes.length);
  }

  /**
   * A displacement for each bucket, then the index of a key for each slot; there are as many of
   * both as keys.
   *
   * @throws IllegalArgumentException when two keys are the same
   */
  public static int[] of(long[] keys) {
    int size = keys.length;
    if (Arrays.stream(keys).distinct().count() != size)
      throw new IllegalArgumentException("two keys are the same");
    int[] table = new int[2 * size];
    Arrays.fill(table, size, 2 * size, -1);
    List<List<Integer>> buckets = new ArrayList<>();
    for (int i = 0; i < size; i++) buckets.add(new ArrayList<>());
    for (int i = 0; i < size; i++) buckets.get(slot(keys[i], 0, size)).add(i);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) order.add(i);
    order.sort(Comparator.comparing((Integer i) -> -buckets.get(i).size()));
    for (int bucket : order) place(table, bucket, buckets.get(bucket), keys);
    return table;
  }

  private static void place(int[] table, int bucket, List<Integer> members, long[] keys) {
    int size = keys.length;
    for (int displacement = 1; displacement < MOST_DISPLACEMENTS; displacement++) {
      int[] slots = new int[members.size()];
      for (int i = 0; i < slots.length; i++)
        slots[i] = size + slot(keys[members.get(i)], displacement, size);
      boolean free = Arrays.stream(slots).allMatch(slot -> table[slot] < 0);
      if (!free || Arrays.stream(slots).distinct().count() != slots.length) continue;
      for (int i = 0; i < slots.length; i++) table[slots[i]] = members.get(i);
      table[bucket] = displacement;
      return;
    }
    throw new IllegalArgumentException("no displacement fits");
  }

  static int find(Image image, long key) {
    int[] table = image.hash();
    int size = table.length / 2;
    if (size == 0) return -1;
    int displacement = table[slot(key, 0, size)];
    int kind = table[size + slot(key, displacement, size)];
    return image.kinds().get(kind).key() == key ? kind : -1;
  }

  private static int slot(long key, int displacement, int size) {
    long mixed = (key ^ displacement * 0x9E3779B97F4A7C15L) * 0xFF51AFD7ED558CCDL;
    mixed ^= mixed >>> 32;
    return (int) Long.remainderUnsigned(mixed, size);
  }
}
