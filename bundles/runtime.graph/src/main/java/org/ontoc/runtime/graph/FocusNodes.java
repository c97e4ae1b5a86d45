// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * Focus nodes of the shapes that have targets (SHACL section 2.1.3), each once per shape, in the
 * order of the data.
 */
final class FocusNodes {
  private final IndexedGraph data;
  private final Marks marks;
  private final Queries queries;
  private int[] nodes = new int[64];
  private int[] rows = new int[64];
  private int count;
  private int stamp;

  FocusNodes(IndexedGraph data, Queries queries) {
    this.data = data;
    this.marks = new Marks(data.terms());
    this.queries = queries;
  }

  /** Checks all shapes that have targets; how many focus nodes there were. */
  long check(Evaluation evaluation) {
    long all = 0;
    for (Program.Entry entry : data.program().entries) {
      collect(entry);
      for (int i = 0; i < count; i++) {
        all++;
        evaluation.row = rows[i];
        evaluation.tick();
        int first = evaluation.fixpoint.open();
        evaluation.report(entry.shape(), nodes[i]);
        evaluation.fixpoint.close(first);
      }
      queries.flush();
    }
    return all;
  }

  private void collect(Program.Entry entry) {
    stamp = marks.stamp();
    count = 0;
    for (Program.Target target : entry.targets()) {
      switch (target.kind()) {
        case NODE -> add(target.what(), Graph.NO_ROW);
        case CLASS -> instances(target.what());
        case SUBJECTS -> ends(target.what(), data.graph().subjects);
        case OBJECTS -> ends(target.what(), data.graph().objects);
        case QUERY -> {
          for (int node : queries.select(target.what())) add(node, Graph.NO_ROW);
        }
      }
    }
  }

  private void instances(int of) {
    Classes classes = data.classes();
    Index byObject = data.byObject();
    for (int i = classes.first(of); i < classes.first(of + 1); i++) {
      long range = byObject.slice(classes.member(i), data.program().type);
      for (int j = (int) (range >>> 32); j < (int) range; j++)
        add(byObject.node[j], byObject.row[j]);
    }
  }

  private void ends(int predicate, int[] column) {
    Index.Order order = data.order();
    for (int i = order.first()[predicate]; i < order.first()[predicate + 1]; i++) {
      int row = order.rows()[i];
      add(column[row], row);
    }
  }

  private void add(int node, int row) {
    if (!marks.mark(node, stamp)) return;
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
      rows = Arrays.copyOf(rows, 2 * count);
    }
    nodes[count] = node;
    rows[count++] = row;
  }
}
