// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;

/** Reads closed shapes with the properties they allow (SHACL section 4.8.1). */
final class ClosedReader {
  private final ShapesGraph graph;
  private final ListReader lists;
  private final WellFormedness rules;

  ClosedReader(ShapesGraph graph, ListReader lists, WellFormedness rules) {
    this.graph = graph;
    this.lists = lists;
    this.rules = rules;
  }

  Optional<Constraint> read(ParameterValue value) {
    if (!rules.bool(value).orElse(false)) return Optional.empty();
    Set<Iri> allowed = new TreeSet<>();
    for (ParameterValue shape : graph.values(value.shape(), Vocabulary.sh("property")))
      for (ParameterValue path : graph.values(shape.term(), Vocabulary.PATH))
        if (path.term() instanceof Iri iri) allowed.add(iri);
    rules
        .single(graph.values(value.shape(), Vocabulary.sh("ignoredProperties")))
        .ifPresent(it -> allowed.addAll(iris(it)));
    return Optional.of(new Constraint.Closed(List.copyOf(allowed), value.parameterAt()));
  }

  /** Checks sh:ignoredProperties, which is read with sh:closed. */
  Optional<Constraint> ignoredProperties(ParameterValue value) {
    iris(value);
    if (!graph.has(value.shape(), Vocabulary.sh("closed"))) rules.alone(value, "sh:closed");
    return Optional.empty();
  }

  private List<Iri> iris(ParameterValue list) {
    return lists.read(list).orElse(List.of()).stream()
        .flatMap(member -> rules.iri(member).stream())
        .toList();
  }
}
