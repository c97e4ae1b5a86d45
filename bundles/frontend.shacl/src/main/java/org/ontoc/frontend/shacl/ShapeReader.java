// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** Reads one shape with all that belongs to it (SHACL section 2). */
final class ShapeReader {
  private static final Iri VIOLATION = Vocabulary.sh("Violation");

  private final ShapesGraph graph;
  private final Findings findings;
  private final WellFormedness rules;
  private final PropertyCheck properties;
  private final TargetReader targets;
  private final PathReader paths;
  private final ConstraintReader constraints;
  private final SparqlReader sparql;
  private final Set<Term> propertyValues = new HashSet<>();

  ShapeReader(
      ShapesGraph graph,
      ListReader lists,
      Findings findings,
      PropertyCheck properties,
      Components components,
      boolean owlClasses) {
    this.graph = graph;
    this.findings = findings;
    this.properties = properties;
    this.rules = new WellFormedness(findings);
    QueryReader queries = new QueryReader(graph, findings);
    SparqlTargetReader custom = new SparqlTargetReader(graph, findings, queries, components);
    this.targets = new TargetReader(graph, findings, custom, owlClasses);
    this.sparql = new SparqlReader(graph, findings, queries, components);
    this.paths = new PathReader(graph, lists, findings);
    this.constraints = new ConstraintReader(graph, lists, findings);
    for (Triple it : graph.withPredicate(Vocabulary.sh("property")))
      propertyValues.add(it.object());
  }

  Shape read(Term shape, Origin at) {
    properties.checkShape(shape);
    Optional<Path> path = rules.single(graph.values(shape, Vocabulary.PATH)).flatMap(paths::read);
    checkKind(shape, at);
    List<Target> selected = targets.read(shape, at);
    List<Constraint> declared = new ArrayList<>(constraints.read(shape, isMeantAsProperty(shape)));
    declared.addAll(sparql.read(shape, path));
    boolean signal = new Annotations(graph, findings).signal(shape, path.isPresent());
    return new Shape(
        shape,
        path,
        selected,
        declared,
        severity(shape),
        messages(shape),
        deactivated(shape),
        signal,
        at);
  }

  private boolean isMeantAsProperty(Term shape) {
    return graph.has(shape, Vocabulary.PATH)
        || propertyValues.contains(shape)
        || graph.isInstance(shape, Vocabulary.sh("PropertyShape"));
  }

  private void checkKind(Term shape, Origin at) {
    List<Triple> path = graph.triples(shape, Vocabulary.PATH);
    if (!path.isEmpty() && graph.isInstance(shape, Vocabulary.sh("NodeShape")))
      findings.error(
          "E0309",
          path.getFirst().predicateAt(),
          "A node shape has no sh:path",
          "Make it an sh:PropertyShape, or remove sh:path");
    boolean property = graph.isInstance(shape, Vocabulary.sh("PropertyShape"));
    // a value of sh:property is reported where it is the value
    if (path.isEmpty() && property && !propertyValues.contains(shape))
      findings.error(
          "E0308", at, "This property shape has no sh:path", "Add the sh:path that it is about");
  }

  private Iri severity(Term shape) {
    Optional<ParameterValue> value = rules.single(graph.values(shape, Vocabulary.sh("severity")));
    Optional<Iri> severity = value.flatMap(rules::iri);
    String local = severity.map(it -> Vocabulary.localName(it, Vocabulary.SH)).orElse("");
    if (value.isPresent() && !local.isEmpty() && !Vocabulary.SEVERITIES.contains(local))
      findings.error(
          "E0302",
          value.get().at(),
          "SHACL has no severity sh:" + local,
          Suggestions.hint(
              "sh:", local, Vocabulary.SEVERITIES, "Use sh:Violation, sh:Warning or sh:Info"));
    return severity.orElse(VIOLATION);
  }

  private List<Literal> messages(Term shape) {
    List<Literal> messages = new ArrayList<>();
    for (ParameterValue value : graph.values(shape, Vocabulary.sh("message")))
      rules.text(value).ifPresent(messages::add);
    return messages;
  }

  private boolean deactivated(Term shape) {
    return rules
        .single(graph.values(shape, Vocabulary.sh("deactivated")))
        .flatMap(rules::bool)
        .orElse(false);
  }
}
