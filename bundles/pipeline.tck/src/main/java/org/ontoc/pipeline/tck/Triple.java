// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;

/** An RDF triple; {@code toString} is its N-Triples form. */
public record Triple(Term subject, Iri predicate, Term object) {
  @Override
  public String toString() {
    return subject + " " + predicate + " " + object + " .";
  }
}
