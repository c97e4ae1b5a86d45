// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import org.ontoc.pipeline.plan.Automaton.Op;

/** Bytes that no instruction tells apart share a class. */
record ByteClasses(int count, int[] classOf, int[] representative) {
  static ByteClasses of(Code code) {
    boolean[] begins = new boolean[257];
    for (int i = 0; i < code.size(); i++) {
      switch (code.op(i)) {
        case RANGE -> {
          begins[code.a(i)] = true;
          begins[code.b(i) + 1] = true;
        }
        case ASSERT_LINE_BEGIN, ASSERT_LINE_END -> {
          begins['\n'] = true;
          begins['\n' + 1] = true;
        }
        case SPLIT, JUMP, ASSERT_BEGIN, ASSERT_END, MATCH -> {}
      }
    }
    int[] classOf = new int[256];
    int[] representative = new int[256];
    int count = 0;
    for (int value = 0; value < 256; value++) {
      if (value > 0 && begins[value]) count++;
      if (value == 0 || begins[value]) representative[count] = value;
      classOf[value] = count;
    }
    return new ByteClasses(count + 1, classOf, representative);
  }

  static boolean usesLines(Code code) {
    for (int i = 0; i < code.size(); i++) {
      Op op = code.op(i);
      if (op == Op.ASSERT_LINE_BEGIN || op == Op.ASSERT_LINE_END) return true;
    }
    return false;
  }
}
