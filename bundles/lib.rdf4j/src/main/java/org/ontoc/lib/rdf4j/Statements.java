// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.ontoc.pipeline.ir.Origin;

/** Receives each triple of a document with the positions of its terms. */
@FunctionalInterface
public interface Statements {
  void add(
      Resource subject,
      IRI predicate,
      Value object,
      Origin subjectAt,
      Origin predicateAt,
      Origin objectAt);

  /** Hears, before a triple, that it is in a named graph; JSON-LD only. */
  default void graph(Resource name) {}
}
