// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * Terms as RDF4J's values and back. A blank node of the shapes graph is not the data's of the same
 * label.
 */
final class TermValues {
  private static final String DATA = "data.";
  private static final String SHAPES = "shapes.";
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private TermValues() {}

  static Value ofData(Term term) {
    return value(term, DATA);
  }

  static Value ofShapes(Term term) {
    return value(term, SHAPES);
  }

  private static Value value(Term term, String graph) {
    return switch (term) {
      case Iri(String value) -> VALUES.createIRI(value);
      case BlankNode(String label) -> VALUES.createBNode(graph + label);
      case Literal(String lexical, Iri datatype, String language) ->
          language.isEmpty()
              ? VALUES.createLiteral(lexical, VALUES.createIRI(datatype.value()))
              : VALUES.createLiteral(lexical, language);
    };
  }

  /** Null for null, an unbound variable. */
  static @Nullable Term term(@Nullable Value value) {
    return switch (value) {
      case null -> null;
      case IRI iri -> new Iri(iri.stringValue());
      case BNode blank -> new BlankNode(label(blank.getID()));
      case org.eclipse.rdf4j.model.Literal literal ->
          new Literal(
              literal.getLabel(),
              new Iri(literal.getDatatype().stringValue()),
              literal.getLanguage().orElse(""));
      default -> throw new IllegalArgumentException("not an RDF 1.1 term: " + value);
    };
  }

  private static String label(String id) {
    if (id.startsWith(DATA)) return id.substring(DATA.length());
    return id.startsWith(SHAPES) ? id.substring(SHAPES.length()) : id;
  }

  /** Null when no triple of the data can have the value, such as a blank node of the shapes. */
  static @Nullable Term inData(Value value) {
    boolean foreign = value instanceof BNode blank && !blank.getID().startsWith(DATA);
    return foreign || value.isTriple() ? null : term(value);
  }
}
