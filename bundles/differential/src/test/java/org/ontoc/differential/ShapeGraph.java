// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.ir.Term;

/**
 * Which shapes evaluate which. Sibling shapes (SHACL section 4.7.3) are evaluated by a shape
 * without being referred to by it, so that shapes can be recursive in a way that section 3.4.3 does
 * not name.
 */
final class ShapeGraph {
  private static final Parameter DISJOINT =
      new Parameter.One("qualifiedValueShapesDisjoint", ShapesGenerator.bool(true));

  private final Map<Term, Set<Term>> evaluates = new HashMap<>();
  private boolean disjoint;

  ShapeGraph(List<Shape> shapes) {
    for (Shape shape : shapes)
      evaluates.put(shape.id(), new LinkedHashSet<>(shape.references().toList()));
    for (Shape parent : shapes) addSiblings(properties(parent, shapes));
  }

  /** Whether evaluating a shape can come back to it. */
  boolean isRecursive() {
    return evaluates.entrySet().stream()
        .anyMatch(
            e -> e.getValue().stream().anyMatch(next -> reachable(next).contains(e.getKey())));
  }

  /** Whether some shape has sibling shapes that its values must not conform to. */
  boolean hasSiblings() {
    return disjoint;
  }

  /** A shape and all shapes that it evaluates, directly or not. */
  Set<Term> reachable(Term from) {
    Set<Term> seen = new HashSet<>();
    Deque<Term> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Term shape = open.pop();
      if (seen.add(shape)) open.addAll(evaluates.getOrDefault(shape, Set.of()));
    }
    return seen;
  }

  private static List<Shape> properties(Shape parent, List<Shape> shapes) {
    Set<Term> ids = new HashSet<>();
    parent.all("property").forEach(property -> ids.addAll(property.terms()));
    return shapes.stream().filter(shape -> ids.contains(shape.id())).toList();
  }

  private void addSiblings(List<Shape> properties) {
    for (Shape shape : properties) {
      if (!shape.parameters().contains(DISJOINT)) continue;
      for (Shape sibling : properties)
        if (!sibling.equals(shape)) sibling.all("qualifiedValueShape").forEach(p -> add(shape, p));
    }
  }

  private void add(Shape shape, Parameter sibling) {
    disjoint = true;
    evaluates.computeIfAbsent(shape.id(), _ -> new LinkedHashSet<>()).addAll(sibling.terms());
  }
}
