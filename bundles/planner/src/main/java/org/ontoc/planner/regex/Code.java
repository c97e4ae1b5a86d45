// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ontoc.pipeline.plan.Automaton.Instruction;
import org.ontoc.pipeline.plan.Automaton.Op;
import org.ontoc.planner.regex.PatternException.Kind;

/** The instructions of an NFA while it is built, in flat arrays. */
final class Code {
  private static final Op[] OPS = Op.values();

  private byte[] ops = new byte[64];
  private int[] a = new int[64];
  private int[] b = new int[64];
  private int size;

  int size() {
    return size;
  }

  Op op(int index) {
    return OPS[ops[index]];
  }

  int a(int index) {
    return a[index];
  }

  int b(int index) {
    return b[index];
  }

  /** The new instruction's index. */
  int add(Op op, int first, int second) throws PatternException {
    if (size >= Budget.INSTRUCTIONS) {
      throw PatternException.of(
          Kind.TOO_LARGE, "the pattern needs more than " + Budget.INSTRUCTIONS + " instructions");
    }
    if (size == ops.length) {
      ops = Arrays.copyOf(ops, size * 2);
      a = Arrays.copyOf(a, size * 2);
      b = Arrays.copyOf(b, size * 2);
    }
    ops[size] = (byte) op.ordinal();
    a[size] = first;
    b[size] = second;
    return size++;
  }

  void setA(int index, int target) {
    a[index] = target;
  }

  void setB(int index, int target) {
    b[index] = target;
  }

  List<Instruction> instructions() {
    List<Instruction> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) list.add(new Instruction(op(i), a[i], b[i]));
    return list;
  }
}
