// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

/** What is wrong with a regular expression; caught by the planner, which reports it. */
public final class PatternException extends Exception {
  private static final long serialVersionUID = 1;

  /** What kind of fault it is. */
  public enum Kind {
    /** Not in the grammar. */
    SYNTAX,
    /** In the grammar, but not a regular language. */
    UNSUPPORTED,
    /** A limit of the compiler. */
    TOO_LARGE,
    /** Not a flag. */
    FLAGS
  }

  private final Kind kind;
  private final String sentence;

  private PatternException(Kind kind, String sentence) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.sentence = sentence;
  }

  /**
   * A fault at a character of the pattern.
   *
   * @param position counted from 0 in code points
   */
  static PatternException at(int position, Kind kind, String sentence) {
    return new PatternException(kind, sentence + " at character " + (position + 1));
  }

  static PatternException of(Kind kind, String sentence) {
    return new PatternException(kind, sentence);
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence without a full stop. */
  public String sentence() {
    return sentence;
  }
}
