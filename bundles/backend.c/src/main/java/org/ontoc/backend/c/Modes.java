// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;

/**
 * Which shapes are evaluated to report their results, and which only to test conformance. A shape
 * with targets reports, and so does a property shape of one that does; every other reference tests.
 */
final class Modes {
  final BitSet report = new BitSet();
  final BitSet test = new BitSet();
  private final Plan plan;
  private final Map<Term, Integer> numbers;
  private final Deque<Integer> open = new ArrayDeque<>(); // a test of shape n is -1 - n

  private Modes(Plan plan, Map<Term, Integer> numbers) {
    this.plan = plan;
    this.numbers = numbers;
  }

  static Modes of(Plan plan, Map<Term, Integer> numbers) {
    Modes modes = new Modes(plan, numbers);
    plan.entryPoints().forEach(shape -> modes.need(shape, true));
    while (!modes.open.isEmpty()) {
      int next = modes.open.pop();
      boolean reports = next >= 0;
      for (Check check : plan.shapes().get(reports ? next : -1 - next).checks()) {
        modes.follow(check.constraint(), reports);
      }
    }
    return modes;
  }

  private void follow(Constraint constraint, boolean reports) {
    for (Term shape : constraint.shapes()) {
      need(number(shape), reports && constraint instanceof Constraint.Property);
    }
  }

  private int number(Term shape) {
    Integer number = numbers.get(shape);
    if (number == null) throw new IllegalArgumentException("the plan lacks the shape " + shape);
    return number;
  }

  private void need(int shape, boolean reports) {
    BitSet mode = reports ? report : test;
    if (mode.get(shape)) return;
    mode.set(shape);
    open.push(reports ? shape : -1 - shape);
  }
}
