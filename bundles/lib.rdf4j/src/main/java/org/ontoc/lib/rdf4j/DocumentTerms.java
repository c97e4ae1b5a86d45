// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/**
 * Gives the terms of a document so that it always has the same: blank nodes keep their labels or
 * are numbered, where RDF4J would make up random ones; and IRIs that were resolved against a file
 * keep the empty authority of {@code file:///}, which RDF4J drops.
 */
final class DocumentTerms extends SimpleValueFactory {
  private static final String NUMBERED = "genid";
  private static final String FILE = "file://";

  /** A host that nobody can have stands in for none (RFC 2606). */
  private static final String NO_HOST = "http://no-host.invalid";

  private long count;

  /** What a parser is to resolve against instead of a base. */
  static String base(String base) {
    return base.startsWith(FILE + "/") ? NO_HOST + base.substring(FILE.length()) : base;
  }

  @Override
  public IRI createIRI(String iri) {
    boolean file = iri.startsWith(NO_HOST + "/");
    return super.createIRI(file ? FILE + iri.substring(NO_HOST.length()) : iri);
  }

  @Override
  public BNode createBNode() {
    return super.createBNode(NUMBERED + ++count);
  }

  @Override
  public BNode createBNode(String label) {
    // never one of the numbered
    return super.createBNode(label.startsWith(NUMBERED) ? NUMBERED + "-" + label : label);
  }
}
