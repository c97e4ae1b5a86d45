// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Term;

/** Reads the SPARQL-based constraints of a shape (SHACL section 5). */
final class SparqlReader {
  private static final Iri SPARQL = Vocabulary.sh("sparql");
  private static final Iri SELECT = Vocabulary.sh("select");
  private static final Iri COMPONENT = Vocabulary.sh("SPARQLConstraintComponent");

  private final ShapesGraph graph;
  private final Findings findings;
  private final WellFormedness rules;
  private final QueryReader queries;
  private final Components components;

  SparqlReader(ShapesGraph graph, Findings findings, QueryReader queries, Components components) {
    this.graph = graph;
    this.findings = findings;
    this.rules = new WellFormedness(findings);
    this.queries = queries;
    this.components = components;
  }

  List<Constraint> read(Term shape, Optional<Path> path) {
    List<Constraint> constraints = new ArrayList<>();
    for (ParameterValue value : graph.values(shape, SPARQL))
      constraint(value, path).ifPresent(constraints::add);
    for (Components.Component component : components.all())
      for (Components.Instance use : components.uses(component, shape))
        component(component, use, shape, path).ifPresent(constraints::add);
    return constraints;
  }

  private Optional<Constraint> constraint(ParameterValue value, Optional<Path> path) {
    Term node = value.term();
    if (node instanceof Literal || !graph.has(node, SELECT)) {
      findings.error(
          "E0342",
          value.at(),
          "The value of sh:sparql must be a node with an sh:select",
          "Write sh:sparql [ sh:select \"SELECT $this WHERE { … }\" ]");
      return Optional.empty();
    }
    List<Literal> messages = messages(node);
    boolean deactivated =
        rules
            .single(graph.values(node, Vocabulary.sh("deactivated")))
            .flatMap(rules::bool)
            .orElse(false);
    QueryReader.Use use =
        new QueryReader.Use(
            Query.Kind.SELECT, Optional.of(value.shape()), path, Set.of(), Map.of());
    return queries
        .read(node, use)
        .filter(_ -> !deactivated)
        .map(
            query ->
                new Constraint.Sparql(
                    COMPONENT, Optional.of(node), query, messages, value.parameterAt()));
  }

  private Optional<Constraint> component(
      Components.Component component, Components.Instance use, Term shape, Optional<Path> path) {
    Optional<Term> validator = components.validator(component, path.isPresent(), use);
    if (validator.isEmpty()) return Optional.empty();
    Query.Kind kind = graph.has(validator.get(), SELECT) ? Query.Kind.SELECT : Query.Kind.ASK;
    List<Literal> own = messages(validator.get());
    List<Literal> messages = own.isEmpty() ? messages(component.id()) : own;
    return queries
        .read(
            validator.get(),
            new QueryReader.Use(kind, Optional.of(shape), path, component.names(), use.values()))
        .map(
            query ->
                new Constraint.Sparql(component.id(), Optional.empty(), query, messages, use.at()));
  }

  private List<Literal> messages(Term node) {
    List<Literal> messages = new ArrayList<>();
    for (ParameterValue value : graph.values(node, Vocabulary.sh("message")))
      rules.text(value).ifPresent(messages::add);
    return messages;
  }
}
