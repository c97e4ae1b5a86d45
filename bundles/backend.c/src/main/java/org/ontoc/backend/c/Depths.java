// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;

/**
 * How deep shapes refer to each other: the generated functions call each other that deep, and a
 * thread's stack may be small. Recursive shapes do not call each other, but a report can go through
 * each of them.
 */
final class Depths {
  static final int DEEPEST = 1_000;

  private Depths() {}

  /** The first shape from which a chain of more than {@link #DEEPEST} shapes starts. */
  static OptionalInt tooDeep(Plan plan, Map<Term, Integer> numbers, RecursiveShapes recursion) {
    int[] depth = new int[recursion.components().size()]; // of each component
    for (int i = 0; i < depth.length; i++) {
      List<Shape> component = recursion.components().get(i);
      int below = 0;
      for (Shape shape : component) {
        int number = Objects.requireNonNull(numbers.get(shape.id()));
        for (Check check : plan.shapes().get(number).checks()) {
          for (Term called : check.constraint().shapes()) {
            below = Math.max(below, depth[recursion.component(called)]);
          }
        }
      }
      depth[i] = below + component.size();
      if (depth[i] > DEEPEST) {
        return OptionalInt.of(Objects.requireNonNull(numbers.get(component.getFirst().id())));
      }
    }
    return OptionalInt.empty();
  }
}
