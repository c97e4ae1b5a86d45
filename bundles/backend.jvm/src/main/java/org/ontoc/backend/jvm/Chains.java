// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;

/**
 * How deep shapes refer to each other: the compiled methods call each other that deep, and a
 * thread's stack may be small.
 */
final class Chains {
  static final int DEEPEST = 1_000;

  private Chains() {}

  /** The first shape from which a chain of more than {@link #DEEPEST} shapes starts. */
  static OptionalInt tooDeep(Plan plan) {
    Map<Term, Integer> numbers = plan.shapeNumbers();
    List<int[]> calls =
        plan.shapes().stream()
            .map(
                shape ->
                    shape.checks().stream()
                        .flatMap(check -> check.constraint().shapes().stream())
                        .mapToInt(numbers::get)
                        .toArray())
            .toList();
    int[] depth = new int[calls.size()];
    // each round settles what is one call deeper; what is not settled in time is too deep
    boolean changed = true;
    for (int round = 0; changed && round <= DEEPEST; round++) {
      changed = false;
      for (int i = depth.length - 1; i >= 0; i--) {
        int deepest = 1;
        for (int called : calls.get(i)) deepest = Math.max(deepest, depth[called] + 1);
        changed |= deepest != depth[i];
        depth[i] = deepest;
      }
    }
    for (int i = 0; i < depth.length; i++) if (depth[i] > DEEPEST) return OptionalInt.of(i);
    return OptionalInt.empty();
  }
}
