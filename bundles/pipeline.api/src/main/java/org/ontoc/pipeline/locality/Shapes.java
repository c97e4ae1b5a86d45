// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.locality;

import java.util.List;

/** Shapes, by numbers, as far as it matters what they look at. */
public interface Shapes {
  /** Where a shape's value nodes are, seen from the focus node. */
  enum Values {
    /** It is the only one. */
    FOCUS,
    /** At most one step forward, on every way. */
    STEP,
    /** At the other end of triples whose object it is. */
    INVERSE,
    /** Further away, or with steps back. */
    LONGER
  }

  /** What a check looks at besides the terms of the value nodes. */
  enum Asks {
    TERM,
    /** The types of each value node. */
    TYPES,
    /** All triples of each value node. */
    TRIPLES,
    /** The focus node's objects of another predicate. */
    PREDICATE,
    /** What other shapes look at, whose focus nodes are the value nodes. */
    SHAPES
  }

  /**
   * A check.
   *
   * @param shapes whose focus nodes the value nodes become
   * @param explained whether results of theirs are shown to explain its own
   */
  record Check(Asks asks, List<Integer> shapes, boolean explained) {
    public Check {
      shapes = List.copyOf(shapes);
    }
  }

  Values values(int shape);

  /** None for a shape that is not checked. */
  List<Check> checks(int shape);
}
