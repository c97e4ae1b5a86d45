// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

/**
 * A complete deterministic automaton; state 0 is the start.
 *
 * @param classOf the class of each byte, or of each interval of an alphabet
 * @param next {@code next[state * classes + class]}
 */
record Dfa(int states, int classes, int[] classOf, int[] next, boolean[] accepting) {
  int next(int state, int symbol) {
    return next[state * classes + symbol];
  }

  /** The state that only leads to itself and accepts or not, or -1. */
  int sink(boolean accepts) {
    for (int state = 0; state < states; state++) {
      if (accepting[state] == accepts && isSink(state)) return state;
    }
    return -1;
  }

  boolean isSink(int state) {
    for (int symbol = 0; symbol < classes; symbol++) {
      if (next(state, symbol) != state) return false;
    }
    return true;
  }
}
