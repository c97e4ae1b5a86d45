// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/** An RDF triple; the subject is no literal. */
public record Triple(Term subject, Iri predicate, Term object) {
  @Override
  public String toString() {
    return subject + " " + predicate + " " + object + " .";
  }
}
