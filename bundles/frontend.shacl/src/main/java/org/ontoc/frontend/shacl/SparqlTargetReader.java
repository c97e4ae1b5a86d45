// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** Reads custom targets (SHACL Advanced Features section 3): those whose nodes a query selects. */
final class SparqlTargetReader {
  private final ShapesGraph graph;
  private final Findings findings;
  private final QueryReader queries;
  private final Components components;

  SparqlTargetReader(
      ShapesGraph graph, Findings findings, QueryReader queries, Components components) {
    this.graph = graph;
    this.findings = findings;
    this.queries = queries;
    this.components = components;
  }

  Optional<Target> read(ParameterValue value) {
    Term node = value.term();
    if (node instanceof Literal) return refuse(value, "E0304", "must be a node, not a literal");
    if (graph.has(node, Vocabulary.sh("select"))) return target(node, Set.of(), Map.of(), value);
    for (Triple type : graph.triples(node, Vocabulary.TYPE))
      if (graph.isInstance(type.object(), Vocabulary.sh("SPARQLTargetType"))
          && graph.has(type.object(), Vocabulary.sh("select"))) return typed(type.object(), value);
    return refuse(value, "E0332", "is no SPARQL-based target, and no other custom target is known");
  }

  private Optional<Target> typed(Term type, ParameterValue value) {
    List<Components.Parameter> parameters =
        components.parameters(graph.values(type, Vocabulary.sh("parameter")));
    Components.Component declared =
        new Components.Component(Vocabulary.sh("SPARQLTargetType"), parameters);
    if (parameters.isEmpty()) return target(type, Set.of(), Map.of(), value);
    List<Components.Instance> uses = components.uses(declared, value.term());
    if (uses.size() == 1) return target(type, declared.names(), uses.getFirst().values(), value);
    return refuse(value, "E0332", "must have each parameter of its target type once");
  }

  private Optional<Target> target(
      Term executable, Set<String> names, Map<String, Term> values, ParameterValue value) {
    QueryReader.Use use =
        new QueryReader.Use(Query.Kind.SELECT, Optional.empty(), Optional.empty(), names, values);
    return queries.read(executable, use).map(it -> new Target.Sparql(it, value.parameterAt()));
  }

  private Optional<Target> refuse(ParameterValue value, String code, String why) {
    findings.error(
        code,
        value.at(),
        "The value of sh:target " + why,
        "Write sh:target [ a sh:SPARQLTarget ; sh:select \"SELECT ?this WHERE { … }\" ]");
    return Optional.empty();
  }
}
