// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.plan.Automaton.Op;
import org.ontoc.planner.regex.PatternException.Kind;

/**
 * Recursive descent over the grammar of XML Schema Part 2 appendix G as F&O 3.1 section 5.6.1
 * extends it: anchors, reluctant quantifiers, groups that do not capture, back-references
 * (refused). The depth of nesting is limited, so that no pattern overflows the stack.
 */
final class PatternParser {
  private static final int DEEPEST = 250;

  /** No pattern can need more repetitions: each takes at least one instruction. */
  private static final int MOST_REPETITIONS = 1_000_000_000;

  private static final CodePoints NOT_LINE_END = CodePoints.of('\n', '\r').not();

  private final Scanner in;
  private final Flags flags;
  private final ClassParser classes;
  private int depth;

  private PatternParser(Scanner in, Flags flags, List<String> warnings) {
    this.in = in;
    this.flags = flags;
    this.classes = new ClassParser(in, flags.ignoreCase(), warnings);
  }

  /**
   * The expression's syntax; adds to the warnings where it is read more generously than defined.
   */
  static Syntax parse(String pattern, Flags flags, List<String> warnings) throws PatternException {
    if (flags.quote()) return quoted(pattern, flags);
    PatternParser parser =
        new PatternParser(Scanner.of(pattern, flags.ignoreSpace()), flags, warnings);
    Syntax syntax = parser.choice();
    if (parser.in.peek() == ')') throw parser.fault("the parenthesis has no opening one");
    return syntax;
  }

  private static Syntax quoted(String pattern, Flags flags) {
    return new Syntax.Sequence(
        pattern.codePoints().mapToObj(c -> characters(CodePoints.of(c), flags)).toList());
  }

  private static Syntax characters(CodePoints set, Flags flags) {
    return new Syntax.Characters(flags.ignoreCase() ? CaseVariants.close(set) : set);
  }

  private Syntax choice() throws PatternException {
    List<Syntax> branches = new ArrayList<>();
    do {
      branches.add(branch());
    } while (in.skip('|'));
    return branches.size() == 1 ? branches.getFirst() : new Syntax.Choice(branches);
  }

  private Syntax branch() throws PatternException {
    List<Syntax> pieces = new ArrayList<>();
    while (in.peek() != Scanner.END && in.peek() != '|' && in.peek() != ')') {
      pieces.add(quantified(atom()));
    }
    return pieces.size() == 1 ? pieces.getFirst() : new Syntax.Sequence(pieces);
  }

  private Syntax quantified(Syntax atom) throws PatternException {
    Syntax piece =
        switch (in.peek()) {
          case '?' -> repeat(atom, 0, 1);
          case '*' -> repeat(atom, 0, Syntax.Repeat.UNBOUNDED);
          case '+' -> repeat(atom, 1, Syntax.Repeat.UNBOUNDED);
          case '{' -> counted(atom);
          default -> null;
        };
    if (piece == null) return atom;
    // Reluctance changes which match is found, not whether there is one.
    in.skip('?');
    if (isQuantifier(in.peek())) throw fault("a quantifier cannot follow a quantifier");
    return piece;
  }

  private static boolean isQuantifier(int c) {
    return c == '?' || c == '*' || c == '+' || c == '{';
  }

  private Syntax repeat(Syntax atom, int min, int max) {
    in.next();
    return new Syntax.Repeat(atom, min, max);
  }

  private Syntax counted(Syntax atom) throws PatternException {
    int position = in.position();
    in.next();
    int min = number();
    int max = min;
    if (in.skip(',')) max = in.peek() == '}' ? Syntax.Repeat.UNBOUNDED : number();
    if (!in.skip('}')) throw fault("a quantifier must be {n}, {n,} or {n,m}");
    if (min > max) {
      throw PatternException.at(
          position, Kind.SYNTAX, "the quantifier's minimum is above its maximum");
    }
    return new Syntax.Repeat(atom, min, max);
  }

  private int number() throws PatternException {
    if (!isDigit(in.peek())) throw fault("a quantifier must be {n}, {n,} or {n,m}");
    long value = 0;
    while (isDigit(in.peek())) value = Math.min(value * 10 + in.next() - '0', MOST_REPETITIONS);
    return (int) value;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private Syntax atom() throws PatternException {
    int c = in.peek();
    return switch (c) {
      case '(' -> group();
      case '[' -> new Syntax.Characters(classes.expression());
      case '\\' -> new Syntax.Characters(classes.escape());
      case '.' -> consumed(new Syntax.Characters(flags.dotAll() ? CodePoints.ALL : NOT_LINE_END));
      case '^' ->
          consumed(new Syntax.Anchor(flags.multiLine() ? Op.ASSERT_LINE_BEGIN : Op.ASSERT_BEGIN));
      case '$' ->
          consumed(new Syntax.Anchor(flags.multiLine() ? Op.ASSERT_LINE_END : Op.ASSERT_END));
      case '?', '*', '+', '{' -> throw fault("the quantifier has nothing to repeat");
      case '}', ']' -> {
        classes.warn("\"" + (char) c + "\" should be written \"\\" + (char) c + "\"");
        yield consumed(characters(CodePoints.of(c), flags));
      }
      default -> consumed(characters(CodePoints.of(c), flags));
    };
  }

  private Syntax consumed(Syntax syntax) {
    in.next();
    return syntax;
  }

  private Syntax group() throws PatternException {
    int position = in.position();
    in.next();
    if (in.peek() == '?') {
      if (in.peek(1) != ':') {
        throw fault("only (?: may begin with (?, look-around and inline flags are not defined");
      }
      in.next();
      in.next();
    }
    if (++depth > DEEPEST) {
      throw PatternException.at(
          position, Kind.TOO_LARGE, "groups are nested deeper than " + DEEPEST);
    }
    Syntax body = choice();
    depth--;
    if (in.skip(')')) return body;
    throw PatternException.at(position, Kind.SYNTAX, "the parenthesis has no closing one");
  }

  private PatternException fault(String sentence) {
    return PatternException.at(in.position(), Kind.SYNTAX, sentence);
  }
}
