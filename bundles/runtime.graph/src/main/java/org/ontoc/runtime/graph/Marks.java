// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/** Sets of terms that are emptied in no time: each set is a number that its members carry. */
final class Marks {
  private final int[] marks;
  private int stamp;

  Marks(int terms) {
    marks = new int[terms + 1];
  }

  /** A number that marks no term yet. */
  int stamp() {
    if (stamp == Integer.MAX_VALUE) {
      Arrays.fill(marks, 0);
      stamp = 0;
    }
    return ++stamp;
  }

  /** Whether two more numbers can be taken without the older one losing its meaning. */
  void reserveTwo() {
    if (stamp > Integer.MAX_VALUE - 2) {
      Arrays.fill(marks, 0);
      stamp = 0;
    }
  }

  /** Adds a term; false when it was there. */
  boolean mark(int term, int as) {
    if (marks[term] == as) return false;
    marks[term] = as;
    return true;
  }

  boolean has(int term, int as) {
    return marks[term] == as;
  }
}
