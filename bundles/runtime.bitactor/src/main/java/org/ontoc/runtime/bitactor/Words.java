// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words of an assembler's source, line by line; a semicolon begins a comment. What is not there
 * or not of the form that is asked for throws {@link IllegalArgumentException} or {@link
 * IndexOutOfBoundsException}.
 */
public class Words {
  private final String[] lines;
  private int number;
  private String[] words = {};
  private int at;

  public Words(String source) {
    lines = source.split("\n", -1);
  }

  /** The number of the line that is read, from 1. */
  public final int line() {
    return number;
  }

  /** Goes on to the next line that says something. */
  public final boolean advance() {
    while (number < lines.length) {
      String line = lines[number++].strip();
      if (takes(line)) continue;
      line = line.split(";", 2)[0].strip();
      words = line.split("\\s+");
      at = 0;
      if (!line.isEmpty()) return true;
    }
    return false;
  }

  /** Tells whether a line is not made of words and was read as a whole. */
  protected boolean takes(String line) {
    return false;
  }

  /** Tells whether all words of the line were read. */
  public final boolean atEnd() {
    return at == words.length;
  }

  /** The word that {@link #next} returns. */
  public final String ahead() {
    return words[at];
  }

  public final String next() {
    return words[at++];
  }

  public final int integer() {
    return Integer.parseInt(next());
  }

  public final int[] integers(int count) {
    int[] list = new int[count];
    Arrays.setAll(list, _ -> integer());
    return list;
  }

  /** The integers up to the line's end. */
  public final int[] rest() {
    return integers(words.length - at);
  }

  public final void expect(String... expected) {
    for (String word : expected) if (!next().equals(word)) throw new IllegalArgumentException();
  }

  public final int labelled(String label) {
    expect(label);
    return integer();
  }

  /** Goes on to the line that begins with a label. */
  public final void advanceTo(String label) {
    if (!advance()) throw new IllegalArgumentException();
    expect(label);
  }

  public final <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, next().toUpperCase(Locale.ROOT));
  }
}
