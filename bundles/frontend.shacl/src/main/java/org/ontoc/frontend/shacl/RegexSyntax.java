// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.Optional;

/**
 * The syntax of regular expressions in SPARQL's REGEX, which are those of XPath's fn:matches: XML
 * Schema's with anchors, reluctant quantifiers, non-capturing groups and back-references. An
 * escaped punctuation mark is let through even where the grammar lists it not, as all engines do.
 */
final class RegexSyntax {
  private static final String ESCAPES = "nrtsSiIcCdDwWpP";

  private final int[] regex;
  private final boolean comments;
  private int at;
  private int groups;
  private int closedGroups;

  private RegexSyntax(String regex, boolean comments) {
    this.regex = regex.codePoints().toArray();
    this.comments = comments;
  }

  /** What is wrong with an expression, and where in it; empty when nothing is. */
  static Optional<String> fault(String regex, String flags) {
    if (flags.contains("q")) return Optional.empty();
    RegexSyntax syntax = new RegexSyntax(regex, flags.contains("x"));
    try {
      syntax.check();
      return Optional.empty();
    } catch (Fault e) {
      return Optional.of(e.getMessage() + " at character " + (syntax.at + 1));
    }
  }

  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    Fault(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private int peek() {
    return at < regex.length ? regex[at] : -1;
  }

  /** One pass without recursion: an open group is only a number. */
  private void check() throws Fault {
    boolean atom = false;
    while (at < regex.length) {
      int c = peek();
      switch (c) {
        case '(' -> open();
        case ')' -> close();
        case '[' -> set();
        case '\\' -> escape(false);
        case '?', '*', '+', '{' -> quantifier(atom);
        case ']', '}' -> throw new Fault("unmatched " + Character.toString(c));
        default -> at++;
      }
      boolean blank = comments && c <= ' ';
      if (!blank) atom = "(|?*+{^$".indexOf(c) < 0;
    }
    if (groups > closedGroups) throw new Fault("missing )");
  }

  private void open() throws Fault {
    at++;
    if (peek() == '?') {
      at++;
      if (peek() != ':') throw new Fault("only (?: may start with (?");
      at++;
    }
    groups++;
  }

  private void close() throws Fault {
    if (++closedGroups > groups) throw new Fault("unmatched )");
    at++;
  }

  private void quantifier(boolean atom) throws Fault {
    if (!atom) throw new Fault("nothing to repeat");
    if (peek() == '{') range();
    else at++;
    if (peek() == '?') at++;
  }

  private void range() throws Fault {
    at++;
    long min = number();
    long max = min;
    if (peek() == ',') {
      at++;
      max = peek() == '}' ? Long.MAX_VALUE : number();
    }
    if (peek() != '}') throw new Fault("missing }");
    if (max < min) throw new Fault("the maximum is less than the minimum");
    at++;
  }

  private long number() throws Fault {
    int start = at;
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.min(1_000_000_000L, value * 10 + peek() - '0');
      at++;
    }
    if (at == start) throw new Fault("missing number");
    return value;
  }

  private void escape(boolean inSet) throws Fault {
    at++;
    int c = peek();
    if (c == -1) throw new Fault("nothing after \\");
    boolean letter = c < 128 && Character.isLetter(c);
    boolean digit = c >= '0' && c <= '9';
    if (letter && ESCAPES.indexOf(c) < 0)
      throw new Fault("unknown escape \\" + Character.toString(c));
    if (digit && (inSet || c == '0')) throw new Fault("unknown escape \\" + Character.toString(c));
    if (digit && c - '0' > closedGroups) throw new Fault("reference to a group that is not closed");
    at++;
    if (c == 'p' || c == 'P') category();
  }

  private void category() throws Fault {
    if (peek() != '{') throw new Fault("missing { after \\p");
    int start = ++at;
    while (peek() != '}') {
      boolean name = peek() < 128 && Character.isLetterOrDigit(peek()) || peek() == '-';
      if (peek() == -1 || !name) throw new Fault("no category of characters");
      at++;
    }
    if (at == start) throw new Fault("no category of characters");
    at++;
  }

  /** A character class, with subtractions as in [a-z-[aeiou]]. */
  private void set() throws Fault {
    int depth = 0;
    do {
      at++; // the [
      depth++;
      if (peek() == '^') at++;
      if (peek() == ']') throw new Fault("empty character class");
      while (peek() != ']' && !isSubtraction()) member();
      if (isSubtraction()) at++;
    } while (peek() == '[');
    for (; depth > 0; depth--) {
      if (peek() != ']') throw new Fault("missing ]");
      at++;
    }
  }

  private boolean isSubtraction() {
    return peek() == '-' && at + 1 < regex.length && regex[at + 1] == '[';
  }

  private void member() throws Fault {
    int low = literal();
    boolean range = peek() == '-' && at + 1 < regex.length && "[]".indexOf(regex[at + 1]) < 0;
    if (!range) return;
    at++;
    int high = literal();
    if (low >= 0 && high >= 0 && high < low) throw new Fault("the range is backwards");
  }

  /** Steps over a member; its code point, or -1 for a class of characters. */
  private int literal() throws Fault {
    int c = peek();
    if (c == -1) throw new Fault("missing ]");
    if (c == '[') throw new Fault("[ must be escaped");
    if (c != '\\') {
      at++;
      return c;
    }
    escape(true);
    int escaped = regex[at - 1];
    return Character.isLetter(escaped) || escaped == '}' ? -1 : escaped;
  }
}
