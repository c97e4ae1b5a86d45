// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

/**
 * One step from sources to artifacts. A stage is a stateless service: it reports the user's faults
 * to the context and throws only for its own.
 */
public sealed interface Stage<I, O> permits FrontEnd, Pass, Planner, PlanPass, Backend {
  O apply(I input, Context context);
}
