// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * Answers the checks and targets of a program that are queries; asked by number. The values are
 * those at the indices from to end - 1.
 */
public interface Queries {
  /** Whether the query finds nothing wrong with a node and its values. */
  boolean answers(int check, int focus, int[] nodes, int from, int end);

  /**
   * Reports what the query finds wrong with a node; at once when it explains another result, else
   * maybe not before {@link #flush}.
   *
   * @param place where the focus node is, should it have no triples of its own
   * @param details gives room for what explains another result
   */
  void ask(
      int check, int focus, int[] nodes, int[] rows, int from, int end, int place, Details details);

  /** Called when all focus nodes of a shape with targets were reported on. */
  void flush();

  /** The nodes that a target selects, each once. */
  int[] select(int target);

  /** For programs that ask nothing. */
  Queries NONE =
      new Queries() {
        @Override
        public boolean answers(int check, int focus, int[] nodes, int from, int end) {
          throw unasked();
        }

        @Override
        public void ask(
            int check,
            int focus,
            int[] nodes,
            int[] rows,
            int from,
            int end,
            int place,
            Details details) {
          throw unasked();
        }

        @Override
        public void flush() {}

        @Override
        public int[] select(int target) {
          throw unasked();
        }

        private IllegalStateException unasked() {
          return new IllegalStateException("there is nothing that answers queries");
        }
      };
}
