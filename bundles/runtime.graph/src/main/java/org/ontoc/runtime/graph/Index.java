// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * Triples by subject or by object, made by counting: entries by key, then predicate, then first
 * occurrence, without repetitions.
 */
final class Index {
  /** By term: its first entry; one more at the end. */
  final int[] first;

  final int[] predicate;
  final int[] node;
  final int[] row;

  /** Rows by predicate, in the order of the documents. */
  record Order(int[] rows, int[] first) {
    static Order of(Graph graph) {
      int[] first = new int[graph.terms.count() + 3];
      for (int i = 0; i < graph.count; i++) first[graph.verbs[i] + 2]++;
      sum(first);
      int[] rows = new int[graph.count];
      for (int i = 0; i < graph.count; i++) rows[first[graph.verbs[i] + 1]++] = i;
      return new Order(rows, first);
    }
  }

  private Index(int[] first, int count) {
    this.first = first;
    predicate = new int[count];
    node = new int[count];
    row = new int[count];
  }

  private static void sum(int[] first) {
    for (int i = 1; i < first.length; i++) first[i] += first[i - 1];
  }

  /**
   * Makes an index.
   *
   * @param roles by predicate: whether the index is asked for it; terms beyond: {@code others}
   */
  static Index of(Graph graph, Order order, boolean bySubject, byte[] roles, int role) {
    int[] keys = bySubject ? graph.subjects : graph.objects;
    int[] nodes = bySubject ? graph.objects : graph.subjects;
    int[] first = new int[graph.terms.count() + 3];
    int count = 0;
    for (int i = 0; i < graph.count; i++) {
      if ((role(roles, graph.verbs[i]) & role) == 0) continue;
      first[keys[i] + 2]++;
      count++;
    }
    sum(first);
    Index index = new Index(first, count);
    for (int row : order.rows) {
      int verb = graph.verbs[row];
      if ((role(roles, verb) & role) == 0) continue;
      int at = first[keys[row] + 1]++;
      index.predicate[at] = verb;
      index.node[at] = nodes[row];
      index.row[at] = row;
    }
    index.distinct(new Marks(graph.terms.count()), graph.terms.count());
    return index;
  }

  private static int role(byte[] roles, int verb) {
    return verb < roles.length - 1 && roles[verb] != 0 ? roles[verb] : roles[roles.length - 1];
  }

  /** A graph is a set: removes repeated triples, whose first occurrence stays. */
  private void distinct(Marks marks, int terms) {
    int out = 0;
    int from = 0;
    for (int key = 0; key <= terms; key++) {
      int end = first[key + 1];
      first[key] = out;
      while (from < end) {
        int to = from + 1;
        while (to < end && predicate[to] == predicate[from]) to++;
        out = distinct(marks, from, to, out);
        from = to;
      }
    }
    first[terms + 1] = out;
  }

  private int distinct(Marks marks, int from, int to, int out) {
    int group = out;
    boolean many = to - from > 8;
    int stamp = many ? marks.stamp() : 0;
    for (int i = from; i < to; i++) {
      int value = node[i];
      if (many ? !marks.mark(value, stamp) : contains(group, out, value)) continue;
      predicate[out] = predicate[i];
      node[out] = value;
      row[out++] = row[i];
    }
    return out;
  }

  private boolean contains(int from, int to, int value) {
    for (int i = from; i < to; i++) if (node[i] == value) return true;
    return false;
  }

  /** The entries of a key and a predicate: the first one in the upper 32 bits, the end below. */
  long slice(int key, int verb) {
    int from = first[key];
    int end = first[key + 1];
    int to = end;
    while (to - from > 8) {
      int middle = (from + to) >>> 1;
      if (predicate[middle] < verb) from = middle + 1;
      else to = middle;
    }
    while (from < end && predicate[from] < verb) from++;
    to = from;
    while (to < end && predicate[to] == verb) to++;
    return (long) from << 32 | to;
  }

  /** The first row that there is for a node. */
  int firstRow(int key) {
    int least = Graph.NO_ROW;
    for (int i = first[key]; i < first[key + 1]; i++) {
      if (least == Graph.NO_ROW || row[i] < least) least = row[i];
    }
    return least;
  }
}
