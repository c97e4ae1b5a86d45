// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * Constraints that look at all value nodes of a focus node together (SHACL sections 4.4.5 and 4.5).
 * The other set is a range of objects.
 */
final class SetChecks {
  private final Evaluation evaluation;
  private final int[] others;
  private final Marks marks;

  SetChecks(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.others = evaluation.objectNodes;
    this.marks = evaluation.marks;
  }

  private static int from(long range) {
    return (int) (range >>> 32);
  }

  private static int end(long range) {
    return (int) range;
  }

  /** Marks pay off when comparing each with each would not; 0: no marks. */
  private int mark(int[] nodes, int from, int end, int asked) {
    if ((long) (end - from) * asked <= 256) return 0;
    int stamp = marks.stamp();
    for (int i = from; i < end; i++) marks.mark(nodes[i], stamp);
    return stamp;
  }

  private boolean contains(int[] nodes, int from, int end, int stamp, int node) {
    if (stamp != 0) return marks.has(node, stamp);
    for (int i = from; i < end; i++) if (nodes[i] == node) return true;
    return false;
  }

  boolean isEqual(int[] nodes, int from, int end, long range) {
    return end - from == end(range) - from(range) && all(nodes, from, end, range, true);
  }

  boolean isDisjoint(int[] nodes, int from, int end, long range) {
    return all(nodes, from, end, range, false);
  }

  /** Whether all nodes are in the range, or none is. */
  private boolean all(int[] nodes, int from, int end, long range, boolean in) {
    int stamp = mark(others, from(range), end(range), end - from);
    for (int i = from; i < end; i++) {
      if (contains(others, from(range), end(range), stamp, nodes[i]) != in) return false;
    }
    return true;
  }

  void reportEqual(int[] nodes, int[] rows, int from, int end, int check, int focus, long range) {
    int first = from(range);
    int last = end(range);
    int[] otherRows = evaluation.objectRows;
    report(nodes, rows, from, end, others, first, last, check, focus, false);
    report(others, otherRows, first, last, nodes, from, end, check, focus, false);
  }

  void reportDisjoint(
      int[] nodes, int[] rows, int from, int end, int check, int focus, long range) {
    report(nodes, rows, from, end, others, from(range), end(range), check, focus, true);
  }

  /** A result for each of the first nodes that is among the second ones, or is not. */
  private void report(
      int[] nodes,
      int[] rows,
      int from,
      int end,
      int[] second,
      int secondFrom,
      int secondEnd,
      int check,
      int focus,
      boolean in) {
    int stamp = mark(second, secondFrom, secondEnd, end - from);
    for (int i = from; i < end; i++) {
      if (contains(second, secondFrom, secondEnd, stamp, nodes[i]) == in)
        evaluation.report(check, 0, focus, nodes[i], 0, rows[i]);
    }
  }

  private boolean isOrdered(int a, int b, boolean orEqual) {
    return orEqual ? evaluation.isAtMost(a, b) : evaluation.isLess(a, b);
  }

  boolean isAllLess(int[] nodes, int from, int end, long range, boolean orEqual) {
    for (int i = from; i < end; i++) {
      evaluation.tick();
      for (int j = from(range); j < end(range); j++) {
        if (!isOrdered(nodes[i], others[j], orEqual)) return false;
      }
    }
    return true;
  }

  void reportLess(
      int[] nodes,
      int[] rows,
      int from,
      int end,
      int check,
      int focus,
      long range,
      boolean orEqual) {
    for (int i = from; i < end; i++) {
      evaluation.tick();
      for (int j = from(range); j < end(range); j++) {
        if (!isOrdered(nodes[i], others[j], orEqual))
          evaluation.report(check, 0, focus, nodes[i], 0, rows[i]);
      }
    }
  }

  /**
   * Marks the languages used once; reports each the second time it is used, once.
   *
   * @param check -1: only to tell whether there is one
   */
  boolean languages(int[] nodes, int[] rows, int from, int end, int check, int focus) {
    marks.reserveTwo();
    int once = marks.stamp();
    int reported = marks.stamp();
    Terms terms = evaluation.terms;
    boolean found = false;
    for (int i = from; i < end && (check >= 0 || !found); i++) {
      if (terms.kind(nodes[i]) != TermView.LANG_LITERAL) continue;
      int language = terms.tagIdentity(terms.qualifier(nodes[i]));
      if (marks.has(language, once)) {
        found = true;
        if (check >= 0) evaluation.report(check, 0, focus, 0, 0, rows[i]);
        marks.mark(language, reported);
      } else if (!marks.has(language, reported)) {
        marks.mark(language, once);
      }
    }
    return found;
  }
}
