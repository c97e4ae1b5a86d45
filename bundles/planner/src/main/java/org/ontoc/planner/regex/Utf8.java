// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The UTF-8 forms of characters as a graph of bytes without cycles, in which each character leads
 * to a target. Equal parts are shared, so that a large category stays small.
 */
final class Utf8 {
  private static final int BLOCKS = 64;
  private static final int[] FIRST = {0, 0x80, 0x800, 0x10000};
  private static final int[] LAST = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF};
  private static final int[] LEAD = {0, 0xC0, 0xE0, 0xF0};

  /** Characters, or what remains of them after some bytes, and where they lead. */
  record Piece(int first, int last, int target) {}

  /** A byte range that leads to a node, or when the character is complete to a target. */
  record Edge(int first, int last, boolean complete, int to) {
    boolean isContinuedBy(Edge next) {
      return last + 1 == next.first && to == next.to && complete == next.complete;
    }
  }

  private record Key(int bytes, List<Piece> pieces) {}

  private final boolean early;
  private final List<List<Edge>> nodes = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();

  /**
   * An empty graph.
   *
   * @param early whether an edge is complete as soon as the bytes so far decide the target; the
   *     target then has to skip the other bytes of the character
   */
  Utf8(boolean early) {
    this.early = early;
  }

  /** All characters of a set lead to one target. */
  static List<Piece> pieces(CodePoints set, int target) {
    return set.ranges().stream().map(r -> new Piece(r.first(), r.last(), target)).toList();
  }

  /** The edges for the first bytes of characters in ascending pieces. */
  List<Edge> edges(List<Piece> pieces) {
    List<Edge> edges = new ArrayList<>();
    for (int more = 0; more < FIRST.length; more++) {
      List<Piece> part = clip(pieces, FIRST[more], LAST[more], 0);
      edges.addAll(more == 0 ? complete(part, 0) : edges(part, more, LEAD[more]));
    }
    return edges;
  }

  List<Edge> node(int number) {
    return nodes.get(number);
  }

  int nodes() {
    return nodes.size();
  }

  /** The part of pieces within bounds, relative to a base. */
  private static List<Piece> clip(List<Piece> pieces, int first, int last, int base) {
    List<Piece> part = new ArrayList<>();
    for (Piece piece : pieces) {
      int low = Math.max(piece.first, first);
      int high = Math.min(piece.last, last);
      if (low <= high) part.add(new Piece(low - base, high - base, piece.target));
    }
    return part;
  }

  private static List<Edge> complete(List<Piece> pieces, int mark) {
    return pieces.stream()
        .map(p -> new Edge(mark + p.first, mark + p.last, true, p.target))
        .toList();
  }

  /** The edges for one byte with {@code more} continuation bytes after it. */
  private List<Edge> edges(List<Piece> pieces, int more, int mark) {
    int shift = 6 * more;
    List<List<Piece>> blocks = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) blocks.add(new ArrayList<>());
    for (Piece piece : pieces) {
      for (int block = piece.first >> shift; block <= piece.last >> shift; block++) {
        int base = block << shift;
        blocks.get(block).addAll(clip(List.of(piece), base, base + (1 << shift) - 1, base));
      }
    }
    List<Edge> edges = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      List<Piece> inside = blocks.get(block);
      if (inside.isEmpty()) continue;
      boolean decided = early && isDecided(inside);
      int to = decided ? inside.getFirst().target : node(inside, more);
      append(edges, new Edge(mark + block, mark + block, decided, to));
    }
    return edges;
  }

  private static boolean isDecided(List<Piece> pieces) {
    return pieces.stream().allMatch(piece -> piece.target == pieces.getFirst().target);
  }

  private static void append(List<Edge> edges, Edge edge) {
    Edge open = edges.isEmpty() ? null : edges.getLast();
    if (open != null && open.isContinuedBy(edge)) {
      edges.set(edges.size() - 1, new Edge(open.first, edge.last, edge.complete, edge.to));
    } else {
      edges.add(edge);
    }
  }

  /** The node that reads {@code more} continuation bytes. */
  private int node(List<Piece> pieces, int more) {
    Key key = new Key(more, pieces);
    Integer number = known.get(key);
    if (number != null) return number;
    List<Edge> edges = more == 1 ? complete(pieces, 0x80) : edges(pieces, more - 1, 0x80);
    nodes.add(edges);
    known.put(key, nodes.size() - 1);
    return nodes.size() - 1;
  }
}
