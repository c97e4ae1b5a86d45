// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.ontoc.lib.rdf4j.StandardTerms;
import org.ontoc.lib.rdf4j.Statements;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/**
 * Translates the terms of one document. Its blank nodes get labels that no other document uses and
 * that {@link Order} replaces.
 */
final class Terms implements Statements {
  private final int document;
  private final ShapesGraph graph;
  private final StandardTerms standard;
  private final Context context;
  private final Map<BNode, BlankNode> blanks = new HashMap<>();
  private int added;

  Terms(int document, ShapesGraph graph, StandardTerms standard, Context context) {
    this.document = document;
    this.graph = graph;
    this.standard = standard;
    this.context = context;
  }

  @Override
  public void add(
      Resource subject,
      IRI predicate,
      Value object,
      Origin subjectAt,
      Origin predicateAt,
      Origin objectAt) {
    if (++added % 4096 == 0) context.checkCancelled();
    standard.check(predicate, object, predicateAt, objectAt);
    graph.add(
        new Triple(
            term(subject),
            new Iri(predicate.stringValue()),
            term(object),
            subjectAt,
            predicateAt,
            objectAt));
  }

  private Term term(Value value) {
    return switch (value) {
      case IRI iri -> new Iri(iri.stringValue());
      case BNode blank -> blanks.computeIfAbsent(blank, _ -> fresh());
      case org.eclipse.rdf4j.model.Literal literal ->
          new Literal(
              literal.getLabel(),
              new Iri(literal.getDatatype().stringValue()),
              literal.getLanguage().orElse(""));
      default -> throw new IllegalArgumentException("not an RDF 1.1 term: " + value);
    };
  }

  private BlankNode fresh() {
    return new BlankNode(document + "." + blanks.size());
  }
}
