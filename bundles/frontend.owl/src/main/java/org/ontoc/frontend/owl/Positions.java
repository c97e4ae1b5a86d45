// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import org.ontoc.pipeline.ir.Origin;

/** Where an ontology's document says things. */
interface Positions {
  /** Where an entity is declared, or first named. */
  Origin entity(String iri);

  /** Where a class is said to be below another. */
  Origin subClass(String sub, String sup);

  /** Where an import is declared. */
  Origin importOf(String iri);
}
