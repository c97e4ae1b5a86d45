// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import org.ontoc.backend.c.CText.Rendered;

/**
 * A check as statements of the functions that test and that report its shape.
 *
 * @param table what both need before the functions; empty when they need nothing
 */
record Piece(Place place, Rendered table, Rendered test, Rendered report) {
  /** Where in a function a check stands: the cheap ones first, then the loop over value nodes. */
  enum Place {
    COUNT,
    VALUE,
    SET
  }

  Piece(Place place, Rendered test, Rendered report) {
    this(place, Rendered.NOTHING, test, report);
  }
}
