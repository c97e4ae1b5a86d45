// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/** Where in the data results are. */
final class Places {
  private Places() {}

  /** The last of the ascending numbers that is at most as large; the first is. */
  private static int last(int[] numbers, int count, int number) {
    int at = Arrays.binarySearch(numbers, 0, count, number);
    if (at < 0) return -at - 2;
    while (at + 1 < count && numbers[at + 1] == number) at++;
    return at;
  }

  /**
   * A result at the place of a row's object, or of the focus node when there is no row; outer is
   * where the focus node was found, should it have no triples of its own.
   */
  static Result result(
      IndexedGraph data,
      int outer,
      int check,
      int variant,
      int focus,
      int value,
      int path,
      int foundIn,
      int depth) {
    Graph graph = data.graph();
    int row = foundIn;
    boolean subject = false;
    if (row == Graph.NO_ROW) {
      row = data.bySubject().firstRow(focus);
      subject = row != Graph.NO_ROW;
      if (!subject) row = outer;
    }
    if (row == Graph.NO_ROW) return new Result(check, variant, focus, value, path, 0, 0, 0, depth);
    int document = last(graph.documents, graph.documentCount, row);
    if (!subject)
      return new Result(
          check,
          variant,
          focus,
          value,
          path,
          document,
          graph.lines[row],
          graph.columns[row],
          depth);
    int stretch = last(graph.stretchRows, graph.stretches, row);
    return new Result(
        check,
        variant,
        focus,
        value,
        path,
        document,
        graph.stretchLines[stretch],
        graph.stretchColumns[stretch],
        depth);
  }
}
