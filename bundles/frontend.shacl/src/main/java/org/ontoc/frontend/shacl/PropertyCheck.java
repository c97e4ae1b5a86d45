// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/**
 * Sees to it that nothing is ignored: every property of a shape is known, and what is known but not
 * supported is refused.
 */
final class PropertyCheck {
  /** Refused wherever they stand, since they change what validation means. */
  private static final List<String> REFUSED =
      List.of("rule", "expression", "values", "js", "targetWhere", "resultAnnotation");

  /** Properties whose values have a query. */
  private static final List<String> EXECUTABLES =
      List.of("sparql", "target", "validator", "nodeValidator", "propertyValidator");

  private final ShapesGraph graph;
  private final Findings findings;
  private final Set<Iri> custom;
  private final Set<String> ofShapes;
  private final Set<String> known;

  PropertyCheck(ShapesGraph graph, Findings findings, Components components) {
    this.graph = graph;
    this.findings = findings;
    this.custom = components.parameters();
    this.ofShapes = new HashSet<>(Vocabulary.SHAPE_PROPERTIES);
    ConstraintReader.parameters().forEach(it -> ofShapes.add(local(it)));
    ofShapes.addAll(Vocabulary.TARGETS);
    ofShapes.addAll(Vocabulary.NON_VALIDATING);
    this.known = new HashSet<>(ofShapes);
    known.addAll(Vocabulary.PATH_FORMS);
    known.addAll(Vocabulary.SPARQL);
    known.addAll(Vocabulary.ADVANCED);
    known.addAll(Vocabulary.DRAFT);
    known.addAll(Vocabulary.ELSEWHERE);
  }

  private static String local(Iri iri) {
    return Vocabulary.localName(iri, Vocabulary.SH);
  }

  /** Parameters of all constraint components, built in and declared. */
  Set<Iri> parameters() {
    Set<Iri> all = new HashSet<>(ConstraintReader.parameters());
    all.addAll(custom);
    all.add(Vocabulary.sh("sparql"));
    all.add(Vocabulary.sh("target"));
    return all;
  }

  // ---- the whole graph

  void checkGraph(Set<Term> shapes) {
    new Annotations(graph, findings).check(shapes);
    graph.withPredicate(Vocabulary.TYPE).forEach(this::checkType);
    for (String name : REFUSED) graph.withPredicate(Vocabulary.sh(name)).forEach(this::refuse);
    graph.withPredicate(Vocabulary.sh("entailment")).forEach(this::entailment);
    graph.withPredicate(Vocabulary.sh("shapesGraph")).forEach(this::shapesGraph);
    for (Triple it : graph.withPredicate(Vocabulary.sh("sparql")))
      if (!shapes.contains(it.object())) checkConstraint(it.object());
    graph
        .all()
        .filter(it -> !shapes.contains(it.subject()))
        .filter(it -> !local(it.predicate()).isEmpty() && !known.contains(local(it.predicate())))
        .forEach(this::unknownElsewhere);
  }

  private void checkType(Triple triple) {
    if (triple.object() instanceof Iri type && Vocabulary.TARGET_CLASSES.contains(type)) {
      refuse(type, triple.objectAt());
      return;
    }
    String local = triple.object() instanceof Iri type ? local(type) : "";
    if (local.isEmpty() || Vocabulary.CLASSES.contains(local)) return;
    findings.error(
        "E0302",
        triple.objectAt(),
        "SHACL has no class sh:" + local,
        Suggestions.hint(
            "sh:", local, Vocabulary.CLASSES, "Shapes are sh:NodeShape or sh:PropertyShape"));
  }

  private void entailment(Triple triple) {
    findings.error(
        "E0334",
        triple.objectAt(),
        "The entailment " + Vocabulary.name(triple.object()) + " is not supported",
        "Add what it entails to the data, and remove sh:entailment");
  }

  private void shapesGraph(Triple triple) {
    if (graph.isOfData() && triple.object() instanceof Iri) return;
    if (triple.object() instanceof Iri)
      findings.warning(
          "W0302",
          triple.predicateAt(),
          "sh:shapesGraph was not followed",
          "Name the shapes documents on the command line");
    else noShapesGraph(triple.object(), triple.objectAt(), findings);
  }

