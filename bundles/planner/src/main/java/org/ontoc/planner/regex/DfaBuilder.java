// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subset construction. A state is a set of instructions that wait for a character, together with
 * what is before them (start, line end, other) as far as an anchor among them asks. Anchors that
 * look ahead are decided when the next character, or the end, is known.
 */
final class DfaBuilder {
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

  private final Alphabet alphabet;
  private final boolean lines;
  private final Closure closure;
  private final Budget budget;
  private final long steps;
  private final int cap;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> states = new ArrayList<>();

  private DfaBuilder(Code code, Alphabet alphabet, boolean lines, Budget budget) {
    this.alphabet = alphabet;
    this.lines = lines;
    this.closure = new Closure(code, alphabet);
    this.budget = budget;
    this.steps = budget.steps();
    this.cap = budget.states() * Budget.SLACK;
  }

  /** Empty when the automaton would be too large or too slow to make. */
  static Optional<Dfa> build(Code code, Alphabet alphabet, boolean lines, Budget budget) {
    if (budget.states() == 0) return Optional.empty();
    DfaBuilder builder = new DfaBuilder(code, alphabet, lines, budget);
    Optional<Dfa> dfa = builder.build();
    budget.takeSteps(builder.closure.steps());
    return dfa;
  }

  private Optional<Dfa> build() {
    int classes = alphabet.size();
    int[] next = new int[64 * classes];
    state(closure.from(0, Closure.START), Closure.START);
    for (int state = 0; state < states.size(); state++) {
      budget.checkCancelled();
      if (isTooLarge()) return Optional.empty();
      if ((state + 1) * classes > next.length) next = Arrays.copyOf(next, next.length * 2);
      for (int symbol = 0; symbol < classes; symbol++) {
        int after = lines && symbol == alphabet.lineFeed() ? Closure.LINE : Closure.OTHER;
        Key key = states.get(state);
        int[] target = closure.step(key.set, key.before, symbol, after);
        next[state * classes + symbol] = state(target, after);
      }
    }
    return Optional.of(
        new Dfa(
            states.size(),
            classes,
            alphabet.symbolOf(),
            Arrays.copyOf(next, states.size() * classes),
            accepting()));
  }

  private boolean isTooLarge() {
    return states.size() > cap
        || closure.steps() > steps
        || (long) states.size() * alphabet.size() > Budget.WORKING_TABLE;
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
