// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * Recursive shapes: whether a node conforms is its value in the greatest fixpoint of the shapes
 * that refer to each other (docs/decisions/0011-recursive-shapes.md). All pairs of shape and node
 * that a question leads to are assumed to conform; what is found not to is taken back, and with it
 * what relied on it, until nothing changes. Pairs wait in a queue, not on the native stack, which
 * grows with the shapes only. The same as ort_fixpoint.c of the back end c, in the same order.
 */
final class Fixpoint {
  private static final int NONE = -1;

  private final Evaluation evaluation;
  private final int[] components;
  private final Pairs pairs = new Pairs();

  private int[] readerPairs = {};
  private int[] nextReaders = {}; // counted from 1
  private int readerCount;

  private int[] queue = new int[64];
  private int queueCount;
  private int current = NONE; // the pair that is evaluated

  private int[] laterPairs = {};
  private int[] laterRows = {};
  private int[] laterScopes = {}; // what the pairs' were
  private int laterCount;

  private int[] reporting = new int[16]; // whose report is not at its end, outermost first
  private int reportingCount;
  private int scope; // how many are open

  Fixpoint(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.components = evaluation.program.components;
  }

  /** Whether a shape refers to itself, be it by way of others. */
  boolean holds(int shape) {
    return components.length != 0 && components[shape] >= 0;
  }

  /** The node's value in the fixpoint, or what is assumed of it while that is computed. */
  boolean conforms(int shape, int node) {
    int pair = pairs.of(shape, node);
    if (pairs.value[pair] == Pairs.OPEN) {
      if (current != NONE && components[pairs.shape(current)] == components[shape]) {
        rely(pair);
        return true;
      }
      solve(pair);
    }
    return pairs.value[pair] != Pairs.VIOLATES;
  }

  private void enqueue(int pair) {
    if (pairs.queued[pair] || pairs.value[pair] != Pairs.OPEN) return;
    if (queueCount == queue.length) queue = Arrays.copyOf(queue, Pairs.doubled(queueCount));
    queue[queueCount++] = pair;
    pairs.queued[pair] = pairs.known[pair] = true;
  }

  /** Notes that the current pair relies on another, which is assumed to conform. */
  private void rely(int on) {
    if (!pairs.known[on]) enqueue(on);
    int first = pairs.readers[on];
    if (first != 0 && readerPairs[first - 1] == current) return;
    if (readerCount == readerPairs.length) {
      int capacity = Pairs.doubled(readerCount);
      readerPairs = Arrays.copyOf(readerPairs, capacity);
      nextReaders = Arrays.copyOf(nextReaders, capacity);
    }
    readerPairs[readerCount] = current;
    nextReaders[readerCount] = first;
    pairs.readers[on] = ++readerCount;
  }

  private void evaluate(int pair) {
    pairs.queued[pair] = false;
    if (pairs.value[pair] != Pairs.OPEN) return;
    current = pair;
    evaluation.tick();
    if (evaluation.testItself(pairs.shape(pair), pairs.node(pair))) return;
    pairs.value[pair] = Pairs.VIOLATES;
    for (int reader = pairs.readers[pair]; reader != 0; reader = nextReaders[reader - 1])
      enqueue(readerPairs[reader - 1]);
  }

  /**
   * Values of a component lower down are asked for while this runs: its part of queue and readers
   * then lies above.
   */
  private void solve(int root) {
    int first = queueCount;
    int readers = readerCount;
    int outer = current;
    enqueue(root);
    for (int i = first; i < queueCount; i++) evaluate(queue[i]);
    current = outer;
    for (int i = first; i < queueCount; i++) {
      int pair = queue[i];
      if (pairs.value[pair] == Pairs.OPEN) pairs.value[pair] = Pairs.CONFORMS;
      pairs.readers[pair] = 0;
    }
    queueCount = first;
    readerCount = readers;
  }

  // ---- reports ----

  /** A scope is what is reported together: each pair once. Gives what {@link #close} wants. */
  int open() {
    scope++;
    return laterCount;
  }

  /** Whether its results are among those that this report explains, or are about to be. */
  private boolean isReported(int pair) {
    if (pairs.scope[pair] == scope) return true;
    for (int i = 0; i < reportingCount; i++) if (reporting[i] == pair) return true;
    return false;
  }

  /** Puts off the report of a recursive shape until the scope's end. */
  void reportLater(int shape, int node) {
    if (conforms(shape, node)) return;
    int pair = pairs.of(shape, node);
    if (isReported(pair)) return;
    if (laterCount == laterPairs.length) {
      int capacity = Pairs.doubled(laterCount);
      laterPairs = Arrays.copyOf(laterPairs, capacity);
      laterRows = Arrays.copyOf(laterRows, capacity);
      laterScopes = Arrays.copyOf(laterScopes, capacity);
    }
    laterPairs[laterCount] = pair;
    laterRows[laterCount] = evaluation.row;
    laterScopes[laterCount++] = pairs.scope[pair];
    pairs.scope[pair] = scope;
  }

  private void report(int later) {
    int pair = laterPairs[later];
    int outer = evaluation.enter(laterRows[later]);
    if (reportingCount == reporting.length)
      reporting = Arrays.copyOf(reporting, Pairs.doubled(reportingCount));
    reporting[reportingCount++] = pair;
    evaluation.reportItself(pairs.shape(pair), pairs.node(pair));
    reportingCount--;
    evaluation.leave(outer);
  }

  /** Reports what was put off since the scope was opened. */
  void close(int first) {
    for (int i = first; i < laterCount && !evaluation.isFull(); i++) report(i);
    while (laterCount > first) {
      laterCount--;
      pairs.scope[laterPairs[laterCount]] = laterScopes[laterCount];
    }
    scope--;
  }
}
