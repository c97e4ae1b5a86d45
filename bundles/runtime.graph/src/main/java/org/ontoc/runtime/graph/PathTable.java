// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * A property path as an automaton over predicates, which starts in state 0.
 *
 * @param moves three numbers for each: the kind, the predicate's id, the next state
 * @param first by state: its first move; one more at the end
 * @param accept the state whose nodes are the path's values
 */
public record PathTable(int[] moves, int[] first, int accept) {
  /** Kinds of moves: to objects, to subjects, without one. */
  public static final int FORWARD = 0;

  public static final int INVERSE = 1;

  public static final int EMPTY = 2;
}
