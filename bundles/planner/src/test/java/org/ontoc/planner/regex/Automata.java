// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.ontoc.pipeline.plan.Automaton;

/**
 * The reference matcher: written after the contract of {@link Automaton}, not after the builders.
 */
final class Automata {
  private Automata() {}

  static boolean matches(Automaton automaton, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (automaton) {
      case Automaton.Dfa dfa -> run(dfa, bytes);
      case Automaton.CharacterDfa dfa -> run(dfa, text);
      case Automaton.Nfa nfa -> simulate(nfa, bytes);
    };
  }

  private static boolean run(Automaton.Dfa dfa, byte[] bytes) {
    int state = dfa.start();
    for (byte value : bytes) {
      if (state == dfa.dead()) return false;
      if (state == dfa.always()) return true;
      state = dfa.next()[state * dfa.classes() + dfa.classOf()[value & 0xFF]];
    }
    return dfa.accepting()[state] == 1;
  }

  private static boolean run(Automaton.CharacterDfa dfa, String text) {
    int state = dfa.start();
    for (int codePoint : text.codePoints().toArray()) {
      if (state == dfa.dead()) return false;
      if (state == dfa.always()) return true;
      int place = Arrays.binarySearch(dfa.first(), codePoint);
      int symbol = dfa.classOf()[place >= 0 ? place : -place - 2];
      state = dfa.next()[state * dfa.classes() + symbol];
    }
    return dfa.accepting()[state] == 1;
  }

  private static boolean simulate(Automaton.Nfa nfa, byte[] bytes) {
    BitSet current = new BitSet();
    current.set(0);
    for (int position = 0; position <= bytes.length; position++) {
      current = close(nfa, current, bytes, position);
      BitSet next = new BitSet();
      for (int at = current.nextSetBit(0); at >= 0; at = current.nextSetBit(at + 1)) {
        Automaton.Instruction instruction = nfa.instructions().get(at);
        if (instruction.op() == Automaton.Op.MATCH) return true;
        if (instruction.op() != Automaton.Op.RANGE || position == bytes.length) continue;
        int value = bytes[position] & 0xFF;
        if (instruction.a() <= value && value <= instruction.b()) next.set(at + 1);
      }
      current = next;
    }
    return false;
  }

  private static BitSet close(Automaton.Nfa nfa, BitSet from, byte[] bytes, int position) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    from.stream().forEach(open::push);
    while (!open.isEmpty()) {
      int at = open.pop();
      if (seen.get(at)) continue;
      seen.set(at);
      Automaton.Instruction instruction = nfa.instructions().get(at);
      switch (instruction.op()) {
        case SPLIT -> {
          open.push(instruction.a());
          open.push(instruction.b());
        }
        case JUMP -> open.push(instruction.a());
        case ASSERT_BEGIN, ASSERT_END, ASSERT_LINE_BEGIN, ASSERT_LINE_END -> {
          if (holds(instruction.op(), bytes, position)) open.push(at + 1);
        }
        case RANGE, MATCH -> {}
      }
    }
    return seen;
  }

  private static boolean holds(Automaton.Op op, byte[] bytes, int position) {
    boolean begin = position == 0;
    boolean end = position == bytes.length;
    boolean afterLine = !begin && bytes[position - 1] == '\n';
    return switch (op) {
      case ASSERT_BEGIN -> begin;
      case ASSERT_END -> end;
      case ASSERT_LINE_BEGIN -> begin || (afterLine && !end);
      case ASSERT_LINE_END -> end ? !afterLine : bytes[position] == '\n';
      case RANGE, SPLIT, JUMP, MATCH -> throw new IllegalArgumentException(op.name());
    };
  }
}
