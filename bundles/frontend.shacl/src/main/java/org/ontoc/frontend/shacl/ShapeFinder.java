// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/** Finds what counts as a shape (SHACL section 2.1). */
final class ShapeFinder {
  private final ShapesGraph graph;
  private final ListReader lists;
  private final Findings findings;
  private final Set<Iri> parameters;

  /**
   * @param parameters of all constraint components, built in and declared
   */
  ShapeFinder(ShapesGraph graph, ListReader lists, Findings findings, Set<Iri> parameters) {
    this.graph = graph;
    this.lists = lists;
    this.findings = findings;
    this.parameters = parameters;
  }

  /** The shapes, each with where it first stands as a subject, or else where it is referred to. */
  Map<Term, Origin> find() {
    Map<Term, Origin> shapes = new LinkedHashMap<>();
    Deque<ParameterValue> references = new ArrayDeque<>();
    for (Term subject : graph.subjects())
      if (isShape(subject)) shapes.put(subject, position(subject).orElse(Origin.NOWHERE));
    Set<Term> walked = new HashSet<>();
    for (Term shape : shapes.keySet()) if (walked.add(shape)) references.addAll(references(shape));
    while (!references.isEmpty()) {
      ParameterValue value = references.remove();
      if (value.term() instanceof Literal) continue;
      Term shape = value.term();
      shapes.putIfAbsent(shape, position(shape).orElseGet(() -> undeclared(value)));
      if (walked.add(shape)) references.addAll(references(shape));
    }
    return shapes;
  }

  private Optional<Origin> position(Term term) {
    return graph.firstSubject(term, findings.positions());
  }

  private boolean isShape(Term term) {
    if (graph.of(term).keySet().stream().anyMatch(this::makesShape)) return true;
    return graph.isInstance(term, Vocabulary.sh("NodeShape"))
        || graph.isInstance(term, Vocabulary.sh("PropertyShape"));
  }

  private boolean makesShape(Iri predicate) {
    return parameters.contains(predicate)
        || Vocabulary.TARGETS.contains(Vocabulary.localName(predicate, Vocabulary.SH));
  }

  private List<ParameterValue> references(Term shape) {
    List<ParameterValue> found = new ArrayList<>();
    for (Iri parameter : Vocabulary.SHAPE_EXPECTING) found.addAll(graph.values(shape, parameter));
    for (Iri parameter : Vocabulary.SHAPE_LIST_EXPECTING)
      for (ParameterValue list : graph.values(shape, parameter))
        lists.read(list).ifPresent(found::addAll);
    return found;
  }

  private Origin undeclared(ParameterValue value) {
    if (value.term() instanceof Iri iri && !Vocabulary.localName(iri, Vocabulary.DASH).isEmpty()) {
      findings.error(
          "E0333",
          value.at(),
          Vocabulary.name(iri) + " belongs to DASH, which is not supported yet",
          "Express it with SHACL Core, or name a shape of your own");
      return value.at();
    }
    // sh:property needs a path, so that reading the shape reports a better error
    boolean named = value.term() instanceof Iri;
    if (named && !value.parameter().equals(Vocabulary.sh("property")))
      findings.warning(
          "W0304",
          value.at(),
          "Nothing is said about the shape "
              + Vocabulary.name(value.term())
              + ", so that every node conforms to it",
          "Check the spelling, or add the document that describes it");
    return value.at();
  }
}
