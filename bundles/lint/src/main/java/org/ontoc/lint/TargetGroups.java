// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;

/** Shapes that apply to the same focus nodes because of their targets. */
final class TargetGroups {
  private record Selection(String kind, Object what) {}

  /**
   * Shapes with focus nodes in common.
   *
   * @param subjects the focus nodes are subjects of triples, and so no literals
   */
  record Group(boolean subjects, List<Shape> shapes) {}

  private final Map<Selection, List<Shape>> groups = new LinkedHashMap<>();
  private final Hierarchy hierarchy;

  private TargetGroups(Program program) {
    hierarchy = new Hierarchy(program.ontology());
    for (Shape shape : program.shapes())
      if (!shape.deactivated())
        for (Target target : shape.targets())
          groups.computeIfAbsent(selection(target), _ -> new ArrayList<>()).add(shape);
  }

  /** For each target the shapes that have it, or target a superclass of its class. */
  static List<Group> of(Program program) {
    TargetGroups targets = new TargetGroups(program);
    return targets.groups.keySet().stream()
        .map(it -> new Group(isOfSubjects(it.kind()), targets.shapes(it)))
        .toList();
  }

  private static boolean isOfSubjects(String kind) {
    return kind.equals("class") || kind.equals("subjects");
  }

  private static Selection selection(Target target) {
    return switch (target) {
      case Target.Class it -> new Selection("class", it.type());
      case Target.Node it -> new Selection("node", it.node());
      case Target.SubjectsOf it -> new Selection("subjects", it.predicate());
      case Target.ObjectsOf it -> new Selection("objects", it.predicate());
      case Target.Sparql it -> new Selection("query", it.query().withoutOrigin());
    };
  }

  private List<Shape> shapes(Selection selection) {
    Set<Shape> all = new LinkedHashSet<>(groups.getOrDefault(selection, List.of()));
    if (selection.kind().equals("class") && selection.what() instanceof Iri type)
      for (Iri above : hierarchy.above(type))
        all.addAll(groups.getOrDefault(new Selection("class", above), List.of()));
    return List.copyOf(all);
  }
}
