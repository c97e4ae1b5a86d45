// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * Which classes count as each class that the program asks for: rdfs:subClassOf of the data together
 * with what the shapes and the ontology say, reflexive and transitive; cycles are fine.
 */
final class Classes {
  /** Members of each class of the program: the class and its subclasses. */
  private int[] found = new int[16];

  private int foundCount;

  /** By class of the program: where its members start. */
  private final int[] first;

  /** By term: a class's number, counted from 1; 0: no class of interest. */
  private final int[] number;

  private int numbers;
  private final long[][] sets;
  private int[] subFirst = new int[0];
  private int[] subs = new int[0];

  Classes(Program program, Graph graph, Index.Order order) {
    int classes = program.classes.length;
    first = new int[classes + 1];
    number = new int[classes == 0 ? 0 : graph.terms.count() + 1];
    sets = new long[classes][];
    if (classes == 0) return;
    edges(program, graph, order);
    Marks marks = new Marks(graph.terms.count());
    for (int i = 0; i < classes; i++) {
      first[i] = foundCount;
      members(program.classes[i], marks);
    }
    first[classes] = foundCount;
    for (int i = 0; i < classes; i++) {
      long[] set = new long[(numbers >>> 6) + 1];
      for (int j = first[i]; j < first[i + 1]; j++) {
        int n = number[found[j]];
        set[n >>> 6] |= 1L << n;
      }
      sets[i] = set;
    }
    subFirst = new int[0];
    subs = new int[0];
  }

  /** Subclasses by superclass, by counting. */
  private void edges(Program program, Graph graph, Index.Order order) {
    int predicate = program.subClassOf;
    int from = predicate == 0 ? 0 : order.first()[predicate];
    int to = predicate == 0 ? 0 : order.first()[predicate + 1];
    subFirst = new int[graph.terms.count() + 3];
    for (int i = 0; i < program.hierarchy.length; i += 2) subFirst[program.hierarchy[i + 1] + 2]++;
    for (int i = from; i < to; i++) subFirst[graph.objects[order.rows()[i]] + 2]++;
    for (int i = 1; i < subFirst.length; i++) subFirst[i] += subFirst[i - 1];
    subs = new int[program.hierarchy.length / 2 + to - from];
    for (int i = 0; i < program.hierarchy.length; i += 2)
      subs[subFirst[program.hierarchy[i + 1] + 1]++] = program.hierarchy[i];
    for (int i = from; i < to; i++) {
      int row = order.rows()[i];
      subs[subFirst[graph.objects[row] + 1]++] = graph.subjects[row];
    }
  }

  private void add(int type, Marks marks, int stamp) {
    if (!marks.mark(type, stamp)) return;
    if (number[type] == 0) number[type] = ++numbers;
    if (foundCount == found.length) found = Arrays.copyOf(found, 2 * foundCount);
    found[foundCount++] = type;
  }

  private void members(int type, Marks marks) {
    int stamp = marks.stamp();
    int next = foundCount;
    add(type, marks, stamp);
    for (; next < foundCount; next++) {
      int sup = found[next];
      for (int i = subFirst[sup]; i < subFirst[sup + 1]; i++) add(subs[i], marks, stamp);
    }
  }

  /**
   * The members of a class of the program, given by its index, start here; they end at the next.
   */
  int first(int of) {
    return first[of];
  }

  int member(int at) {
    return found[at];
  }

  /** Whether a type counts as a class of the program. */
  boolean counts(int type, int of) {
    int n = number[type];
    return n != 0 && (sets[of][n >>> 6] >>> n & 1) != 0;
  }
}
