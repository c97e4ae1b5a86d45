// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;

/**
 * Which shapes are evaluated to report their results, and which only to test conformance. A shape
 * with targets reports, and so do a property shape of one that does and, when results have details,
 * the shapes whose results explain a result; every other reference tests.
 */
final class Modes {
  final BitSet report = new BitSet();
  final BitSet test = new BitSet();
  private final Plan plan;
  private final Map<Term, Integer> numbers;
  private final Deque<Integer> open = new ArrayDeque<>(); // a test of shape n is -1 - n

  private final RecursiveShapes recursion;
  private final boolean detail;

  private Modes(Plan plan, Map<Term, Integer> numbers, RecursiveShapes recursion, boolean detail) {
    this.plan = plan;
    this.recursion = recursion;
    this.detail = detail;
    this.numbers = numbers;
  }

  static Modes of(
      Plan plan, Map<Term, Integer> numbers, RecursiveShapes recursion, boolean detail) {
    Modes modes = new Modes(plan, numbers, recursion, detail);
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
    boolean property = constraint instanceof Constraint.Property;
    for (Term shape : constraint.shapes()) need(number(shape), reports && property);
    if (property || !reports || !detail) return;
    for (Term shape : explaining(constraint)) need(number(shape), true);
  }

  /**
   * The shapes whose results explain why a constraint is violated (SHACL section 3.6.2.6): those
   * that had to hold and do not. A shape that should not hold but does has no results.
   */
  static List<Term> explaining(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Node it -> List.of(it.shape());
      case Constraint.And it -> it.shapes();
      case Constraint.Or it -> it.shapes();
      case Constraint.Xone it -> it.shapes();
      case Constraint.QualifiedValueShape it when it.min().isPresent() -> List.of(it.shape());
      default -> List.of();
    };
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
    // the report of a recursive shape begins with a test
    if (reports && recursion.contains(plan.shapes().get(shape).shape().id())) need(shape, false);
    open.push(reports ? shape : -1 - shape);
  }
}
