// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Case-variants as F&O 3.1 section 5.6.2 defines them for the flag i: two characters whose
 * fn:lower-case or whose fn:upper-case are equal. The relation is not transitive.
 */
final class CaseVariants {
  /** Only characters that have a variant besides themselves. */
  private static final NavigableMap<Integer, int[]> VARIANTS = variants();

  private CaseVariants() {}

  /** The set and the variants of its members. */
  static CodePoints close(CodePoints set) {
    List<CodePoints.Range> all = new ArrayList<>(set.ranges());
    for (CodePoints.Range range : set.ranges()) {
      for (int[] variants : VARIANTS.subMap(range.first(), true, range.last(), true).values()) {
        for (int variant : variants) all.add(new CodePoints.Range(variant, variant));
      }
    }
    return CodePoints.of(all);
  }

  private static NavigableMap<Integer, int[]> variants() {
    Map<String, List<Integer>> byLower = new HashMap<>();
    Map<String, List<Integer>> byUpper = new HashMap<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (!isCased(c)) continue;
      byLower.computeIfAbsent(lower(c), _ -> new ArrayList<>()).add(c);
      byUpper.computeIfAbsent(upper(c), _ -> new ArrayList<>()).add(c);
    }
    NavigableMap<Integer, int[]> variants = new TreeMap<>();
    for (List<Integer> equals : byLower.values()) {
      for (int c : equals) {
        Set<Integer> set = new HashSet<>(equals);
        set.addAll(byUpper.getOrDefault(upper(c), List.of()));
        set.remove(c);
        if (!set.isEmpty()) variants.put(c, set.stream().mapToInt(v -> v).sorted().toArray());
      }
    }
    return variants;
  }

  /** A character that maps to itself in both directions may still be what another one maps to. */
  private static boolean isCased(int c) {
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) return false;
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.CONTROL -> false;
      default ->
          Character.toLowerCase(c) != c
              || Character.toUpperCase(c) != c
              || Character.isLowerCase(c)
              || Character.isUpperCase(c)
              || Character.isTitleCase(c);
    };
  }

  private static String lower(int c) {
    return Character.toString(c).toLowerCase(Locale.ROOT);
  }

  private static String upper(int c) {
    return Character.toString(c).toUpperCase(Locale.ROOT);
  }
}
