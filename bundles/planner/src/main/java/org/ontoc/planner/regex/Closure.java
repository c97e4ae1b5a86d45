// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.Arrays;
import org.ontoc.pipeline.plan.Automaton.Op;

/**
 * Follows instructions that read nothing. A search matches as soon as MATCH is reached: the set is
 * then {@link #MATCHED}, from which everything matches.
 */
final class Closure {
  /** What is before the current position. */
  static final int START = 0;

  static final int LINE = 1;
  static final int OTHER = 2;

  /** What is after the current position when it is not a symbol. */
  private static final int UNKNOWN = -1;

  private static final int END = -2;

  static final int[] MATCHED = {-1};

  private final Code code;
  private final Alphabet alphabet;
  private final int[] seen;
  private int round;
  private int[] stack = new int[64];
  private int depth;
  private int[] found = new int[64];
  private int count;
  private boolean matched;
  private long steps;

  Closure(Code code, Alphabet alphabet) {
    this.code = code;
    this.alphabet = alphabet;
    this.seen = new int[code.size()];
  }

  /** Instructions followed so far. */
  long steps() {
    return steps;
  }

  int[] from(int instruction, int before) {
    begin();
    push(instruction);
    run(before, UNKNOWN);
    return result();
  }

  /** The set after a symbol. */
  int[] step(int[] set, int before, int symbol, int after) {
    if (set == MATCHED) return MATCHED;
    int[] ready = decided(set, before, symbol);
    if (ready == MATCHED) return MATCHED;
    begin();
    for (int at : ready) {
      steps++;
      if (code.op(at) == Op.RANGE && alphabet.members().get(code.a(at)).get(symbol)) push(at + 1);
    }
    run(after, UNKNOWN);
    return result();
  }

  /** Whether the text matches when it ends here. */
  boolean accepts(int[] set, int before) {
    return set == MATCHED || decided(set, before, END) == MATCHED;
  }

  /** Whether what is before still matters to a set. */
  boolean looksBack(int[] set) {
    for (int at : set) {
      if (set != MATCHED && code.op(at) != Op.RANGE) return true;
    }
    return false;
  }

  /** The set once it is known what follows: its anchors hold or not. */
  private int[] decided(int[] set, int before, int following) {
    if (!looksBack(set)) return set;
    begin();
    for (int at : set) push(at);
    run(before, following);
    return result();
  }

  private void begin() {
    round++;
    depth = 0;
    count = 0;
    matched = false;
  }

  private int[] result() {
    if (matched) return MATCHED;
    int[] set = Arrays.copyOf(found, count);
    Arrays.sort(set);
    return set;
  }

  private void push(int instruction) {
    if (seen[instruction] == round) return;
    seen[instruction] = round;
    if (depth == stack.length) stack = Arrays.copyOf(stack, depth * 2);
    stack[depth++] = instruction;
  }

  private void run(int before, int following) {
    while (depth > 0 && !matched) {
      steps++;
      int at = stack[--depth];
      switch (code.op(at)) {
        case RANGE -> keep(at);
        case SPLIT -> {
          push(code.b(at));
          push(code.a(at));
        }
        case JUMP -> push(code.a(at));
        case MATCH -> matched = true;
        case ASSERT_BEGIN -> {
          if (before == START) push(at + 1);
        }
        case ASSERT_END -> ahead(at, following, following == END);
        case ASSERT_LINE_BEGIN -> lineBegin(at, before, following);
        case ASSERT_LINE_END ->
            ahead(at, following, following == END ? before != LINE : isLineFeed(following));
      }
    }
  }

  /**
   * The beginning of the text and the position after a line end that is not the last character (F&O
   * 3.1 section 5.6.2, flag m).
   */
  private void lineBegin(int at, int before, int following) {
    if (before == START) push(at + 1);
    else if (before == LINE) ahead(at, following, following != END);
  }

  private boolean isLineFeed(int symbol) {
    return symbol == alphabet.lineFeed();
  }

  private void ahead(int at, int following, boolean holds) {
    if (following == UNKNOWN) keep(at);
    else if (holds) push(at + 1);
  }

  private void keep(int at) {
    if (count == found.length) found = Arrays.copyOf(found, count * 2);
    found[count++] = at;
  }
}
