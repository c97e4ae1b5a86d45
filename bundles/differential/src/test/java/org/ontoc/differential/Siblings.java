// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ontoc.pipeline.ir.Term;

/**
 * Sibling shapes (SHACL section 4.7.3) are evaluated by a shape without being referred to by it, so
 * that shapes can be recursive in a way that section 3.4.3 does not name.
 */
final class Siblings {
  private static final Parameter DISJOINT =
      new Parameter.One("qualifiedValueShapesDisjoint", ShapesGenerator.bool(true));

  private final Map<Term, Set<Term>> evaluates = new HashMap<>();

  private Siblings(List<Shape> shapes) {
    for (Shape shape : shapes)
      evaluates
          .computeIfAbsent(shape.id(), _ -> new HashSet<>())
          .addAll(shape.references().toList());
    for (Shape parent : shapes) addSiblings(properties(parent, shapes));
  }

  static boolean areRecursive(List<Shape> shapes) {
    Siblings graph = new Siblings(shapes);
    return shapes.stream()
        .anyMatch(shape -> graph.returns(shape.id(), shape.id(), new HashSet<>()));
  }

  /** Whether sh:qualifiedValueShapesDisjoint of a shape concerns other shapes. */
  static boolean exist(List<Shape> shapes) {
    return shapes.stream()
        .map(parent -> properties(parent, shapes))
        .anyMatch(
            properties ->
                properties.stream().anyMatch(s -> s.parameters().contains(DISJOINT))
                    && properties.stream().filter(s -> s.has("qualifiedValueShape")).count() > 1);
  }

  private static List<Shape> properties(Shape parent, List<Shape> shapes) {
    Set<Term> ids = new HashSet<>();
    parent.all("property").forEach(property -> ids.addAll(property.terms()));
    Predicate<Shape> isProperty = shape -> ids.contains(shape.id());
    return shapes.stream().filter(isProperty).toList();
  }

  private void addSiblings(List<Shape> properties) {
    for (Shape shape : properties) {
      if (!shape.parameters().contains(DISJOINT)) continue;
      for (Shape sibling : properties)
        if (!sibling.equals(shape))
          sibling
              .all("qualifiedValueShape")
              .forEach(p -> evaluates.merge(shape.id(), new HashSet<>(p.terms()), Siblings::union));
    }
  }

  private static Set<Term> union(Set<Term> a, Set<Term> b) {
    a.addAll(b);
    return a;
  }

  private boolean returns(Term from, Term to, Set<Term> seen) {
    for (Term next : evaluates.getOrDefault(from, Set.of())) {
      if (next.equals(to)) return true;
      if (seen.add(next) && returns(next, to, seen)) return true;
    }
    return false;
  }
}
