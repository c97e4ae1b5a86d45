// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph.plan;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.ir.Triple;
import org.ontoc.runtime.graph.GraphView;
import org.ontoc.runtime.graph.Node;
import org.ontoc.runtime.graph.Validation;

/** The graph as a query engine sees it: terms instead of ids. */
final class TermIds implements QueryEngine.Graph {
  private static final int ANY = -1;

  private final Validation validation;
  private final GraphView graph;
  private final @Nullable Term[] terms;

  /** Blank nodes are known by the labels under which they were handed out. */
  private final Map<String, Integer> blanks = new HashMap<>();

  TermIds(Validation validation) {
    this.validation = validation;
    this.graph = validation.graph();
    this.terms = new Term[graph.terms() + 1];
  }

  Term term(int id) {
    if (id >= terms.length) return Results.term(validation.term(id));
    Term known = terms[id];
    if (known != null) return known;
    Term made = Results.term(graph.term(id));
    terms[id] = made;
    if (made instanceof BlankNode(String label)) blanks.put(label, id);
    return made;
  }

  private static Node node(Term term) {
    return switch (term) {
      case Iri iri -> Node.iri(iri.value());
      case BlankNode blank -> Node.blank(blank.label());
      case Literal literal when literal.language().isEmpty() ->
          Node.literal(literal.lexical(), literal.datatype().value());
      case Literal literal -> Node.tagged(literal.lexical(), literal.language());
    };
  }

  /** The id of a term, 0 when the graph has no such term. */
  int find(Term term) {
    return term instanceof BlankNode(String label)
        ? blanks.getOrDefault(label, 0)
        : graph.find(node(term));
  }

  /** The id of a term, which is a new one when the graph has no such term. */
  int id(Term term) {
    int known = find(term);
    return known != 0 ? known : validation.id(node(term));
  }

  private int pattern(@Nullable Term term) {
    return term == null ? ANY : find(term);
  }

  @Override
  public Iterator<Triple> match(
      @Nullable Term subject, @Nullable Iri predicate, @Nullable Term object) {
    return new Matches(graph.match(pattern(subject), pattern(predicate), pattern(object)));
  }

  private final class Matches implements Iterator<Triple> {
    private final GraphView.Cursor cursor;
    private boolean looked;
    private boolean found;

    Matches(GraphView.Cursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
      if (!looked) found = cursor.next();
      looked = true;
      return found;
    }

    @Override
    public Triple next() {
      if (!hasNext()) throw new NoSuchElementException();
      looked = false;
      return new Triple(
          term(cursor.subject()), (Iri) term(cursor.predicate()), term(cursor.object()));
    }
  }
}
