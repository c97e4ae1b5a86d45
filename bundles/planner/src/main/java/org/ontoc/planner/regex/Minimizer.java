// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Hopcroft's algorithm, after which states are numbered in breadth-first order and bytes that no
 * state tells apart share a class, so that equal languages have equal tables.
 */
final class Minimizer {
  private final Dfa dfa;
  private final int[] members;
  private final int[] place;
  private final int[] block;
  private final int[] begin;
  private final int[] end;
  private final int[] marked;
  private final int[] touched;
  private int blocks;

  private Minimizer(Dfa dfa) {
    this.dfa = dfa;
    int n = dfa.states();
    members = new int[n];
    place = new int[n];
    block = new int[n];
    begin = new int[n + 1];
    end = new int[n + 1];
    marked = new int[n + 1];
    touched = new int[n + 1];
  }

  static Dfa minimize(Dfa dfa) {
    Minimizer minimizer = new Minimizer(dfa);
    minimizer.refine();
    return mergeClasses(minimizer.quotient());
  }

  private void refine() {
    split();
    int[][] sources = new int[dfa.classes()][];
    int[][] offsets = new int[dfa.classes()][];
    for (int symbol = 0; symbol < dfa.classes(); symbol++) inverse(symbol, sources, offsets);
    Deque<Long> work = new ArrayDeque<>();
    boolean[] waiting = new boolean[(dfa.states() + 1) * dfa.classes()];
    for (int b = 0; b < blocks; b++) {
      for (int s = 0; s < dfa.classes(); s++) enqueue(b, s, work, waiting);
    }
    while (!work.isEmpty()) {
      long item = work.poll();
      int splitter = (int) (item / dfa.classes());
      int symbol = (int) (item % dfa.classes());
      waiting[(int) item] = false;
      refine(splitter, sources[symbol], offsets[symbol], work, waiting);
    }
  }

  private void enqueue(int b, int symbol, Deque<Long> work, boolean[] waiting) {
    int item = b * dfa.classes() + symbol;
    if (waiting[item]) return;
    waiting[item] = true;
    work.add((long) item);
  }

  /** The accepting states and the others. */
  private void split() {
    int low = 0;
    int high = dfa.states();
    for (int s = 0; s < dfa.states(); s++) {
      int at = dfa.accepting()[s] ? low++ : --high;
      members[at] = s;
      place[s] = at;
    }
    addBlock(0, low);
    addBlock(low, dfa.states());
  }

  private void addBlock(int from, int to) {
    if (from == to) return;
    begin[blocks] = from;
    end[blocks] = to;
    for (int i = from; i < to; i++) block[members[i]] = blocks;
    blocks++;
  }

  /** The states that lead to each state by a symbol. */
  private void inverse(int symbol, int[][] sources, int[][] offsets) {
    int n = dfa.states();
    int[] offset = new int[n + 1];
    for (int s = 0; s < n; s++) offset[dfa.next(s, symbol) + 1]++;
    for (int s = 0; s < n; s++) offset[s + 1] += offset[s];
    int[] source = new int[n];
    int[] fill = Arrays.copyOf(offset, n);
    for (int s = 0; s < n; s++) source[fill[dfa.next(s, symbol)]++] = s;
    sources[symbol] = source;
    offsets[symbol] = offset;
  }

  /** Splits each block by whether its states lead into the splitter. */
  private void refine(
      int splitter, int[] sources, int[] offsets, Deque<Long> work, boolean[] waiting) {
    int[] targets = Arrays.copyOfRange(members, begin[splitter], end[splitter]);
    int touchedCount = 0;
    for (int target : targets) {
      for (int i = offsets[target]; i < offsets[target + 1]; i++) {
        int b = block[sources[i]];
        if (marked[b] == 0) touched[touchedCount++] = b;
        mark(sources[i], b);
      }
    }
    for (int i = 0; i < touchedCount; i++) divide(touched[i], work, waiting);
  }

  private void mark(int state, int b) {
    int to = begin[b] + marked[b]++;
    int other = members[to];
    members[place[state]] = other;
    place[other] = place[state];
    members[to] = state;
    place[state] = to;
  }

  private void divide(int b, Deque<Long> work, boolean[] waiting) {
    int middle = begin[b] + marked[b];
    marked[b] = 0;
    if (middle == end[b]) return;
    int made = blocks;
    int last = end[b];
    // The smaller half becomes the new block, so that a state moves log n times.
    if (middle - begin[b] <= last - middle) {
      addBlock(begin[b], middle);
      begin[b] = middle;
    } else {
      addBlock(middle, last);
      end[b] = middle;
    }
    for (int s = 0; s < dfa.classes(); s++) enqueue(made, s, work, waiting);
  }

  /** One state for each block that the start reaches, in breadth-first order. */
  private Dfa quotient() {
    int[] number = new int[blocks];
    Arrays.fill(number, -1);
    int[] order = new int[blocks];
    int count = 0;
    number[block[0]] = count;
    order[count++] = block[0];
    int[] next = new int[blocks * dfa.classes()];
    for (int i = 0; i < count; i++) {
      int representative = members[begin[order[i]]];
      for (int s = 0; s < dfa.classes(); s++) {
        int target = block[dfa.next(representative, s)];
        if (number[target] < 0) {
          number[target] = count;
          order[count++] = target;
        }
        next[i * dfa.classes() + s] = number[target];
      }
    }
    boolean[] accepting = new boolean[count];
    for (int i = 0; i < count; i++) accepting[i] = dfa.accepting()[members[begin[order[i]]]];
    return new Dfa(
        count, dfa.classes(), dfa.classOf(), Arrays.copyOf(next, count * dfa.classes()), accepting);
  }

  /** Makes one class of those that no state tells apart. */
  static Dfa mergeClasses(Dfa dfa) {
    Map<IntBuffer, Integer> columns = new HashMap<>();
    int[] merged = new int[dfa.classes()];
    int[] kept = new int[dfa.classes()];
    for (int symbol = 0; symbol < dfa.classes(); symbol++) {
      int[] column = new int[dfa.states()];
      for (int state = 0; state < column.length; state++) column[state] = dfa.next(state, symbol);
      Integer known = columns.putIfAbsent(IntBuffer.wrap(column), columns.size());
      merged[symbol] = known == null ? columns.size() - 1 : known;
      if (known == null) kept[merged[symbol]] = symbol;
    }
    int classes = columns.size();
    int[] next = new int[dfa.states() * classes];
    for (int state = 0; state < dfa.states(); state++) {
      for (int c = 0; c < classes; c++) next[state * classes + c] = dfa.next(state, kept[c]);
    }
    int[] classOf = Arrays.stream(dfa.classOf()).map(c -> merged[c]).toArray();
    return new Dfa(dfa.states(), classes, classOf, next, dfa.accepting());
  }
}
