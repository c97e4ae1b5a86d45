// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** A graph that was read to its end, with its indexes; never changed, so threads may share it. */
record IndexedGraph(
    Program program,
    Graph graph,
    int terms,
    Index.Order order,
    Index bySubject,
    Index byObject,
    Classes classes) {
  static IndexedGraph of(Program program, Graph graph) {
    Index.Order order = Index.Order.of(graph);
    Index bySubject = Index.of(graph, order, true, program.roles, Program.FORWARD);
    Index byObject = Index.of(graph, order, false, program.roles, Program.INVERSE);
    Classes classes = new Classes(program, graph, order);
    return new IndexedGraph(
        program, graph, graph.terms.count(), order, bySubject, byObject, classes);
  }
}
