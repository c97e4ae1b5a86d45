// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;

/** Refuses what needs a SPARQL engine, which generated C has not. */
final class Queries {
  private Queries() {}

  static boolean areNone(Plan plan, Context context) {
    boolean none = true;
    for (PlannedShape planned : plan.shapes()) {
      for (Check check : planned.checks()) {
        if (!(check.constraint() instanceof Constraint.Sparql sparql)) continue;
        none = false;
        refuse(sparql.at(), "SPARQL-based constraint", context);
      }
      for (Target target : planned.shape().targets()) {
        if (!(target instanceof Target.Sparql sparql) || planned.checks().isEmpty()) continue;
        none = false;
        refuse(sparql.at(), "SPARQL-based target", context);
      }
    }
    return none;
  }

  private static void refuse(Origin at, String what, Context context) {
    context.error(
        "E0524",
        at,
        "the back end c cannot compile a " + what,
        "compile for the target jvm, or let ontoc validate choose what checks it");
  }
}
