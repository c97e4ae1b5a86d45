// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.QueryEngine.Focus;
import org.ontoc.pipeline.QueryEngine.Violation;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.ir.Triple;

/** A small graph and the constraints of a shape over it. */
final class Fixture {
  static final String EX = "http://example.org/";
  static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");
  static final Iri SPARQL = new Iri("http://www.w3.org/ns/shacl#SPARQLConstraintComponent");
  static final Origin AT = new Origin("shapes.ttl", 3, 5, "");

  /** Ann knows Bob, who knows Cid; each has a name, and Cid has two. */
  static final List<Triple> PEOPLE =
      triples(
          "ann knows bob",
          "bob knows cid",
          "ann name 'Ann'",
          "bob name 'Bob'",
          "cid name 'Cid'",
          "cid name 'Sid'",
          "_:x name 'Ann'",
          "_:x knows ann");

  private Fixture() {}

  static Iri ex(String local) {
    return new Iri(EX + local);
  }

  static List<Triple> triples(String... lines) {
    return Arrays.stream(lines).map(line -> line.split(" ")).map(Fixture::triple).toList();
  }

  private static Triple triple(String[] terms) {
    return new Triple(term(terms[0]), ex(terms[1]), term(terms[2]));
  }

  static Term term(String text) {
    if (text.startsWith("_:")) return new BlankNode(text.substring(2));
    if (text.startsWith("'")) return Literal.string(text.substring(1, text.length() - 1));
    return ex(text);
  }

  /** The simplest graph there is: every match looks at every triple. */
  static QueryEngine.Graph graph(List<Triple> triples) {
    return (s, p, o) ->
        triples.stream()
            .filter(triple -> s == null || triple.subject().equals(s))
            .filter(triple -> p == null || triple.predicate().equals(p))
            .filter(triple -> o == null || triple.object().equals(o))
            .iterator();
  }

  static Query query(String text, Query.Binding... bindings) {
    String form = text.strip().startsWith("ASK") ? "ASK" : "SELECT";
    String whole = "PREFIX ex: <" + EX + ">\n" + text;
    return new Query(Query.Kind.valueOf(form), whole, List.of(bindings), List.of(), AT);
  }

  static Constraint.Sparql constraint(Query query, String... messages) {
    List<Literal> templates = Arrays.stream(messages).map(Literal::string).toList();
    return new Constraint.Sparql(SPARQL, Optional.of(ex("constraint")), query, templates, AT);
  }

  static Shape shape(Optional<Path> path, Literal... messages) {
    return new Shape(ex("S"), path, List.of(), List.of(), VIOLATION, List.of(messages), false, AT);
  }

  static List<Violation> violations(
      Shape shape, Constraint.Sparql constraint, Context context, Term... nodes) {
    List<Violation> found = new ArrayList<>();
    List<Focus> focus = Stream.of(nodes).map(node -> new Focus(node, List.<Term>of(node))).toList();
    new RdfQueryEngine()
        .prepare(shape, constraint, graph(PEOPLE), context)
        .evaluate(focus, found::add);
    return found;
  }
}
