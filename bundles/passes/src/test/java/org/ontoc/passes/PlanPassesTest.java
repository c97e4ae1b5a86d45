// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.ontoc.passes.Shapes.AT;
import static org.ontoc.passes.Shapes.ex;
import static org.ontoc.passes.Shapes.has;
import static org.ontoc.passes.Shapes.kind;
import static org.ontoc.passes.Shapes.node;
import static org.ontoc.passes.Shapes.path;
import static org.ontoc.passes.Shapes.program;
import static org.ontoc.passes.Shapes.property;
import static org.ontoc.passes.Shapes.refer;
import static org.ontoc.passes.Shapes.targeted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

class PlanPassesTest {
  private static Plan plan(Program program) {
    return new StandardPlanner().apply(program, new RecordingContext());
  }

  private static Plan order(Plan plan) {
    return new OrderByCost().apply(plan, new RecordingContext());
  }

  private static Plan share(Plan plan) {
    return new SharedPaths().apply(plan, new RecordingContext());
  }

  private static List<Integer> numbers(PlannedShape shape) {
    return shape.checks().stream().map(Check::number).toList();
  }

  private static final Constraint SLOW = new Constraint.Class(ex("C"), AT);
  private static final Constraint FAST = kind(NodeKind.IRI);

  @Test
  void testedShapesAskTheCheapFirst() {
    Plan plan =
        order(
            plan(
                program(
                    targeted(node("a", refer("b"))),
                    node("b", SLOW, has("c"), FAST),
                    property("c", path("p"), SLOW, FAST))));
    assertEquals(List.of(3, 1, 2), numbers(plan.shapes().get(1)));
    assertEquals(List.of(5, 4), numbers(plan.shapes().get(2)));
    assertEquals(6, plan.checks().size());
  }

  @Test
  void reportedShapesAndOrderedOnesStay() {
    Plan reported =
        plan(
            program(
                targeted(node("a", SLOW, FAST, has("b"))), property("b", path("p"), SLOW, FAST)));
    assertSame(reported, order(reported));
    Plan ordered = plan(program(targeted(node("a", refer("b"))), node("b", FAST, SLOW)));
    assertSame(ordered, order(ordered));
  }

  private static Path seq(Path... members) {
    return new Path.Sequence(List.of(members));
  }

  private static Path alt(Path... members) {
    return new Path.Alternative(List.of(members));
  }

  private static Path inverse(Path path) {
    return new Path.Inverse(path);
  }

  @Test
  void equalPathsShareANumber() {
    Path a = path("a");
    Path b = path("b");
    Path c = path("c");
    Plan plan =
        plan(
            program(
                targeted(property("1", seq(a, seq(b, c)))),
                targeted(property("2", seq(seq(a, b), c))),
                targeted(property("3", inverse(seq(inverse(c), inverse(seq(a, b)))))),
                targeted(node("n", FAST)),
                targeted(property("4", seq(a, b)))));
    Plan shared = share(plan);
    assertEquals(List.of(seq(a, b, c), seq(a, b)), shared.paths());
    assertEquals(
        List.of(0, 0, 0, -1, 1), shared.shapes().stream().map(PlannedShape::path).toList());
    assertEquals(plan.shapes().get(2).shape(), shared.shapes().get(2).shape());
    assertSame(shared, share(shared));
  }

  @Test
  void canonicalPaths() {
    Path a = path("a");
    Path b = path("b");
    assertSameForm(inverse(inverse(a)), a);
    assertSameForm(alt(b, a), alt(a, b));
    assertSameForm(alt(a, alt(b, a)), alt(a, b));
    assertSameForm(alt(a, a), a);
    assertSameForm(inverse(alt(a, b)), alt(inverse(b), inverse(a)));
    assertSameForm(inverse(new Path.ZeroOrMore(a)), new Path.ZeroOrMore(inverse(a)));
    assertSameForm(new Path.ZeroOrMore(new Path.OneOrMore(a)), new Path.ZeroOrMore(a));
    assertSameForm(new Path.ZeroOrOne(new Path.OneOrMore(a)), new Path.ZeroOrMore(a));
    assertSameForm(new Path.OneOrMore(new Path.ZeroOrOne(a)), new Path.ZeroOrMore(a));
    assertSameForm(new Path.OneOrMore(new Path.OneOrMore(a)), new Path.OneOrMore(a));
    assertSameForm(new Path.ZeroOrOne(new Path.ZeroOrOne(a)), new Path.ZeroOrOne(a));
    assertDifferent(seq(a, b), seq(b, a));
    assertDifferent(inverse(a), a);
    assertDifferent(inverse(seq(a, b)), seq(inverse(a), inverse(b)));
    assertDifferent(new Path.OneOrMore(a), new Path.ZeroOrMore(a));
    assertDifferent(seq(a, a), a);
  }

  private static void assertSameForm(Path one, Path other) {
    assertEquals(CanonicalPaths.of(one), CanonicalPaths.of(other));
  }

  private static void assertDifferent(Path one, Path other) {
    assertNotEquals(CanonicalPaths.of(one), CanonicalPaths.of(other));
  }
}
