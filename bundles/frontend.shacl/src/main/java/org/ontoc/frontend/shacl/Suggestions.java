// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a misspelt one was meant to be. */
final class Suggestions {
  private Suggestions() {}

  /** The known name with the least edit distance, if that is at most a third of the length. */
  static Optional<String> closest(String wrong, Collection<String> known) {
    int limit = Math.max(1, wrong.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - wrong.length()) <= limit)
        .filter(name -> distance(wrong, name) <= limit)
        .min(
            Comparator.<String>comparingInt(name -> distance(wrong, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A hint that names the closest one, or says something else. */
  static String hint(String prefix, String wrong, Collection<String> known, String otherwise) {
    return closest(wrong, known)
        .map(name -> "Did you mean " + prefix + name + "?")
        .orElse(otherwise);
  }

  /** Edits (insert, delete, replace, swap neighbours) between two names, ignoring case. */
  static int distance(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) edits[i][0] = i;
    for (int j = 0; j <= right.length(); j++) edits[0][j] = j;
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int cost = same(left, i, right, j) ? 0 : 1;
        int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        best = Math.min(best, edits[i - 1][j - 1] + cost);
        if (i > 1 && j > 1 && same(left, i, right, j - 1) && same(left, i - 1, right, j))
          best = Math.min(best, edits[i - 2][j - 2] + 1);
        edits[i][j] = best;
      }
    }
    return edits[left.length()][right.length()];
  }

  private static boolean same(String left, int i, String right, int j) {
    return Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
  }
}
