// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/** A regular expression compiled to search valid UTF-8 in linear time. */
public sealed interface Automaton {
  /** Whether some part of the text matches. */
  boolean matches(byte[] text, int from, int to);

  /**
   * Deterministic, over bytes.
   *
   * @param classOf by byte
   * @param next by state and class
   * @param accepting by state: 1 when a text that ends here matches
   * @param dead the state from which nothing matches, or -1
   * @param always the state from which everything matches, or -1
   */
  record Bytes(
      int classes, int start, int[] classOf, int[] next, byte[] accepting, int dead, int always)
      implements Automaton {
    @Override
    public boolean matches(byte[] text, int from, int to) {
      int state = start;
      for (int i = from; i < to; i++) {
        if (state == dead || state == always) break;
        state = next[state * classes + classOf[text[i] & 0xFF]];
      }
      return state == always || accepting[state] != 0;
    }
  }

  /**
   * Deterministic, over code points: the class of one is {@code classOf[i]} for the greatest i with
   * {@code first[i]} at most as large.
   */
  record Characters(
      int classes,
      int start,
      int[] first,
      int[] classOf,
      int[] next,
      byte[] accepting,
      int dead,
      int always)
      implements Automaton {
    @Override
    public boolean matches(byte[] text, int from, int to) {
      int state = start;
      int p = from;
      while (p < to && state != dead && state != always) {
        int code = org.ontoc.runtime.graph.Characters.decode(text, p, to);
        p += org.ontoc.runtime.graph.Characters.length(code);
        int at = Arrays.binarySearch(first, code);
        state = next[state * classes + classOf[at >= 0 ? at : -at - 2]];
      }
      return state == always || accepting[state] != 0;
    }
  }

  /**
   * A program for a parallel simulation: three numbers for each instruction, its operation and its
   * arguments. It starts at instruction 0, at every byte of the text anew.
   */
  record Parallel(int[] program) implements Automaton {
    /** Operations, in the order of the plan's. */
    private static final int RANGE = 0;

    private static final int SPLIT = 1;
    private static final int JUMP = 2;
    private static final int BEGIN = 3;
    private static final int END = 4;
    private static final int LINE_BEGIN = 5;
    private static final int MATCH = 7;

    @Override
    public boolean matches(byte[] text, int from, int to) {
      int size = program.length / 3;
      Members now = new Members(size);
      Members then = new Members(size);
      for (int at = from; ; at++) {
        now.insert(0);
        if (close(now, text, from, to, at)) return true;
        if (at == to) return false;
        step(now, text[at] & 0xFF, then);
        Members swap = now;
        now = then;
        then = swap;
      }
    }

    /** Adds what can be reached without reading a byte; true when that includes a match. */
    private boolean close(Members set, byte[] text, int from, int to, int at) {
      for (int i = 0; i < set.size; i++) {
        int instruction = set.members[i];
        switch (program[3 * instruction]) {
          case RANGE -> {}
          case SPLIT -> {
            set.insert(program[3 * instruction + 1]);
            set.insert(program[3 * instruction + 2]);
          }
          case JUMP -> set.insert(program[3 * instruction + 1]);
          case MATCH -> {
            return true;
          }
          default -> {
            if (holds(program[3 * instruction], text, from, to, at)) set.insert(instruction + 1);
          }
        }
      }
      return false;
    }

    /** With flag m, a line feed that ends the text starts no line (XPath F&O 3.1, 5.6.2). */
    private static boolean holds(int op, byte[] text, int from, int to, int at) {
      boolean begin = at == from;
      boolean end = at == to;
      boolean afterLine = !begin && text[at - 1] == '\n';
      return switch (op) {
        case BEGIN -> begin;
        case END -> end;
        case LINE_BEGIN -> begin || afterLine && !end;
        default -> end ? !afterLine : text[at] == '\n';
      };
    }

    private void step(Members set, int read, Members into) {
      into.size = 0;
      for (int i = 0; i < set.size; i++) {
        int at = 3 * set.members[i];
        if (program[at] == RANGE && read >= program[at + 1] && read <= program[at + 2])
          into.insert(set.members[i] + 1);
      }
    }
  }

  /** A set of instructions in the order of insertion (Briggs and Torczon, 1993). */
  final class Members {
    private final int[] members;
    private final int[] index;
    private int size;

    private Members(int capacity) {
      members = new int[capacity];
      index = new int[capacity];
    }

    private void insert(int instruction) {
      int at = index[instruction];
      if (at < size && members[at] == instruction) return;
      index[instruction] = size;
      members[size++] = instruction;
    }
  }
}
