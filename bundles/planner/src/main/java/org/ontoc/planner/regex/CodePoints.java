// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * An immutable set of Unicode scalar values, as sorted disjoint ranges. Surrogates are never in a
 * set: UTF-8 cannot hold them.
 */
record CodePoints(List<Range> ranges) {
  static final CodePoints NONE = new CodePoints(List.of());
  static final CodePoints ALL = of(List.of(new Range(0, Character.MAX_CODE_POINT)));

  /** Both inclusive. */
  record Range(int first, int last) {}

  /** A set of ranges in any order. */
  static CodePoints of(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>();
    for (Range range : ranges) {
      // Around the surrogates.
      int before = Math.min(range.last, Character.MIN_SURROGATE - 1);
      int after = Math.max(range.first, Character.MAX_SURROGATE + 1);
      if (range.first <= before) sorted.add(new Range(range.first, before));
      if (after <= range.last) sorted.add(new Range(after, range.last));
    }
    sorted.sort(Comparator.comparingInt(Range::first));
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      Range open = merged.isEmpty() ? null : merged.getLast();
      if (open != null && range.first <= open.last + 1) {
        merged.set(merged.size() - 1, new Range(open.first, Math.max(open.last, range.last)));
      } else {
        merged.add(range);
      }
    }
    return new CodePoints(List.copyOf(merged));
  }

  static CodePoints of(int... codePoints) {
    return of(Arrays.stream(codePoints).mapToObj(c -> new Range(c, c)).toList());
  }

  static CodePoints range(int first, int last) {
    return of(List.of(new Range(first, last)));
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  CodePoints or(CodePoints other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return of(all);
  }

  CodePoints not() {
    List<Range> gaps = new ArrayList<>();
    int next = 0;
    for (Range range : ranges) {
      if (next < range.first) gaps.add(new Range(next, range.first - 1));
      next = range.last + 1;
    }
    if (next <= Character.MAX_CODE_POINT) gaps.add(new Range(next, Character.MAX_CODE_POINT));
    return of(gaps);
  }

  CodePoints minus(CodePoints other) {
    return not().or(other).not();
  }

  boolean contains(int codePoint) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Range range = ranges.get(middle);
      if (codePoint < range.first) high = middle - 1;
      else if (codePoint > range.last) low = middle + 1;
      else return true;
    }
    return false;
  }
}
