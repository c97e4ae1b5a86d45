// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import org.ontoc.pipeline.ir.Iri;

/** The namespaces that reports are written with. */
final class Vocabulary {
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  static final String OWL = "http://www.w3.org/2002/07/owl#";

  private static final String SUFFIX = "ConstraintComponent";

  private Vocabulary() {}

  /** What follows the last {@code #} or {@code /}; empty when nothing does. */
  static String localName(Iri iri) {
    String value = iri.value();
    return value.substring(Math.max(value.lastIndexOf('#'), value.lastIndexOf('/')) + 1);
  }

  /** {@code MinCount} for sh:MinCountConstraintComponent; other components by their local name. */
  static String componentName(Iri component) {
    String local = localName(component);
    if (local.isEmpty()) return component.value();
    return local.endsWith(SUFFIX) && local.length() > SUFFIX.length()
        ? local.substring(0, local.length() - SUFFIX.length())
        : local;
  }
}
