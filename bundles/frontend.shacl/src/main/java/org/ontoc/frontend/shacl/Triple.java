// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/** A triple and where its three terms stand. Positions do not count for {@link #sameAs}. */
record Triple(
    Term subject,
    Iri predicate,
    Term object,
    Origin subjectAt,
    Origin predicateAt,
    Origin objectAt) {

  /** The triple without positions. */
  record Key(Term subject, Iri predicate, Term object) {}

  Key key() {
    return new Key(subject, predicate, object);
  }
}
