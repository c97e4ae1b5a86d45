// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.List;

/**
 * A SPARQL 1.1 query of a shapes graph with all that its evaluation needs but the data and the
 * nodes. The front end has parsed it and held it to the rules for pre-binding (SHACL section 5.2.1
 * and appendix A), so that evaluating it cannot fail for its form.
 *
 * @param text complete: its prefixes are declared in it, and the shape's path stands for PATH
 * @param bindings what is pre-bound for all nodes, sorted by variable: parameters of constraint
 *     components and target types, currentShape, shapesGraph
 * @param shapesGraph the graph that the variable shapesGraph names; empty when the query does not
 *     mention it. Its blank nodes are none of the data's, whatever their labels
 * @param at where the text stands
 */
public record Query(
    Kind kind, String text, List<Binding> bindings, List<Triple> shapesGraph, Origin at) {
  public Query {
    bindings = List.copyOf(bindings);
    shapesGraph = List.copyOf(shapesGraph);
  }

  /** The form of a query. */
  public enum Kind {
    ASK,
    SELECT
  }

  /**
   * A variable that has one value in every solution.
   *
   * @param variable without ? or $
   */
  public record Binding(String variable, Term value) {}

  /** This query at no position, to tell whether two say the same. */
  public Query withoutOrigin() {
    return new Query(kind, text, bindings, shapesGraph, Origin.NOWHERE);
  }
}
