// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/** Which shapes refer to which, and how each shape is evaluated. */
final class References {
  private final Map<Term, Shape> shapes = new HashMap<>();
  private final Map<Term, List<Shape>> referrers = new HashMap<>();
  private final Map<Term, Integer> counts = new HashMap<>();

  References(List<Shape> all) {
    for (Shape shape : all) {
      shapes.put(shape.id(), shape);
      for (Constraint constraint : shape.constraints()) {
        for (Term reference : constraint.shapes()) {
          referrers.computeIfAbsent(reference, _ -> new ArrayList<>()).add(shape);
          counts.merge(reference, 1, Integer::sum);
        }
      }
    }
  }

  /** The shapes that refer to a shape, once for each reference. */
  List<Shape> referrers(Term id) {
    return referrers.getOrDefault(id, List.of());
  }

  int count(Term id) {
    return counts.getOrDefault(id, 0);
  }

  /**
   * The shapes whose own results may be reported: those with targets, and the property shapes of
   * such shapes (SHACL section 4.7.2). All others are only asked whether a node conforms.
   */
  Set<Term> reported() {
    List<Term> targeted = new ArrayList<>();
    for (Shape shape : shapes.values()) {
      if (shape.isChecked()) targeted.add(shape.id());
    }
    return throughProperties(targeted);
  }

  /** The shapes that are asked whether a node conforms, and the property shapes of such shapes. */
  Set<Term> tested() {
    List<Term> asked = new ArrayList<>();
    for (Shape shape : shapes.values()) {
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints()) {
        if (!(constraint instanceof Constraint.Property)) asked.addAll(constraint.shapes());
      }
    }
    return throughProperties(asked);
  }

  private Set<Term> throughProperties(List<Term> from) {
    Set<Term> reached = new HashSet<>(from);
    Deque<Term> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Shape shape = shapes.get(open.pop());
      if (shape == null || shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints()) {
        if (constraint instanceof Constraint.Property property && reached.add(property.shape())) {
          open.push(property.shape());
        }
      }
    }
    return reached;
  }
}
