// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.Arrays;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.plan.TermNumbers;

/** The hash table of the predicates that a program reads. */
final class Predicates {
  private static final int LARGEST_GROWTH = 8;

  private final TermNumbers terms;

  Predicates(TermNumbers terms) {
    this.terms = terms;
  }

  /**
   * A hash table of ids, at most a quarter full: perfect, each predicate in its own place, when a
   * table at most {@value #LARGEST_GROWTH} times as large is; else one that is not in its place is
   * in the next that is free. See ort_predicate_hash.
   */
  int[] table() {
    int smallest =
        Math.max(16, Integer.highestOneBit(Math.max(1, terms.readPredicates().size())) * 8);
    for (int size = smallest; size <= smallest * LARGEST_GROWTH; size *= 2) {
      int[] table = table(size, true);
      if (table.length > 0) return table;
    }
    return table(smallest, false);
  }

  /** Empty when it has to be perfect and is not. */
  private int[] table(int size, boolean perfect) {
    int[] table = new int[size];
    for (Iri predicate : terms.readPredicates()) {
      int at = hash(CText.CStringLiteral.bytes(predicate.value())) & (size - 1);
      if (perfect && table[at] != 0) return new int[0];
      while (table[at] != 0) at = (at + 1) & (size - 1);
      table[at] = terms.id(predicate);
    }
    return table;
  }

  /** What ort_predicate_hash computes. */
  static int hash(byte[] text) {
    byte[] tail =
        text.length < 16
            ? Arrays.copyOf(text, 16)
            : Arrays.copyOfRange(text, text.length - 16, text.length);
    long h = (load(tail, 0) + text.length) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 29) ^ load(tail, 8)) * 0xBF58476D1CE4E5B9L;
    return (int) (h >>> 32);
  }

  private static long load(byte[] bytes, int from) {
    long value = 0;
    for (int i = 7; i >= 0; i--) value = value << 8 | (bytes[from + i] & 0xFF);
    return value;
  }
}
