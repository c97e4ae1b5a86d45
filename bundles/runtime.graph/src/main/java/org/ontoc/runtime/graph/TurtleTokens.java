// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import static org.ontoc.runtime.graph.Characters.is;

/**
 * The tokens of RDF 1.1 Turtle. A scanner starts at p and returns the token's end or its fault. The
 * 0 at the window's end stops the loops that do not compare with it.
 */
final class TurtleTokens {
  private static final String NO_WORD = "this word is neither a prefixed name nor a keyword";

  final Scan scan = new Scan();
  private byte[] data = TermView.NONE;
  private int start;
  private int end;
  private Token token = new Token();

  /** Scans the token that starts at p, where there is one. */
  int scan(byte[] text, int p, int stop, Token into) {
    data = text;
    start = p;
    end = stop;
    token = into;
    scan.clear();
    byte c = data[p];
    if (is(c, Characters.ALPHA) || c == ':') return name();
    if (is(c, Characters.DIGIT)) return number();
    return switch (c) {
      case '<' -> iri();
      case '"', '\'' -> string();
      case '_' -> label();
      case '@' -> at();
      case '^' -> carets();
      case '+', '-' -> number();
      case '.' -> dot();
      case ';' -> mark(Token.Kind.SEMICOLON);
      case ',' -> mark(Token.Kind.COMMA);
      case '[' -> mark(Token.Kind.OPEN_BRACKET);
      case ']' -> mark(Token.Kind.CLOSE_BRACKET);
      case '(' -> mark(Token.Kind.OPEN_LIST);
      case ')' -> mark(Token.Kind.CLOSE_LIST);
      default -> c < 0 ? wideName() : scan.fail(p, "no term starts with this character");
    };
  }

  private int mark(Token.Kind kind) {
    return token.set(kind, start, start + 1);
  }

  private int dot() {
    if (start + 1 == end) scan.cut = true;
    return is(data[start + 1], Characters.DIGIT) ? number() : mark(Token.Kind.DOT);
  }

  private int iri() {
    int stop = scan.iri(data, start + 1, end);
    token.set(Token.Kind.IRI, start + 1, stop);
    return scan.problem == null ? stop + 1 : stop;
  }

  private int string() {
    int quotes = 1;
    byte quote = data[start];
    if (end - start >= 2 && data[start + 1] == quote) {
      if (end - start < 3) scan.cut = true;
      if (end - start < 3 || data[start + 2] != quote)
        return token.set(Token.Kind.STRING, start + 1, start + 1) + 1;
      quotes = 3;
    }
    int stop = scan.string(data, start + quotes, end, quote, quotes == 3);
    token.set(Token.Kind.STRING, start + quotes, stop);
    return scan.problem == null ? stop + quotes : stop;
  }

  private int label() {
    if (start + 1 == end) scan.cut = true;
    if (start + 1 == end || data[start + 1] != ':')
      return scan.fail(start, "a blank node starts with '_:'");
    return token.set(Token.Kind.LABEL, start + 2, scan.label(data, start + 2, end));
  }

  private int at() {
    return token.set(Token.Kind.AT, start + 1, scan.language(data, start + 1, end));
  }

  private int carets() {
    if (start + 1 == end) scan.cut = true;
    if (data[start + 1] != '^') return scan.fail(start, "a datatype is written behind '^^'");
    return token.set(Token.Kind.CARETS, start, start + 2);
  }

  private int digits(int p) {
    while (is(data[p], Characters.DIGIT)) p++;
    return p;
  }

  /** A '.' that no digit or exponent follows is not the number's but the statement's. */
  private int number() {
    int first = start + (data[start] == '+' || data[start] == '-' ? 1 : 0);
    int whole = digits(first);
    int fraction = data[whole] == '.' ? digits(whole + 1) : whole;
    boolean some = whole > first || fraction > whole + 1;
    int looked = fraction;
    int stop = fraction;
    if (some && (data[fraction] | 0x20) == 'e') {
      int exponent = fraction + 1;
      if (data[exponent] == '+' || data[exponent] == '-') exponent++;
      looked = digits(exponent);
      if (looked > exponent) stop = looked;
    }
    if (looked == end) scan.cut = true;
    if (!some) return scan.fail(start, "a number needs a digit");
    if (stop > fraction) return token.set(Token.Kind.DOUBLE, start, stop);
    if (fraction > whole + 1) return token.set(Token.Kind.DECIMAL, start, fraction);
    return token.set(Token.Kind.INTEGER, start, whole);
  }

  private boolean isWord(int length, String word, boolean anyCase) {
    if (word.length() != length) return false;
    for (int i = 0; i < length; i++) {
      int c = data[start + i];
      if ((anyCase ? c | 0x20 : c) != word.charAt(i)) return false;
    }
    return true;
  }

  /** A name that no ':' follows, up to its first dot. */
  private int word() {
    int stop = start;
    while (is(data[stop], Characters.NAME)) stop++;
    int length = stop - start;
    if (data[stop] >= 0) {
      if (isWord(length, "a", false)) return token.set(Token.Kind.A, start, stop);
      if (isWord(length, "true", false) || isWord(length, "false", false))
        return token.set(Token.Kind.BOOLEAN, start, stop);
      if (isWord(length, "prefix", true)) return token.set(Token.Kind.PREFIX, start, stop);
      if (isWord(length, "base", true)) return token.set(Token.Kind.BASE, start, stop);
    }
    return scan.fail(start, NO_WORD);
  }

  /** A prefixed name or a keyword, at a character that a prefix may start with, or at ':'. */
  private int name() {
    int p = start;
    while (is(data[p], Characters.NAME)) p++;
    if (data[p] != ':') {
      p = scan.name(data, p, end);
      if (scan.problem != null) return p;
      if (p == end || data[p] != ':' || data[p - 1] == '.') return word();
    }
    token.set(Token.Kind.NAME, start, p);
    int local = p + 1;
    p = local;
    while (is(data[p], Characters.NAME) && (data[p] != '-' || p > local)) p++;
    byte c = data[p];
    if (p == end) scan.cut = true;
    else if (c == '.' || c == ':' || c == '%' || c == '\\' || c < 0)
      p = scan.local(data, local, end);
    token.localFrom = local;
    token.localTo = p;
    return p;
  }

  private int wideName() {
    int code = Characters.decode(data, start, end);
    scan.cut = code == Characters.CUT;
    if (code < 0) return scan.fail(start, Characters.BAD_UTF8);
    if (!Characters.isNameBase(code)) return scan.fail(start, "no term starts with this character");
    return name();
  }
}
