// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/**
 * A program in two parts: the shapes with targets whose evaluation needs SPARQL, themselves or in a
 * shape that they refer to, and all others. A shape that both parts refer to is in both, with its
 * targets in one: so every result has one source.
 */
record Split(Program others, Program queries) {
  static boolean hasQueries(Program program) {
    return program.shapes().stream().anyMatch(Split::hasQuery);
  }

  static Split of(Program program) {
    Map<Term, Shape> shapes = program.shapesById();
    Set<Term> withQueries = new HashSet<>();
    Set<Term> without = new HashSet<>();
    for (Shape shape : program.shapes()) {
      if (shape.deactivated() || shape.targets().isEmpty()) continue;
      Set<Term> reached = reached(shape, shapes);
      boolean needed =
          isSelectedByQuery(shape)
              || reached.stream().anyMatch(id -> asks(shapes.getOrDefault(id, shape)));
      (needed ? withQueries : without).add(shape.id());
    }
    return new Split(part(program, without, shapes), part(program, withQueries, shapes));
  }

  private static boolean hasQuery(Shape shape) {
    return asks(shape) || isSelectedByQuery(shape);
  }

  private static boolean asks(Shape shape) {
    return !shape.deactivated()
        && shape.constraints().stream().anyMatch(Constraint.Sparql.class::isInstance);
  }

  private static boolean isSelectedByQuery(Shape shape) {
    return !shape.deactivated()
        && shape.targets().stream().anyMatch(Target.Sparql.class::isInstance);
  }

  /** The shape and all that it refers to, at any distance. */
  private static Set<Term> reached(Shape start, Map<Term, Shape> shapes) {
    Set<Term> reached = new HashSet<>(Set.of(start.id()));
    Deque<Shape> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Shape shape = open.pop();
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints())
        for (Term reference : constraint.shapes()) {
          Shape found = shapes.get(reference);
          if (found != null && reached.add(reference)) open.push(found);
        }
    }
    return reached;
  }

  /** In the order of the program. */
  private static Program part(Program program, Set<Term> entries, Map<Term, Shape> shapes) {
    Set<Term> kept = new HashSet<>();
    for (Term entry : entries) {
      Shape shape = shapes.get(entry);
      if (shape != null) kept.addAll(reached(shape, shapes));
    }
    return program.withShapes(
        program.shapes().stream()
            .filter(shape -> kept.contains(shape.id()))
            .map(shape -> entries.contains(shape.id()) ? shape : shape.withTargets(List.of()))
            .toList());
  }
}
