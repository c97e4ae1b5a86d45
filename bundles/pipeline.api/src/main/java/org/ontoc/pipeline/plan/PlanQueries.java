// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Target;

/** What a plan asks a query engine. */
public final class PlanQueries {
  private PlanQueries() {}

  /** Whether some check or target is a query, so that the graph is matched in every way. */
  public static boolean areAsked(Plan plan) {
    return plan.shapes().stream()
        .anyMatch(
            planned ->
                planned.shape().targets().stream().anyMatch(Target.Sparql.class::isInstance)
                    || planned.checks().stream()
                        .anyMatch(check -> check.constraint() instanceof Constraint.Sparql));
  }

  /** Whether a target without a SPARQL engine can compile a plan; reports each query, if not. */
  public static boolean areNone(Plan plan, String target, Context context) {
    boolean none = true;
    for (PlannedShape planned : plan.shapes()) {
      for (Check check : planned.checks()) {
        if (!(check.constraint() instanceof Constraint.Sparql sparql)) continue;
        none = false;
        refuse(sparql.at(), "SPARQL-based constraint", target, context);
      }
      for (Target selects : planned.shape().targets()) {
        if (!(selects instanceof Target.Sparql sparql) || planned.checks().isEmpty()) continue;
        none = false;
        refuse(sparql.at(), "SPARQL-based target", target, context);
      }
    }
    return none;
  }

  private static void refuse(Origin at, String what, String target, Context context) {
    context.error(
        "E0524",
        at,
        "the back end " + target + " cannot compile a " + what,
        "compile for the target jvm, or let ontoc validate choose what checks it");
  }
}
