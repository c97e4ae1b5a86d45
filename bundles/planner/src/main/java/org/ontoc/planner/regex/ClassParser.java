// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.planner.regex.PatternException.Kind;

/** Parses character class expressions and escapes. */
final class ClassParser {
  private static final int DEEPEST = 250;
  private static final String ESCAPABLE = "\\|.?*+(){}-[]^$";

  private final Scanner in;
  private final boolean ignoreCase;
  private final List<String> warnings;
  private int depth;

  ClassParser(Scanner in, boolean ignoreCase, List<String> warnings) {
    this.in = in;
    this.ignoreCase = ignoreCase;
    this.warnings = warnings;
  }

  /** Says once for each position where a pattern is read as other engines read it. */
  void warn(String what) {
    warnings.add(what + " in an XPath regular expression, see character " + (in.position() + 1));
  }

  /** An escape outside of a class, whose single characters have case-variants. */
  CodePoints escape() throws PatternException {
    if (isSingle(in.peek(1))) return variants(CodePoints.of(single()));
    return multiple();
  }

  /** {@code [...]}, at its bracket. */
  CodePoints expression() throws PatternException {
    int position = in.position();
    in.next();
    if (++depth > DEEPEST) {
      throw PatternException.at(
          position, Kind.TOO_LARGE, "character classes are nested deeper than " + DEEPEST);
    }
    boolean negated = in.skip('^');
    List<CodePoints.Range> ranges = new ArrayList<>();
    List<CodePoints.Range> escapes = new ArrayList<>();
    while (in.peek() != ']' && !atSubtraction(ranges, escapes)) part(position, ranges, escapes);
    if (ranges.isEmpty() && escapes.isEmpty()) throw fault("a character class cannot be empty");
    CodePoints set = variants(CodePoints.of(ranges)).or(CodePoints.of(escapes));
    if (negated) set = set.not();
    if (in.skip('-')) set = set.minus(expression());
    if (!in.skip(']')) throw fault("a subtraction must be the last part of a character class");
    depth--;
    return set;
  }

  private boolean atSubtraction(List<CodePoints.Range> ranges, List<CodePoints.Range> escapes) {
    return in.peek() == '-' && in.peek(1) == '[' && !(ranges.isEmpty() && escapes.isEmpty());
  }

  /** A character, a range or an escape for a set. */
  private void part(int open, List<CodePoints.Range> ranges, List<CodePoints.Range> escapes)
      throws PatternException {
    if (in.peek() == '\\' && !isSingle(in.peek(1))) {
      escapes.addAll(multiple().ranges());
      return;
    }
    int position = in.position();
    int first = single(open);
    // A hyphen before the end or before a subtraction stands for itself.
    boolean range = in.peek() == '-' && in.peek(1) != ']' && in.peek(1) != '[';
    if (!range) {
      ranges.add(new CodePoints.Range(first, first));
      return;
    }
    in.next();
    int last = single(open);
    if (last < first) {
      throw PatternException.at(position, Kind.SYNTAX, "the range begins after its end");
    }
    ranges.add(new CodePoints.Range(first, last));
  }

  private int single(int open) throws PatternException {
    return switch (in.peek()) {
      case Scanner.END ->
          throw PatternException.at(open, Kind.SYNTAX, "the bracket has no closing one");
      case '[' -> throw fault("\"[\" must be written \"\\[\" in a character class");
      case '\\' -> {
        if (!isSingle(in.peek(1))) throw fault("a range must end in a single character");
        yield single();
      }
      default -> in.next();
    };
  }

  /** Whether the character after a backslash makes an escape for one character. */
  private static boolean isSingle(int c) {
    if (c == 'n' || c == 'r' || c == 't') return true;
    boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
    return c != Scanner.END && !letterOrDigit;
  }

  private int single() {
    int escaped = in.peek(1);
    if (escaped >= 128 || !(ESCAPABLE + "nrt").contains(Character.toString(escaped))) {
      String c = Character.toString(escaped);
      warn("\"\\" + c + "\" should be written \"" + c + "\"");
    }
    in.next();
    in.next();
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }

  private CodePoints multiple() throws PatternException {
    int position = in.position();
    in.next();
    int letter = in.next();
    return switch (letter) {
      case 's' -> CharacterClasses.SPACE;
      case 'S' -> CharacterClasses.SPACE.not();
      case 'i' -> CharacterClasses.NAME_START;
      case 'I' -> CharacterClasses.NAME_START.not();
      case 'c' -> CharacterClasses.NAME;
      case 'C' -> CharacterClasses.NAME.not();
      case 'd' -> CharacterClasses.digit();
      case 'D' -> CharacterClasses.digit().not();
      case 'w' -> CharacterClasses.word();
      case 'W' -> CharacterClasses.word().not();
      case 'p' -> property(position);
      case 'P' -> property(position).not();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          throw PatternException.at(
              position, Kind.UNSUPPORTED, "back-references are not supported, there is one");
      case Scanner.END ->
          throw PatternException.at(position, Kind.SYNTAX, "a backslash cannot be the last");
      default ->
          throw PatternException.at(
              position, Kind.SYNTAX, "\"\\" + Character.toString(letter) + "\" is not an escape");
    };
  }

  private CodePoints property(int position) throws PatternException {
    StringBuilder name = new StringBuilder();
    if (!in.skip('{')) {
      throw PatternException.at(position, Kind.SYNTAX, "a category must stand in braces");
    }
    while (in.peek() != '}' && in.peek() != Scanner.END) name.appendCodePoint(in.next());
    if (!in.skip('}')) {
      throw PatternException.at(position, Kind.SYNTAX, "the brace has no closing one");
    }
    return CharacterClasses.named(name.toString())
        .orElseThrow(
            () ->
                PatternException.at(
                    position,
                    Kind.SYNTAX,
                    "\"" + name + "\" is no category and no block of Unicode"));
  }

  private CodePoints variants(CodePoints set) {
    return ignoreCase ? CaseVariants.close(set) : set;
  }

  private PatternException fault(String sentence) {
    return PatternException.at(in.position(), Kind.SYNTAX, sentence);
  }
}
