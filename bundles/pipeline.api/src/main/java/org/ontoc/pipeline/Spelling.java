// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The one answer to what a misspelt name was meant to be. */
public final class Spelling {
  private Spelling() {}

  /** The known name with the least distance, if that is at most a third of the name's length. */
  public static Optional<String> closest(String wrong, Collection<String> known) {
    return closest(wrong, known, name -> name, Comparator.naturalOrder());
  }

  /**
   * As {@link #closest(String, Collection)}, of things with names.
   *
   * @param ties what is preferred of names that are equally near
   */
  public static <T> Optional<T> closest(
      String wrong, Collection<T> known, Function<T, String> name, Comparator<T> ties) {
    int limit = wrong.length() / 3;
    return known.stream()
        .filter(it -> Math.abs(name.apply(it).length() - wrong.length()) <= limit)
        .filter(it -> distance(wrong, name.apply(it)) <= limit)
        .min(Comparator.<T>comparingInt(it -> distance(wrong, name.apply(it))).thenComparing(ties));
  }

  /** Edits (insert, delete, replace, swap neighbours) between two names, ignoring case. */
  public static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) edits[i][0] = i;
    for (int j = 0; j <= right.length(); j++) edits[0][j] = j;
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        best = Math.min(best, edits[i - 1][j - 1] + cost);
        if (isSwap(left, i, right, j)) best = Math.min(best, edits[i - 2][j - 2] + 1);
        edits[i][j] = best;
      }
    }
    return edits[left.length()][right.length()];
  }

  private static boolean isSwap(String left, int i, String right, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
