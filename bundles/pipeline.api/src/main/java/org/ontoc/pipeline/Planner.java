// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides what will be executed: read set, tiers, costs, numbers. The highest service ranking is
 * used.
 */
@ConsumerType
public non-sealed interface Planner extends Stage<Program, Plan> {}
