// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Did you mean. */
final class Suggestions {
  private Suggestions() {}

  /** The word that is nearest to what was typed, if any is near enough. */
  static Optional<String> nearest(String typed, Collection<String> words) {
    String lower = typed.toLowerCase(Locale.ROOT);
    int limit = lower.length() / 3;
    return words.stream()
        .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.<String>comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code did you mean 'validate'?}, or the fallback. */
  static String hint(String typed, Collection<String> words, String fallback) {
    return nearest(typed, words).map(word -> "did you mean '" + word + "'?").orElse(fallback);
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) table[i][0] = i;
    for (int j = 0; j <= b.length(); j++) table[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        table[i][j] = Math.min(replace, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1))
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
    return table[a.length()][b.length()];
  }
}
