// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * Removes shapes that no target reaches through references, and targets that select nothing new.
 * Only focus nodes of targets, and nodes that references lead to from there, are ever validated
 * (SHACL section 3.4), so what no target reaches has no results.
 */
@Component
@Pass.Id("dead-shapes")
public final class DeadShapes implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Set<Term> live = live(program);
    List<Shape> kept =
        program.shapes().stream()
            .filter(shape -> live.contains(shape.id()))
            .map(DeadShapes::prune)
            .toList();
    return kept.equals(program.shapes()) ? program : program.withShapes(kept);
  }

  private static Set<Term> live(Program program) {
    Map<Term, Shape> shapes = program.shapesById();
    Set<Term> live = new HashSet<>();
    Deque<Shape> open = new ArrayDeque<>();
    for (Shape shape : program.shapes()) {
      if (shape.isChecked() && live.add(shape.id())) {
        open.push(shape);
      }
    }
    while (!open.isEmpty()) {
      Shape shape = open.pop();
      // A deactivated shape stays where something refers to it, but evaluates nothing itself.
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints()) {
        for (Term reference : constraint.shapes()) {
          Shape found = shapes.get(reference);
          if (found != null && live.add(reference)) open.push(found);
        }
      }
    }
    return live;
  }

  /** A deactivated shape has neither targets nor constraints in effect (SHACL section 2.1.4). */
  private static Shape prune(Shape shape) {
    if (shape.deactivated()) {
      boolean bare = shape.targets().isEmpty() && shape.constraints().isEmpty();
      return bare ? shape : shape.withTargets(List.of()).withConstraints(List.of());
    }
    List<Target> targets = distinct(shape.targets());
    return targets.size() == shape.targets().size() ? shape : shape.withTargets(targets);
  }

  private record Selection(String kind, Object by) {}

  /** The focus nodes of a shape are the union over its targets: a second equal one adds none. */
  private static List<Target> distinct(List<Target> targets) {
    Set<Selection> seen = new HashSet<>();
    List<Target> kept = new ArrayList<>();
    for (Target target : targets) {
      if (seen.add(selection(target))) kept.add(target);
    }
    return kept;
  }

  private static Selection selection(Target target) {
    return switch (target) {
      case Target.Node(Term node, var _) -> new Selection("node", node);
      case Target.Class(Iri type, var _, var _) -> new Selection("class", type);
      case Target.SubjectsOf(Iri predicate, var _) -> new Selection("subjects", predicate);
      case Target.ObjectsOf(Iri predicate, var _) -> new Selection("objects", predicate);
      case Target.Sparql(Query query, var _) -> new Selection("query", query.withoutOrigin());
    };
  }
}
