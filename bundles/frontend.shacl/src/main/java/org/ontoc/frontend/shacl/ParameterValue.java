// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/**
 * A term that a shape gives to a parameter: as its value, or as a member of the list that is its
 * value.
 *
 * @param at where the term stands
 * @param parameterAt where the parameter stands
 */
record ParameterValue(Term shape, Iri parameter, Term term, Origin at, Origin parameterAt) {
  static ParameterValue of(Triple triple) {
    return new ParameterValue(
        triple.subject(),
        triple.predicate(),
        triple.object(),
        triple.objectAt(),
        triple.predicateAt());
  }

  /** Another term in the place of this one, such as a member of the list that this one is. */
  ParameterValue with(Term other, Origin otherAt) {
    return new ParameterValue(shape, parameter, other, otherAt, parameterAt);
  }
}
