// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;

/** A triple of a data graph; {@code toString} is its N-Triples line without the line end. */
record Triple(Term subject, Iri predicate, Term object) {
  @Override
  public String toString() {
    return subject + " " + predicate + " " + object + " .";
  }
}
