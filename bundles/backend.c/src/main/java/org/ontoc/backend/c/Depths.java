// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;

/**
 * How deep shapes refer to each other: the generated functions call each other that deep, and a
 * thread's stack may be small.
 */
final class Depths {
  static final int DEEPEST = 1_000;

  private Depths() {}

  /** The first shape from which a chain of more than {@link #DEEPEST} shapes starts. */
  static OptionalInt tooDeep(Plan plan, Map<Term, Integer> numbers) {
    List<List<Integer>> callers = new ArrayList<>();
    int[] open = new int[plan.shapes().size()];
    for (int i = 0; i < open.length; i++) callers.add(new ArrayList<>());
    for (int i = 0; i < open.length; i++) {
      for (int called : called(plan, i, numbers)) {
        callers.get(called).add(i);
        open[i]++;
      }
    }
    int[] depth = depths(callers, open);
    for (int i = 0; i < depth.length; i++) {
      if (open[i] > 0) throw new IllegalArgumentException("the shapes refer to themselves");
      if (depth[i] > DEEPEST) return OptionalInt.of(i);
    }
    return OptionalInt.empty();
  }

  private static int[] called(Plan plan, int shape, Map<Term, Integer> numbers) {
    return plan.shapes().get(shape).checks().stream()
        .flatMap(check -> check.constraint().shapes().stream())
        .mapToInt(numbers::get)
        .distinct()
        .toArray();
  }

  /** From the shapes that call none upwards. */
  private static int[] depths(List<List<Integer>> callers, int[] open) {
    int[] depth = new int[open.length];
    Arrays.fill(depth, 1);
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < open.length; i++) if (open[i] == 0) ready.add(i);
    while (!ready.isEmpty()) {
      int called = ready.remove();
      for (int caller : callers.get(called)) {
        depth[caller] = Math.max(depth[caller], depth[called] + 1);
        if (--open[caller] == 0) ready.add(caller);
      }
    }
    return depth;
  }
}
