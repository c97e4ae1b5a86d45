// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/**
 * A validation report as a graph that holds exactly what the suite compares: conforms and, of each
 * result, focus node, path, severity, component, value, source shape and source constraint.
 */
public final class ReportGraph {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final IRI SOURCE_CONSTRAINT =
      VALUES.createIRI(SHACL.NAMESPACE, "sourceConstraint");
  private static final Set<IRI> COMPARED =
      Set.of(
          SHACL.FOCUS_NODE,
          SHACL.RESULT_PATH,
          SHACL.RESULT_SEVERITY,
          SHACL.SOURCE_CONSTRAINT_COMPONENT,
          SHACL.VALUE,
          SHACL.SOURCE_SHAPE,
          SOURCE_CONSTRAINT);

  private final Model model = new LinkedHashModel();
  private final BNode report = VALUES.createBNode();

  private ReportGraph() {}

  /** The expected report that a manifest holds. */
  public static Model expected(Model manifest, Resource report) {
    ReportGraph graph = new ReportGraph();
    Statement conforms =
        manifest.filter(report, SHACL.CONFORMS, null).stream().findFirst().orElseThrow();
    graph.conforms(((org.eclipse.rdf4j.model.Literal) conforms.getObject()).booleanValue());
    for (Statement result : manifest.filter(report, SHACL.RESULT, null)) {
      BNode copy = graph.result();
      for (Statement statement : manifest.filter((Resource) result.getObject(), null, null)) {
        if (!COMPARED.contains(statement.getPredicate())) continue;
        Value object = statement.getObject();
        if (statement.getPredicate().equals(SHACL.RESULT_PATH))
          object = graph.copy(manifest, object);
        graph.model.add(copy, statement.getPredicate(), object);
      }
    }
    return graph.model;
  }

  /** The report of our results. */
  public static Model actual(List<ValidationResult> results) {
    ReportGraph graph = new ReportGraph();
    graph.conforms(results.isEmpty());
    for (ValidationResult result : results) {
      BNode node = graph.result();
      graph.model.add(node, SHACL.FOCUS_NODE, value(result.focusNode()));
      graph.model.add(node, SHACL.RESULT_SEVERITY, value(result.severity()));
      graph.model.add(node, SHACL.SOURCE_CONSTRAINT_COMPONENT, value(result.component()));
      graph.model.add(node, SHACL.SOURCE_SHAPE, value(result.shape().id()));
      result
          .sourceConstraint()
          .ifPresent(found -> graph.model.add(node, SOURCE_CONSTRAINT, value(found)));
      result.value().ifPresent(found -> graph.model.add(node, SHACL.VALUE, value(found)));
      result.path().ifPresent(path -> graph.model.add(node, SHACL.RESULT_PATH, graph.path(path)));
    }
    return graph.model;
  }

  private void conforms(boolean value) {
    model.add(report, SHACL.CONFORMS, VALUES.createLiteral(value));
  }

  private BNode result() {
    BNode node = VALUES.createBNode();
    model.add(report, SHACL.RESULT, node);
    return node;
  }

  /** A path's structure; each use of a shared node gets a copy of its own. */
  private Value copy(Model from, Value node) {
    if (!(node instanceof BNode)) return node;
    BNode fresh = VALUES.createBNode();
    for (Statement statement : from.filter((BNode) node, null, null))
      model.add(fresh, statement.getPredicate(), copy(from, statement.getObject()));
    return fresh;
  }

  private Value path(Path path) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> value(iri);
      case Path.Sequence(List<Path> members) -> list(members);
      case Path.Alternative(List<Path> members) -> node(SHACL.ALTERNATIVE_PATH, list(members));
      case Path.Inverse(Path inner) -> node(SHACL.INVERSE_PATH, path(inner));
      case Path.ZeroOrMore(Path inner) -> node(SHACL.ZERO_OR_MORE_PATH, path(inner));
      case Path.OneOrMore(Path inner) -> node(SHACL.ONE_OR_MORE_PATH, path(inner));
      case Path.ZeroOrOne(Path inner) -> node(SHACL.ZERO_OR_ONE_PATH, path(inner));
    };
  }

  private BNode node(IRI property, Value value) {
    BNode node = VALUES.createBNode();
    model.add(node, property, value);
    return node;
  }

  private Value list(List<Path> members) {
    if (members.isEmpty()) return RDF.NIL;
    BNode cell = node(RDF.FIRST, path(members.getFirst()));
    model.add(cell, RDF.REST, list(members.subList(1, members.size())));
    return cell;
  }

  private static Value value(Term term) {
    return switch (term) {
      case Iri iri -> VALUES.createIRI(iri.value());
      case BlankNode blank -> VALUES.createBNode(blank.label());
      case Literal literal when !literal.language().isEmpty() ->
          VALUES.createLiteral(literal.lexical(), literal.language());
      case Literal literal ->
          VALUES.createLiteral(literal.lexical(), VALUES.createIRI(literal.datatype().value()));
    };
  }
}
