// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.ReadSet;

/**
 * Selects the subclass statements of the sources that a validator needs. Data may hold subclass
 * statements of its own: with {@code A < B} in a source and {@code B < C} in the data an instance
 * of A is one of C, although no source connects A and C. So all statements are kept unless the
 * option {@code hierarchy} is {@code reachable}: then those that lead to a class of the read set by
 * the sources alone, for large ontologies whose data does not extend them.
 */
final class Hierarchies {
  private Hierarchies() {}

  static List<SubClassOf> of(Ontology ontology, ReadSet reads, Context context) {
    if (reads.classes().isEmpty()) return List.of();
    return switch (context.option("hierarchy", "all")) {
      case "all" -> ontology.hierarchy();
      case "reachable" -> reachable(ontology.hierarchy(), reads.classes());
      case String other -> {
        context.report(
            Severity.ERROR,
            "E0505",
            Origin.NOWHERE,
            "the option hierarchy cannot be \"" + other + "\"",
            "use all or reachable");
        yield ontology.hierarchy();
      }
    };
  }

  private static List<SubClassOf> reachable(List<SubClassOf> statements, List<Iri> classes) {
    Map<Iri, List<Iri>> subclasses = new HashMap<>();
    for (SubClassOf s : statements) {
      subclasses.computeIfAbsent(s.sup(), _ -> new ArrayList<>()).add(s.sub());
    }
    Set<Iri> below = new HashSet<>(classes);
    Deque<Iri> open = new ArrayDeque<>(classes);
    while (!open.isEmpty()) {
      for (Iri sub : subclasses.getOrDefault(open.pop(), List.of())) {
        if (below.add(sub)) open.push(sub);
      }
    }
    return statements.stream().filter(statement -> below.contains(statement.sup())).toList();
  }
}
