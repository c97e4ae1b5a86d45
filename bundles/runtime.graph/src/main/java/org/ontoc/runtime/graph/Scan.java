// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import static org.ontoc.runtime.graph.Characters.is;

import org.jspecify.annotations.Nullable;

/**
 * The scanners of the tokens that N-Triples and Turtle have in common. They take the text after a
 * token's opening characters, return where the token (or its fault) ends, and read nothing at or
 * after the end.
 */
final class Scan {
  /** Why the token is not well formed, at the returned place. */
  @Nullable String problem;

  /** The end came before the token's end was certain: more text could change the answer. */
  boolean cut;

  /** There is a backslash in it. */
  boolean escapes;

  /** There is a byte from 0x80 on in it. */
  boolean wide;

  void clear() {
    problem = null;
    cut = false;
    escapes = false;
    wide = false;
  }

  int fail(int at, String why) {
    problem = why;
    return at;
  }

  private int cut(int end, String why) {
    cut = true;
    problem = why;
    return end;
  }

  /** The code point from 0x80 on at p; negative, with the problem set, when there is none. */
  private int wide(byte[] text, int p, int end) {
    int code = Characters.decode(text, p, end);
    wide = true;
    if (code == Characters.CUT) cut = true;
    if (code < 0) problem = Characters.BAD_UTF8;
    return code;
  }

  private int iriEscape(byte[] text, int p, int end) {
    escapes = true;
    if (p + 1 == end) return cut(end, "this IRI is not closed by '>'");
    if (text[p + 1] != 'u' && text[p + 1] != 'U')
      return fail(p, "an IRI may hold no escapes but \\u and \\U");
    int code = Characters.numericEscape(text, p, end);
    if (code == Characters.CUT) return cut(end, "this IRI is not closed by '>'");
    if (code < 0) return fail(p, "this escape does not stand for a Unicode character");
    if (code < 0x80 && !is(code, Characters.IRI))
      return fail(p, "this escape stands for a character that an IRI may not hold");
    return p + Characters.numericLength(text, p);
  }

  private static String iriFault(byte c) {
    return switch (c) {
      case ' ' -> "this IRI contains a space";
      case '\n', '\r' -> "this IRI is not closed by '>' on its line";
      case '<' -> "this IRI contains a '<', so the '>' of the one before may be missing";
      default -> "this IRI contains a character that an IRI may not hold";
    };
  }

  /** Returns the place of the closing {@code >}. */
  int iri(byte[] text, int p, int end) {
    while (true) {
      while (p < end && is(text[p], Characters.IRI)) p++;
      if (p == end) return cut(end, "this IRI is not closed by '>'");
      byte c = text[p];
      if (c == '>') return p;
      if (c == '\\') {
        p = iriEscape(text, p, end);
        if (problem != null) return p;
      } else if (c < 0) {
        int code = wide(text, p, end);
        if (code < 0) return p;
        p += Characters.length(code);
      } else {
        return fail(p, iriFault(c));
      }
    }
  }

  private int stringEscape(byte[] text, int p, int end) {
    escapes = true;
    if (p + 1 == end) return cut(end, "this literal is not closed by its quote");
    if (text[p + 1] == 'u' || text[p + 1] == 'U') {
      int code = Characters.numericEscape(text, p, end);
      if (code == Characters.CUT) return cut(end, "this literal is not closed by its quote");
      if (code < 0) return fail(p, "this escape does not stand for a Unicode character");
      return p + Characters.numericLength(text, p);
    }
    if (Characters.characterEscape(text[p + 1]) == 0)
      return fail(p, "this is not an escape of a literal");
    return p + 2;
  }

