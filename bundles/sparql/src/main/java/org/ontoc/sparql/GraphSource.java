// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.Iterator;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.CloseableIteratorIteration;
import org.eclipse.rdf4j.common.iteration.EmptyIteration;
import org.eclipse.rdf4j.common.iteration.LookAheadIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.ir.Triple;

/**
 * The RDF dataset of a query: the data graph is the default graph, and the shapes graph the only
 * named one.
 */
final class GraphSource implements TripleSource {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final int STEPS = 256;

  private final QueryEngine.Graph data;
  private final Context context;
  private final Model shapes = new LinkedHashModel();
  private int steps;

  GraphSource(Query query, QueryEngine.Graph data, Context context) {
    this.data = data;
    this.context = context;
    for (Query.Binding binding : query.bindings()) {
      if (!binding.variable().equals("shapesGraph")) continue;
      Resource name = (Resource) TermValues.ofShapes(binding.value());
      for (Triple triple : query.shapesGraph())
        shapes.add(
            (Resource) TermValues.ofShapes(triple.subject()),
            VALUES.createIRI(triple.predicate().value()),
            TermValues.ofShapes(triple.object()),
            name);
    }
  }

  @Override
  public ValueFactory getValueFactory() {
    return VALUES;
  }

  @Override
  public CloseableIteration<? extends Statement> getStatements(
      @Nullable Resource subject,
      @Nullable IRI predicate,
      @Nullable Value object,
      Resource... contexts) {
    if (contexts.length > 0)
      return new CloseableIteratorIteration<>(
          shapes.filter(subject, predicate, object, contexts).iterator());
    Term s = subject == null ? null : TermValues.inData(subject);
    Term o = object == null ? null : TermValues.inData(object);
    if (subject != null && s == null || object != null && o == null) return new EmptyIteration<>();
    Iri p = predicate == null ? null : new Iri(predicate.stringValue());
    Iterator<Triple> triples = data.match(s, p, o);
    return new LookAheadIteration<Statement>() {
      @Override
      protected @Nullable Statement getNextElement() {
        tick();
        return triples.hasNext() ? statement(triples.next()) : null;
      }

      @Override
      protected void handleClose() {
        // an iterator over the graph holds nothing
      }
    };
  }

  private void tick() {
    if (++steps % STEPS == 0) context.checkCancelled();
  }

  private static Statement statement(Triple triple) {
    return VALUES.createStatement(
        (Resource) TermValues.ofData(triple.subject()),
        VALUES.createIRI(triple.predicate().value()),
        TermValues.ofData(triple.object()));
  }
}
