// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values that shapes give to parameters stand in the sources; the positions in
 * constraints and targets are those of the parameters themselves. The values of a list are its
 * members, those of sh:path are all predicates in it.
 *
 * @param values for each value its positions, in the order of the sources; a list that names a term
 *     twice has two
 */
public record Positions(Map<Value, List<Origin>> values) {
  public static final Positions NONE = new Positions(Map.of());

  public Positions {
    values = Map.copyOf(values);
  }

  /** A value of a parameter of a shape. */
  public record Value(Term shape, Iri parameter, Term term) {}

  /** All positions of a value; empty when the front end told none. */
  public List<Origin> all(Term shape, Iri parameter, Term term) {
    return values.getOrDefault(new Value(shape, parameter, term), List.of());
  }

  /** The first position of a value, or another one when the front end told none. */
  public Origin first(Term shape, Iri parameter, Term term, Origin otherwise) {
    List<Origin> all = all(shape, parameter, term);
    return all.isEmpty() ? otherwise : all.getFirst();
  }

  /** These and other positions; for a value that both have, these. */
  public Positions with(Positions others) {
    Map<Value, List<Origin>> union = new HashMap<>(others.values);
    union.putAll(values);
    return new Positions(union);
  }
}
