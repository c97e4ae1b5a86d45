// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.osgi.service.component.annotations.Component;

/**
 * Puts cheap checks that are likely to fail first, in shapes that are asked whether a node
 * conforms: there the first violated check decides. Checks are independent of each other, so no
 * order changes an answer; where a shape also reports, the same results come in another order.
 * Shapes that only report evaluate every check anyway and keep the order of the source.
 */
@Component
@PlanPass.Id("order-by-cost")
public final class OrderByCost implements PlanPass {
  /** Least expected cost until a violation is found; equal ones stay in order. */
  private static final Comparator<Check> ORDER =
      Comparator.comparingDouble(check -> (double) check.cost() / likelihood(check.constraint()));

  @Override
  public Plan apply(Plan plan, Context context) {
    Set<Term> tested =
        new References(plan.shapes().stream().map(PlannedShape::shape).toList()).tested();
    List<PlannedShape> shapes =
        plan.shapes().stream()
            .map(shape -> tested.contains(shape.shape().id()) ? ordered(shape) : shape)
            .toList();
    if (shapes.equals(plan.shapes())) return plan;
    return new Plan(
        plan.name(),
        plan.reads(),
        shapes,
        plan.entryPoints(),
        plan.paths(),
        plan.automata(),
        plan.hierarchy());
  }

  private static PlannedShape ordered(PlannedShape shape) {
    return new PlannedShape(
        shape.shape(), shape.path(), shape.checks().stream().sorted(ORDER).toList());
  }

  /** Percent of nodes that violate such a constraint of an alternative; an estimate. */
  private static int likelihood(Constraint constraint) {
    return switch (constraint) {
      // What tells alternatives apart: fixed values, kinds, types.
      case Constraint.HasValue _, Constraint.In _ -> 60;
      case Constraint.NodeKind _, Constraint.Datatype _, Constraint.Class _ -> 40;
      case Constraint.Property _, Constraint.Node _, Constraint.And _ -> 30;
      case Constraint.MinCount _, Constraint.LanguageIn _, Constraint.Pattern _ -> 25;
      case Constraint.Not _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.QualifiedValueShape _,
          Constraint.Equals _ ->
          20;
      case Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _ ->
          15;
      case Constraint.MaxCount _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.UniqueLang _,
          Constraint.Disjoint _,
          Constraint.Closed _,
          Constraint.Sparql _ ->
          10;
    };
  }
}
