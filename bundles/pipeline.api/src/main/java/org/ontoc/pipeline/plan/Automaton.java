// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.List;

/**
 * A regular expression of sh:pattern compiled to run over UTF-8 bytes in linear time, as an
 * unanchored search (SPARQL's REGEX). The text is valid UTF-8. Arrays are never changed after
 * construction.
 */
public sealed interface Automaton {
  /** The expression as written. */
  String regex();

  /** The flags as written. */
  String flags();

  /**
   * A complete deterministic automaton. {@code next[state * classes + classOf[byte]]} is the next
   * state.
   *
   * @param classOf 256 entries: the equivalence class of each byte
   * @param accepting per state: 1 when the text matches if it ends here
   * @param dead the state from which nothing matches, or -1
   * @param always the state from which everything matches, or -1
   */
  record Dfa(
      String regex,
      String flags,
      int states,
      int classes,
      int start,
      int[] classOf,
      int[] next,
      byte[] accepting,
      int dead,
      int always)
      implements Automaton {}

  /**
   * A complete deterministic automaton over characters instead of bytes, used when the one over
   * bytes would exceed the state cap: {@code ^\\w{1,100}$} has 102 states over characters and
   * 30,000 over bytes. The class of a code point is {@code classOf[i]} for the greatest i with
   * {@code first[i] <= codePoint}; the next state is {@code next[state * classes + class]}.
   *
   * @param first ascending code points, of which the first is 0
   * @param classOf as many entries as {@code first}
   * @param accepting per state: 1 when the text matches if it ends here
   * @param dead the state from which nothing matches, or -1
   * @param always the state from which everything matches, or -1
   */
  record CharacterDfa(
      String regex,
      String flags,
      int states,
      int classes,
      int start,
      int[] first,
      int[] classOf,
      int[] next,
      byte[] accepting,
      int dead,
      int always)
      implements Automaton {}

  /**
   * Instructions for a parallel simulation, used when every deterministic automaton would exceed
   * the state cap. They search by themselves: a simulation starts once, at instruction 0 before the
   * first byte.
   */
  record Nfa(String regex, String flags, List<Instruction> instructions) implements Automaton {
    public Nfa {
      instructions = List.copyOf(instructions);
    }
  }

  /** What an {@link Instruction} does. */
  enum Op {
    /** Consumes one byte between a and b, both inclusive. */
    RANGE,
    /** Continues at a and at b. */
    SPLIT,
    /** Continues at a. */
    JUMP,
    /** Only at the start of the text. */
    ASSERT_BEGIN,
    /** Only at the end of the text. */
    ASSERT_END,
    /** Only at the start of the text and after a line feed that is not the text's last byte. */
    ASSERT_LINE_BEGIN,
    /** Only before a line feed and at the end of a text that does not end in one. */
    ASSERT_LINE_END,
    /** The text matches. */
    MATCH
  }

  /**
   * One instruction of an {@link Nfa}; unused arguments are 0. Execution starts at instruction 0.
   */
  record Instruction(Op op, int a, int b) {}
}