  static void noShapesGraph(Term value, Origin at, Findings findings) {
    findings.error(
        "E0304",
        at,
        "The value of sh:shapesGraph must be an IRI, not " + WellFormedness.describe(value),
        "");
  }

  private void unknownElsewhere(Triple triple) {
    String local = local(triple.predicate());
    findings.warning(
        "W0308",
        triple.predicateAt(),
        "SHACL has no property sh:" + local + ", and its subject is no shape",
        Suggestions.hint("sh:", local, known, "It has no effect"));
  }

  // ---- one shape

  void checkShape(Term shape) {
    graph.of(shape).forEach((predicate, triples) -> checkProperty(predicate, triples.getFirst()));
  }

  private void checkProperty(Iri predicate, Triple triple) {
    String dash = Vocabulary.localName(predicate, Vocabulary.DASH);
    String local = local(predicate);
    if (custom.contains(predicate)) return;
    if (!dash.isEmpty() && !Vocabulary.DASH_NON_VALIDATING.contains(dash)) refuse(triple);
    else if (!local.isEmpty() && !ofShapes.contains(local)) unexpected(local, triple);
  }

  private void unexpected(String local, Triple triple) {
    if (Vocabulary.PATH_FORMS.contains(local))
      findings.error(
          "E0301",
          triple.predicateAt(),
          "sh:" + local + " is a form of a path and has no meaning on a shape",
          "Write sh:path [ sh:" + local + " … ]");
    else if (Vocabulary.ELSEWHERE.contains(local))
      findings.error(
          "E0301",
          triple.predicateAt(),
          "sh:" + local + " has no meaning on a shape",
          Suggestions.hint("sh:", local, ofShapes, "Remove it"));
    else if (Vocabulary.SPARQL.contains(local)) executable(local, triple);
    else if (known.contains(local)) refuse(triple);
    else
      findings.error(
          "E0301",
          triple.predicateAt(),
          "SHACL has no property sh:" + local,
          Suggestions.hint("sh:", local, ofShapes, "Remove it, or use a namespace of your own"));
  }

  /** A shape may itself be the constraint, the validator or the component. */
  private void executable(String local, Triple triple) {
    Term shape = triple.subject();
    boolean query = local.equals("select") || local.equals("ask");
    boolean used =
        query
            ? EXECUTABLES.stream().anyMatch(it -> isValueOf(it, shape))
            : graph.isInstance(shape, Vocabulary.sh("ConstraintComponent"));
    if (used) return;
    findings.error(
        "E0301",
        triple.predicateAt(),
        "sh:" + local + " has no meaning on a shape",
        query
            ? "Write sh:sparql [ sh:select … ]"
            : "Move it to a constraint component with the parameters that shapes use");
  }

  private boolean isValueOf(String property, Term term) {
    return graph.withPredicate(Vocabulary.sh(property)).stream()
        .anyMatch(it -> it.object().equals(term));
  }

  /** The severity is the shape's (SHACL section 2.1.4); one beside a query would be ignored. */
  private void checkConstraint(Term constraint) {
    for (Triple it : graph.triples(constraint, Vocabulary.sh("severity")))
      findings.error(
          "E0301",
          it.predicateAt(),
          "sh:severity has no meaning on a SPARQL-based constraint",
          "Say it at the shape; a shape of its own can have another severity");
  }

  private void refuse(Triple triple) {
    refuse(triple.predicate(), triple.predicateAt());
  }

  private void refuse(Iri term, Origin at) {
    String local = local(term);
    String part =
        Vocabulary.ADVANCED.contains(local)
            ? "E0332 the SHACL Advanced Features"
            : local.isEmpty() ? "E0333 DASH" : "E0335 SHACL 1.2";
    findings.error(
        part.substring(0, 5),
        at,
        Vocabulary.name(term) + " belongs to " + part.substring(6) + ", which is not supported yet",
        "Express it with SHACL Core, or keep this shape in a document of its own");
  }
}
