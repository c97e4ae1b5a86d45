// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.osgi.service.component.annotations.Component;

/**
 * Gives paths that always have the same value nodes one number, in a canonical form; the shapes
 * keep their paths as written, which results show. Value nodes are a set (SHACL section 2.3.1), so
 * it does not matter how often or in which order a path finds a node.
 */
@Component
@PlanPass.Id("shared-paths")
public final class SharedPaths implements PlanPass {
  @Override
  public Plan apply(Plan plan, Context context) {
    Map<Path, Integer> numbers = new LinkedHashMap<>();
    List<PlannedShape> shapes =
        plan.shapes().stream().map(shape -> renumbered(shape, plan, numbers)).toList();
    List<Path> paths = List.copyOf(numbers.keySet());
    if (paths.equals(plan.paths()) && shapes.equals(plan.shapes())) return plan;
    return new Plan(
        plan.name(),
        plan.reads(),
        shapes,
        plan.entryPoints(),
        paths,
        plan.automata(),
        plan.hierarchy());
  }

  private static PlannedShape renumbered(
      PlannedShape shape, Plan plan, Map<Path, Integer> numbers) {
    if (shape.path() < 0) return shape;
    Path path = CanonicalPaths.of(plan.paths().get(shape.path()));
    Integer known = numbers.putIfAbsent(path, numbers.size());
    int number = known == null ? numbers.size() - 1 : known;
    return new PlannedShape(shape.shape(), number, shape.checks());
  }
}
