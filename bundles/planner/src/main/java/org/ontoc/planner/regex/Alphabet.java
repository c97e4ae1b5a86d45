// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ontoc.planner.regex.PatternException.Kind;

/**
 * The symbols of a pattern: code points that no character set of it tells apart are one symbol.
 *
 * @param first where each interval of equal code points begins, ascending from 0
 * @param symbolOf the symbol of each interval
 * @param members for each set its symbols
 * @param lineFeed the symbol of the line feed
 */
record Alphabet(int size, int[] first, int[] symbolOf, List<BitSet> members, int lineFeed) {
  /** Most pairs of a set and an interval in it; only patterns made for it have more. */
  private static final long MOST = 30_000_000;

  /** The line feed is told apart when there are anchors at lines. */
  static Alphabet of(List<CodePoints> sets, boolean lines) throws PatternException {
    List<CodePoints> all = new ArrayList<>(sets);
    if (lines) all.add(CodePoints.of('\n'));
    int[] first = boundaries(all);
    int[] symbolOf = new int[first.length];
    int size = 1;
    long pairs = 0;
    for (CodePoints set : all) {
      BitSet inside = intervals(set, first);
      pairs += inside.cardinality();
      if (pairs > MOST) {
        throw PatternException.of(Kind.TOO_LARGE, "the pattern has too many character classes");
      }
      size = refine(symbolOf, inside, size);
    }
    List<BitSet> members = new ArrayList<>();
    for (CodePoints set : sets) {
      BitSet symbols = new BitSet();
      intervals(set, first).stream().forEach(i -> symbols.set(symbolOf[i]));
      members.add(symbols);
    }
    return new Alphabet(size, first, symbolOf, members, symbolOf[interval(first, '\n')]);
  }

  private static int[] boundaries(List<CodePoints> sets) {
    TreeSet<Integer> first = new TreeSet<>();
    first.add(0);
    for (CodePoints set : sets) {
      for (CodePoints.Range range : set.ranges()) {
        first.add(range.first());
        if (range.last() < Character.MAX_CODE_POINT) first.add(range.last() + 1);
      }
    }
    return first.stream().mapToInt(i -> i).toArray();
  }

  private static int interval(int[] first, int codePoint) {
    int place = java.util.Arrays.binarySearch(first, codePoint);
    return place >= 0 ? place : -place - 2;
  }

  private static BitSet intervals(CodePoints set, int[] first) {
    BitSet inside = new BitSet(first.length);
    for (CodePoints.Range range : set.ranges()) {
      inside.set(interval(first, range.first()), interval(first, range.last()) + 1);
    }
    return inside;
  }

  /** Splits each symbol by whether its intervals are inside; the new number of symbols. */
  private static int refine(int[] symbolOf, BitSet inside, int size) {
    int[] total = new int[size];
    for (int symbol : symbolOf) total[symbol]++;
    int[] within = new int[size];
    inside.stream().forEach(i -> within[symbolOf[i]]++);
    Map<Integer, Integer> made = new HashMap<>();
    for (int i = inside.nextSetBit(0); i >= 0; i = inside.nextSetBit(i + 1)) {
      int symbol = symbolOf[i];
      if (within[symbol] == total[symbol]) continue;
      Integer other = made.putIfAbsent(symbol, size + made.size());
      symbolOf[i] = other == null ? size + made.size() - 1 : other;
    }
    return size + made.size();
  }
}
