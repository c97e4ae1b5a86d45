// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** The vocabularies that lints know, and terms as messages name them. */
final class Names {
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private static final Map<String, String> PREFIXES =
      new TreeMap<>(Map.of(SH, "sh:", RDF, "rdf:", RDFS, "rdfs:", OWL, "owl:", XSD, "xsd:"));

  /** Datatypes that Turtle writes without quotes. */
  private static final Set<String> BARE = Set.of(XSD + "integer", XSD + "decimal", XSD + "boolean");

  private Names() {}

  static Iri sh(String local) {
    return new Iri(SH + local);
  }

  /** Whether a term belongs to a vocabulary that ontologies do not declare. */
  static boolean isBuiltIn(Iri iri) {
    return PREFIXES.keySet().stream().anyMatch(iri.value()::startsWith);
  }

  static String of(Term term) {
    return switch (term) {
      case Iri iri -> of(iri);
      case BlankNode _ -> "a blank node";
      case Literal literal when literal.lexical().length() > 60 ->
          "a literal of " + of(literal.datatype());
      case Literal literal -> of(literal);
    };
  }

  private static String of(Iri iri) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet())
      if (iri.value().startsWith(prefix.getKey()))
        return prefix.getValue() + iri.value().substring(prefix.getKey().length());
    return iri.toString();
  }

  private static String of(Literal literal) {
    boolean plain =
        literal.datatype().value().equals(XSD + "string") || !literal.language().isEmpty();
    if (plain) return literal.toString();
    boolean bare = BARE.contains(literal.datatype().value()) && !Literals.isIllTyped(literal);
    if (bare) return literal.lexical();
    return Literal.string(literal.lexical()) + "^^" + of(literal.datatype());
  }
}
