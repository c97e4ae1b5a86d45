// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import org.ontoc.pipeline.ir.Iri;

/** The names that generated graphs are made of. */
final class Vocabulary {
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";
  static final String EX = "http://example.org/";

  static final Iri TYPE = new Iri(RDF + "type");
  static final Iri CLASS = new Iri(RDFS + "Class");
  static final Iri SUBCLASS = new Iri(RDFS + "subClassOf");

  private Vocabulary() {}

  static Iri ex(String name) {
    return new Iri(EX + name);
  }

  static Iri sh(String name) {
    return new Iri(SH + name);
  }

  static Iri xsd(String name) {
    return new Iri(XSD + name);
  }
}
