// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/**
 * A literal: lexical form as written, datatype (rdf:langString when there is a language) and
 * language tag as written (empty when there is none). Language tags are compared in lower case, as
 * RDF 1.1 section 3.3 allows.
 */
public record Literal(String lexical, Iri datatype, String language) implements Term {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** A plain literal, whose datatype is xsd:string. */
  public static Literal string(String lexical) {
    return new Literal(lexical, new Iri(XSD + "string"), "");
  }

  /** A literal of an XML Schema datatype given by its local name. */
  public static Literal xsd(String lexical, String localName) {
    return new Literal(lexical, new Iri(XSD + localName), "");
  }

  @Override
  public String toString() {
    String quoted = '"' + escape(lexical) + '"';
    if (!language.isEmpty()) return quoted + "@" + language;
    return datatype.value().equals(XSD + "string") ? quoted : quoted + "^^" + datatype;
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