  /** Returns the place of the closing quote, of the first of three when it is a long string. */
  int string(byte[] text, int p, int end, byte quote, boolean isLong) {
    while (true) {
      while (p < end && is(text[p], Characters.STRING)) p++;
      if (p == end) return cut(end, "this literal is not closed by its quote");
      byte c = text[p];
      if (c == quote) {
        if (!isLong) return p;
        if (end - p < 3) return cut(end, "this literal is not closed by its quote");
        if (text[p + 1] == quote && text[p + 2] == quote) return p;
        p++;
      } else if (c == '\\') {
        p = stringEscape(text, p, end);
        if (problem != null) return p;
      } else if (c < 0) {
        int code = wide(text, p, end);
        if (code < 0) return p;
        p += Characters.length(code);
      } else if (!isLong && (c == '\n' || c == '\r')) {
        return fail(p, "this literal is not closed by its quote on its line");
      } else {
        p++;
      }
    }
  }

  /** (PN_CHARS | '.')*: dots at the end are not taken off. */
  int name(byte[] text, int p, int end) {
    while (true) {
      while (p < end && (text[p] == '.' || is(text[p], Characters.NAME))) p++;
      if (p == end) cut = true;
      if (p == end || text[p] >= 0) return p;
      int code = wide(text, p, end);
      if (code < 0 || !Characters.isName(code)) return p;
      p += Characters.length(code);
    }
  }

  /** The label of a blank node, after {@code _:}. */
  int label(byte[] text, int p, int end) {
    int code = Characters.decode(text, p, end);
    if (code == Characters.CUT) return cut(end, "a blank node needs a label after '_:'");
    if (code < 0) return fail(p, Characters.BAD_UTF8);
    if (!Characters.isNameStart(code))
      return fail(p, "the label of a blank node must start with a letter, a digit or '_'");
    int stop = name(text, p, end);
    while (problem == null && text[stop - 1] == '.') stop--;
    return stop;
  }

  /** Passes the escape of a local name ({@code %hh}, or a backslash and a character). */
  private int localEscape(byte[] text, int p, int end) {
    boolean percent = text[p] == '%';
    int length = percent ? 3 : 2;
    if (!percent) escapes = true;
    if (end - p < length) {
      cut = true;
      problem = "the escape in this name is not complete";
    } else if (percent
        ? !is(text[p + 1], Characters.HEX) || !is(text[p + 2], Characters.HEX)
        : !is(text[p + 1], Characters.LOCAL_ESCAPE)) {
      problem =
          percent
              ? "a '%' in a name must be followed by two hexadecimal digits"
              : "this character may not be escaped in a name";
    }
    return problem == null ? p + length : p;
  }

  /**
   * PN_LOCAL or nothing, after the ':' of a prefixed name. Whether a dot belongs to it shows what
   * follows.
   */
  int local(byte[] text, int start, int end) {
    int p = start;
    int stop = p;
    while (true) {
      while (p < end
          && (is(text[p], Characters.NAME) || text[p] == ':')
          && (p > start || text[p] != '-')) stop = ++p;
      if (p == end) {
        cut = true;
        return stop;
      }
      byte c = text[p];
      if (c == '.' && p > start) {
        p++;
      } else if (c == '%' || c == '\\') {
        p = localEscape(text, p, end);
        if (problem != null) return p;
        stop = p;
      } else if (c < 0) {
        int code = wide(text, p, end);
        if (code < 0) return p;
        if (p == start ? !Characters.isNameStart(code) : !Characters.isName(code)) return stop;
        p += Characters.length(code);
        stop = p;
      } else {
        return stop;
      }
    }
  }

  /** A language tag, after its {@code @}. */
  int language(byte[] text, int p, int end) {
    int classes = Characters.ALPHA;
    while (true) {
      int start = p;
      while (p < end && is(text[p], classes)) p++;
      if (p == end) cut = true;
      if (p == start) {
        return fail(
            p,
            classes == Characters.ALPHA
                ? "a language tag must start with a letter"
                : "a letter or digit must follow the '-' of a language tag");
      }
      if (p == end || text[p] != '-') return p;
      classes = Characters.ALPHA | Characters.DIGIT;
      p++;
    }
  }
}
