// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * Value nodes of property paths (SHACL section 2.3.1): a breadth-first walk over pairs of node and
 * state of the path's automaton, each visited once. So the values are a set, cycles end, and the
 * time is linear in what is reached.
 */
final class PathWalk {
  private final Index bySubject;
  private final Index byObject;
  private final Runnable poll;
  private long[] queue = new long[64];
  private int[] rows = new int[64];
  private int count;
  private long[] seen = new long[256];

  PathWalk(Index bySubject, Index byObject, Runnable poll) {
    this.bySubject = bySubject;
    this.byObject = byObject;
    this.poll = poll;
  }

  Values values(PathTable path, int focus) {
    visit(focus, 0, Graph.NO_ROW);
    for (int i = 0; i < count; i++) {
      if ((i & 0xFFFF) == 0xFFFF) poll.run();
      int state = (int) (queue[i] >>> 32);
      for (int m = path.first()[state]; m < path.first()[state + 1]; m++)
        move(path.moves(), 3 * m, (int) queue[i], rows[i]);
    }
    Values values = reached(path.accept());
    forget();
    return values;
  }

  private void move(int[] moves, int m, int node, int row) {
    int to = moves[m + 2];
    if (moves[m] == PathTable.EMPTY) {
      visit(node, to, row);
      return;
    }
    Index index = moves[m] == PathTable.FORWARD ? bySubject : byObject;
    long slice = index.slice(node, moves[m + 1]);
    for (int i = (int) (slice >>> 32); i < (int) slice; i++) visit(index.node[i], to, index.row[i]);
  }

  private int place(long key) {
    int mask = seen.length - 1;
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 20) & mask;
    while (seen[at] != 0 && seen[at] != key) at = (at + 1) & mask;
    return at;
  }

  private void visit(int node, int state, int row) {
    long key = (long) state << 32 | node;
    int at = place(key);
    if (seen[at] != 0) return;
    if (count == queue.length) {
      queue = Arrays.copyOf(queue, 2 * count);
      rows = Arrays.copyOf(rows, 2 * count);
    }
    seen[at] = key;
    rows[count] = row;
    queue[count++] = key;
    if (seen.length / 2 <= count) morePlaces();
  }

  private void morePlaces() {
    seen = new long[2 * seen.length];
    for (int i = 0; i < count; i++) seen[place(queue[i])] = queue[i];
  }

  private Values reached(int accept) {
    int n = 0;
    for (int i = 0; i < count; i++) n += (int) (queue[i] >>> 32) == accept ? 1 : 0;
    int[] nodes = new int[n];
    int[] from = new int[n];
    n = 0;
    for (int i = 0; i < count; i++) {
      if ((int) (queue[i] >>> 32) != accept) continue;
      nodes[n] = (int) queue[i];
      from[n++] = rows[i];
    }
    return new Values(nodes, from);
  }

  /** Backwards, so that a later visit is never on the way to an earlier one. */
  private void forget() {
    while (count > 0) seen[place(queue[--count])] = 0;
  }
}
