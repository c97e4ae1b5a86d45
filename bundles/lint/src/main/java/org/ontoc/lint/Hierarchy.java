// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;

/** The subclass statements of a program. */
final class Hierarchy {
  private static final Set<String> TOP = Set.of(Names.OWL + "Thing", Names.RDFS + "Resource");

  private final Map<Iri, Set<Iri>> direct = new HashMap<>();

  Hierarchy(Ontology ontology) {
    ontology
        .hierarchy()
        .forEach(it -> direct.computeIfAbsent(it.sub(), _ -> new LinkedHashSet<>()).add(it.sup()));
  }

  /** The class and all that it is a subclass of. */
  Set<Iri> above(Iri type) {
    Set<Iri> found = new LinkedHashSet<>(Set.of(type));
    Deque<Iri> open = new ArrayDeque<>(found);
    while (!open.isEmpty())
      for (Iri sup : direct.getOrDefault(open.remove(), Set.of()))
        if (found.add(sup)) open.add(sup);
    return found;
  }

  /** Whether one class is above the other, or all are below one of them. */
  boolean related(Iri one, Iri other) {
    return TOP.contains(one.value())
        || TOP.contains(other.value())
        || above(one).contains(other)
        || above(other).contains(one);
  }
}
