// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.ontoc.pipeline.plan.Automaton;

/** The texts that a deterministic automaton accepts. */
final class Language {
  private final int start;
  private final boolean all;
  private final int classes;
  private final int[] next;
  private final byte[] accepting;
  private final Function<String, int[]> symbols;
  private final BitSet reachable = new BitSet();

  private Language(
      int start,
      int always,
      int classes,
      int[] next,
      byte[] accepting,
      Function<String, int[]> symbols) {
    this.start = start;
    this.all = start == always;
    this.classes = classes;
    this.next = next;
    this.accepting = accepting;
    this.symbols = symbols;
    Deque<Integer> open = new ArrayDeque<>();
    open.push(start);
    reachable.set(start);
    while (!open.isEmpty()) {
      int state = open.pop();
      for (int symbol = 0; symbol < classes; symbol++) {
        int to = next[state * classes + symbol];
        if (!reachable.get(to)) {
          reachable.set(to);
          open.push(to);
        }
      }
    }
  }

  /** Empty for an expression that is too large for a deterministic automaton. */
  static Optional<Language> of(Automaton automaton) {
    return switch (automaton) {
      case Automaton.Dfa it ->
          Optional.of(
              new Language(
                  it.start(),
                  it.always(),
                  it.classes(),
                  it.next(),
                  it.accepting(),
                  text -> bytes(it, text)));
      case Automaton.CharacterDfa it ->
          Optional.of(
              new Language(
                  it.start(),
                  it.always(),
                  it.classes(),
                  it.next(),
                  it.accepting(),
                  text -> characters(it, text)));
      case Automaton.Nfa _ -> Optional.empty();
    };
  }

  private static int[] bytes(Automaton.Dfa automaton, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] symbols = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) symbols[i] = automaton.classOf()[bytes[i] & 0xFF];
    return symbols;
  }

  private static int[] characters(Automaton.CharacterDfa automaton, String text) {
    return text.codePoints()
        .map(
            character -> {
              int found = Arrays.binarySearch(automaton.first(), character);
              return automaton.classOf()[found >= 0 ? found : -found - 2];
            })
        .toArray();
  }

  boolean isEmpty() {
    return reachable.stream().noneMatch(state -> accepting[state] == 1);
  }

  boolean isAll() {
    return all;
  }

  boolean matches(String text) {
    int state = start;
    for (int symbol : symbols.apply(text)) state = next[state * classes + symbol];
    return accepting[state] == 1;
  }
}
