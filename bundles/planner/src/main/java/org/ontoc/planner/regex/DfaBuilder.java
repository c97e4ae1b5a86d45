// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subset construction. A state is a set of instructions that wait for a byte, together with what is
 * before them (start, line end, other) as far as an anchor among them asks. Anchors that look ahead
 * are decided when the next byte, or the end, is known.
 */
final class DfaBuilder {
  /** States before minimization for each state after it that may be worth to find. */
  private static final int SLACK = 4;

  private record Key(int[] set, int before) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && before == key.before && Arrays.equals(set, key.set);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(set) * 31 + before;
    }
  }

  private final Code code;
  private final ByteClasses bytes;
  private final Closure closure;
  private final Budget budget;
  private final long steps;
  private final int cap;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> states = new ArrayList<>();

  private DfaBuilder(Code code, Budget budget) {
    this.code = code;
    this.bytes = ByteClasses.of(code);
    this.closure = new Closure(code);
    this.budget = budget;
    this.steps = budget.steps();
    this.cap = budget.states() * SLACK;
  }

  /** Empty when the automaton would be too large or too slow to make. */
  static Optional<Dfa> build(Code code, Budget budget) {
    if (budget.states() == 0) return Optional.empty();
    DfaBuilder builder = new DfaBuilder(code, budget);
    Optional<Dfa> dfa = builder.build();
    budget.takeSteps(builder.closure.steps());
    return dfa;
  }

  private Optional<Dfa> build() {
    boolean lines = ByteClasses.usesLines(code);
    int classes = bytes.count();
    int[] next = new int[64 * classes];
    state(closure.from(0, Closure.START), Closure.START);
    for (int state = 0; state < states.size(); state++) {
      budget.checkCancelled();
      if (states.size() > cap || closure.steps() > steps) return Optional.empty();
      if ((state + 1) * classes > next.length) next = Arrays.copyOf(next, next.length * 2);
      for (int symbol = 0; symbol < classes; symbol++) {
        int value = bytes.representative()[symbol];
        int after = lines && value == '\n' ? Closure.LINE : Closure.OTHER;
        Key key = states.get(state);
        int[] target = closure.step(key.set, key.before, value, after);
        next[state * classes + symbol] = state(target, after);
      }
    }
    return Optional.of(
        new Dfa(
            states.size(),
            classes,
            bytes.classOf(),
            Arrays.copyOf(next, states.size() * classes),
            accepting()));
  }

  private boolean[] accepting() {
    boolean[] accepting = new boolean[states.size()];
    for (int i = 0; i < accepting.length; i++) {
      accepting[i] = closure.accepts(states.get(i).set, states.get(i).before);
    }
    return accepting;
  }

  private int state(int[] set, int before) {
    Key key = new Key(set, closure.looksBack(set) ? before : Closure.OTHER);
    Integer number = numbers.putIfAbsent(key, states.size());
    if (number != null) return number;
    states.add(key);
    return states.size() - 1;
  }
}
