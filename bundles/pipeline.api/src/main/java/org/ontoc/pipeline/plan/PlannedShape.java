// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.List;
import org.ontoc.pipeline.ir.Shape;

/**
 * A shape with its checks in execution order. Its number is its index in the plan.
 *
 * @param path the index of its path in the plan's paths; -1 for a node shape
 */
public record PlannedShape(Shape shape, int path, List<Check> checks) {
  public PlannedShape {
    checks = List.copyOf(checks);
  }
}
