// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Planner;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.osgi.service.component.annotations.Component;

/**
 * The standard planner. Shapes, checks and paths are numbered in program order; a deactivated shape
 * keeps its number and has no checks, since everything conforms to it (SHACL section 2.1.4).
 */
@Component
public final class StandardPlanner implements Planner {
  @Override
  public Plan apply(Program program, Context context) {
    ReadSet reads = Reads.of(program);
    Patterns patterns = Patterns.of(program, context);
    Map<Path, Integer> paths = new LinkedHashMap<>();
    List<PlannedShape> shapes = shapes(program, patterns, paths, context);
    return new Plan(
        Names.of(program, context),
        reads,
        shapes,
        entryPoints(program.shapes()),
        List.copyOf(paths.keySet()),
        patterns.automata(),
        Hierarchies.of(program.ontology(), reads, context));
  }

  private static List<PlannedShape> shapes(
      Program program, Patterns patterns, Map<Path, Integer> paths, Context context) {
    Costs costs = new Costs(program.shapesById(), patterns);
    Sentences sentences = new Sentences(program);
    List<PlannedShape> shapes = new ArrayList<>();
    int number = 0;
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      List<Check> checks = new ArrayList<>();
      for (Constraint constraint : active(shape)) {
        checks.add(
            new Check(
                number++,
                constraint,
                Tiers.of(constraint, shape.path()),
                costs.of(constraint),
                sentences.of(constraint)));
      }
      shapes.add(new PlannedShape(shape, number(shape.path(), paths), checks));
    }
    return shapes;
  }

  private static List<Constraint> active(Shape shape) {
    return shape.deactivated() ? List.of() : shape.constraints();
  }

  /**
   * Only paths that are written alike share a number here; the pass {@code shared-paths} knows
   * which others are equal.
   */
  private static int number(Optional<Path> path, Map<Path, Integer> paths) {
    if (path.isEmpty()) return -1;
    Integer known = paths.putIfAbsent(path.get(), paths.size());
    return known == null ? paths.size() - 1 : known;
  }

  private static List<Integer> entryPoints(List<Shape> shapes) {
    return IntStream.range(0, shapes.size())
        .filter(i -> !shapes.get(i).deactivated() && !shapes.get(i).targets().isEmpty())
        .boxed()
        .toList();
  }
}
