// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.Arrays;

/**
 * The characters of a pattern with their positions. The flag x removes white space outside of
 * character class expressions before anything else happens (F&O 3.1 section 5.6.2), even after a
 * backslash.
 */
final class Scanner {
  static final int END = -1;

  private final int[] characters;
  private final int[] positions;
  private int next;

  private Scanner(int[] characters, int[] positions) {
    this.characters = characters;
    this.positions = positions;
  }

  static Scanner of(String pattern, boolean ignoreSpace) {
    int[] all = pattern.codePoints().toArray();
    int[] kept = new int[all.length];
    int[] positions = new int[all.length + 1];
    int count = 0;
    int depth = 0;
    boolean escaped = false;
    for (int i = 0; i < all.length; i++) {
      int c = all[i];
      if (ignoreSpace && depth == 0 && CharacterClasses.SPACE.contains(c)) continue;
      if (!escaped && c == '[') depth++;
      if (!escaped && c == ']' && depth > 0) depth--;
      escaped = !escaped && c == '\\';
      positions[count] = i;
      kept[count++] = c;
    }
    positions[count] = all.length;
    return new Scanner(Arrays.copyOf(kept, count), Arrays.copyOf(positions, count + 1));
  }

  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    return next + ahead < characters.length ? characters[next + ahead] : END;
  }

  int next() {
    return next < characters.length ? characters[next++] : END;
  }

  boolean skip(int character) {
    if (peek() != character) return false;
    next++;
    return true;
  }

  /** The position of the next character in the pattern as written. */
  int position() {
    return positions[next];
  }
}
