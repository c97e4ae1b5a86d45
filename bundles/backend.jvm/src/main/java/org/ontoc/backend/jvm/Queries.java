// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.plan.Plan;

/** What a plan asks a query engine. */
final class Queries {
  private Queries() {}

  /** Whether some check or target is a query, so that the graph is matched in every way. */
  static boolean areAsked(Plan plan) {
    return plan.shapes().stream()
        .anyMatch(
            planned ->
                planned.shape().targets().stream().anyMatch(Target.Sparql.class::isInstance)
                    || planned.checks().stream()
                        .anyMatch(check -> check.constraint() instanceof Constraint.Sparql));
  }
}
