// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Positions;
import org.ontoc.pipeline.ir.Term;

/** Collects where the values of parameters, list members and predicates of paths stand. */
final class ValuePositions {
  private static final Set<Iri> PARAMETERS = parameters();

  private final ShapesGraph graph;
  private final ListReader lists;
  private final UnaryOperator<Term> name;
  private final Map<Positions.Value, List<Origin>> found = new HashMap<>();

  private ValuePositions(ShapesGraph graph, ListReader lists, UnaryOperator<Term> name) {
    this.graph = graph;
    this.lists = lists;
    this.name = name;
  }

  private static Set<Iri> parameters() {
    Set<Iri> all = new HashSet<>(ConstraintReader.parameters());
    Vocabulary.TARGETS.forEach(it -> all.add(Vocabulary.sh(it)));
    all.add(Vocabulary.PATH);
    all.add(Vocabulary.sh("message"));
    return all;
  }

  /**
   * @param name the term in the program that stands for one of the graph
   */
  static Positions of(
      Set<Term> shapes, ShapesGraph graph, ListReader lists, UnaryOperator<Term> name) {
    ValuePositions positions = new ValuePositions(graph, lists, name);
    shapes.forEach(positions::collect);
    return new Positions(positions.found);
  }

  private void collect(Term shape) {
    for (Iri parameter : graph.of(shape).keySet())
      if (PARAMETERS.contains(parameter)) graph.values(shape, parameter).forEach(this::collect);
  }

  private void collect(ParameterValue value) {
    if (value.parameter().equals(Vocabulary.PATH)) path(value);
    else if (isList(value)) lists.read(value).ifPresent(it -> it.forEach(this::add));
    else add(value);
  }

  /** Lists are read once more, of a graph without errors. */
  private boolean isList(ParameterValue value) {
    return Vocabulary.LIST_EXPECTING.contains(value.parameter()) && lists.isList(value.term());
  }

  private void add(ParameterValue value) {
    Positions.Value key =
        new Positions.Value(name.apply(value.shape()), value.parameter(), name.apply(value.term()));
    found.computeIfAbsent(key, _ -> new ArrayList<>()).add(value.at());
  }

  /** Every IRI below a path node is a predicate of the path, apart from the end of a list. */
  private void path(ParameterValue path) {
    Deque<ParameterValue> open = new ArrayDeque<>(List.of(path));
    Set<Term> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ParameterValue part = open.pop();
      if (part.term() instanceof Iri iri && !iri.equals(Vocabulary.NIL)) add(part);
      if (!(part.term() instanceof BlankNode) || !seen.add(part.term())) continue;
      graph
          .of(part.term())
          .forEach(
              (predicate, triples) -> {
                if (isPartOfPath(predicate))
                  triples.forEach(it -> open.add(path.with(it.object(), it.objectAt())));
              });
    }
  }

  private static boolean isPartOfPath(Iri predicate) {
    return predicate.equals(Vocabulary.FIRST)
        || predicate.equals(Vocabulary.REST)
        || Vocabulary.PATH_FORMS.contains(Vocabulary.localName(predicate, Vocabulary.SH));
  }
}
