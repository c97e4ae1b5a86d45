// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The UTF-8 forms of a set of code points as a graph of bytes without cycles: equal ends are
 * shared, so that a large category stays small.
 */
final class Utf8 {
  private static final int LEAVES = 64;
  private static final int[] FIRST = {0, 0x80, 0x800, 0x10000};
  private static final int[] LAST = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF};
  private static final int[] LEAD = {0, 0xC0, 0xE0, 0xF0};

  /** A node after whose edges the character is complete has an edge to null's place, END. */
  static final int END = -1;

  /** A byte range that leads to a node, or to END. */
  record Edge(int first, int last, int node) {}

  private record Key(int bytes, List<CodePoints.Range> values) {}

  private final List<List<Edge>> nodes = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();
  private final List<Edge> root = new ArrayList<>();

  private Utf8() {}

  static Utf8 of(CodePoints set) {
    Utf8 graph = new Utf8();
    for (int more = 0; more < FIRST.length; more++) {
      List<CodePoints.Range> part = clip(set.ranges(), FIRST[more], LAST[more], 0);
      if (more == 0) part.forEach(r -> graph.root.add(new Edge(r.first(), r.last(), END)));
      else graph.root.addAll(graph.edges(part, more, LEAD[more]));
    }
    return graph;
  }

  List<Edge> root() {
    return root;
  }

  List<Edge> node(int number) {
    return nodes.get(number);
  }

  /** The part of ranges within bounds, relative to a base. */
  private static List<CodePoints.Range> clip(
      List<CodePoints.Range> ranges, int first, int last, int base) {
    List<CodePoints.Range> part = new ArrayList<>();
    for (CodePoints.Range range : ranges) {
      int low = Math.max(range.first(), first);
      int high = Math.min(range.last(), last);
      if (low <= high) part.add(new CodePoints.Range(low - base, high - base));
    }
    return part;
  }

  /** The edges for one byte with {@code more} continuation bytes after it. */
  private List<Edge> edges(List<CodePoints.Range> values, int more, int mark) {
    int shift = 6 * more;
    List<List<CodePoints.Range>> blocks = new ArrayList<>();
    for (int i = 0; i < LEAVES; i++) blocks.add(List.of());
    for (CodePoints.Range range : values) {
      for (int block = range.first() >> shift; block <= range.last() >> shift; block++) {
        int base = block << shift;
        List<CodePoints.Range> inside = clip(List.of(range), base, base + (1 << shift) - 1, base);
        List<CodePoints.Range> all = new ArrayList<>(blocks.get(block));
        all.addAll(inside);
        blocks.set(block, all);
      }
    }
    List<Edge> edges = new ArrayList<>();
    for (int block = 0; block < LEAVES; block++) {
      if (!blocks.get(block).isEmpty()) append(edges, mark + block, node(blocks.get(block), more));
    }
    return edges;
  }

  private static void append(List<Edge> edges, int value, int node) {
    Edge open = edges.isEmpty() ? null : edges.getLast();
    if (open != null && open.last + 1 == value && open.node == node) {
      edges.set(edges.size() - 1, new Edge(open.first, value, node));
    } else {
      edges.add(new Edge(value, value, node));
    }
  }

  /** The node that reads {@code more} continuation bytes, which hold one of the values. */
  private int node(List<CodePoints.Range> values, int more) {
    Key key = new Key(more, values);
    Integer number = known.get(key);
    if (number != null) return number;
    List<Edge> edges =
        more == 1
            ? values.stream().map(r -> new Edge(0x80 + r.first(), 0x80 + r.last(), END)).toList()
            : edges(values, more - 1, 0x80);
    nodes.add(edges);
    known.put(key, nodes.size() - 1);
    return nodes.size() - 1;
  }
}
