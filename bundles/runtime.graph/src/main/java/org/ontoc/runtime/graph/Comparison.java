// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lexical and the value rules of literals: XML Schema 1.1 datatypes, and SPARQL's {@code <},
 * {@code =} and {@code >} (SPARQL 1.1 section 17.3), extended to dates, times and durations by
 * XPath's functions and operators. White space is never trimmed: RDF has only the lexical mapping.
 */
final class Comparison {
  /** The values have no order, or a lexical form is ill-typed. */
  static final int NONE = 2;

  private Comparison() {}

  /** Whether a lexical form is in the lexical space, and its value in the value space. */
  static boolean isValid(Datatype type, byte[] text, int from, int to) {
    if (type == Datatype.OTHER) return true;
    return switch (type.family) {
      case BOOLEAN -> isBoolean(text, from, to);
      case NUMBER ->
          type.isBinary() ? isFloat(text, from, to) : Digits.parse(type, text, from, to) != null;
      case MOMENT -> Moment.parse(type, text, from, to) != null;
      case DURATION -> Span.parse(type, text, from, to) != null;
      // a language-tagged literal is always well typed: one that claims rdf:langString is not
      case STRING, NONE -> Texts.isValid(type, text, from, to);
    };
  }

  private static boolean is(byte[] text, int from, int to, String word) {
    if (to - from != word.length()) return false;
    for (int i = 0; i < word.length(); i++) if (text[from + i] != word.charAt(i)) return false;
    return true;
  }

  private static boolean isBoolean(byte[] text, int from, int to) {
    return is(text, from, to, "true")
        || is(text, from, to, "false")
        || is(text, from, to, "1")
        || is(text, from, to, "0");
  }

  private static int unsigned(byte[] text, int from, int to) {
    return from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
  }

  /** NaN, [+-]?INF, or a decimal number with an exponent. */
  private static boolean isFloat(byte[] text, int from, int to) {
    if (is(text, from, to, "NaN") || is(text, unsigned(text, from, to), to, "INF")) return true;
    int mark = from;
    while (mark < to && text[mark] != 'e' && text[mark] != 'E') mark++;
    if (Digits.parse(Datatype.DECIMAL, text, from, mark) == null) return false;
    if (mark == to) return true;
    int digits = unsigned(text, mark + 1, to);
    return digits < to && Digits.end(text, digits, to) == to;
  }

  /** The value of a valid lexical form, rounded as the type's; Java rounds to nearest, too. */
  private static double toDouble(Datatype type, byte[] text, int from, int to) {
    if (is(text, unsigned(text, from, to), to, "INF"))
      return text[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    String number = new String(text, from, to - from, StandardCharsets.US_ASCII);
    return type == Datatype.FLOAT ? Float.parseFloat(number) : Double.parseDouble(number);
  }

  /** -1, 0, 1 or {@link #NONE}. */
  static int compare(
      Datatype aType, byte[] a, int aFrom, int aTo, Datatype bType, byte[] b, int bFrom, int bTo) {
    if (aType.family != bType.family) return NONE;
    return switch (aType.family) {
      case NUMBER -> numbers(aType, a, aFrom, aTo, bType, b, bFrom, bTo);
      case MOMENT -> moments(aType, a, aFrom, aTo, bType, b, bFrom, bTo);
      case DURATION -> spans(aType, a, aFrom, aTo, bType, b, bFrom, bTo);
      case STRING, BOOLEAN -> texts(aType, a, aFrom, aTo, bType, b, bFrom, bTo);
      case NONE -> NONE;
    };
  }

  private static int numbers(
      Datatype aType, byte[] a, int aFrom, int aTo, Datatype bType, byte[] b, int bFrom, int bTo) {
    if (aType.isBinary() || bType.isBinary()) {
      if (!isValid(aType, a, aFrom, aTo) || !isValid(bType, b, bFrom, bTo)) return NONE;
      // a decimal is promoted to the other's type
      double left = toDouble(aType.isBinary() ? aType : bType, a, aFrom, aTo);
      double right = toDouble(bType.isBinary() ? bType : aType, b, bFrom, bTo);
      return left < right ? -1 : left > right ? 1 : left == right ? 0 : NONE;
    }
    Digits left = Digits.parse(aType, a, aFrom, aTo);
    Digits right = Digits.parse(bType, b, bFrom, bTo);
    return left == null || right == null ? NONE : Digits.compare(left, right);
  }

  private static Datatype stamped(Datatype type) {
    return type == Datatype.DATE_TIME_STAMP ? Datatype.DATE_TIME : type;
  }

  private static int moments(
      Datatype aType, byte[] a, int aFrom, int aTo, Datatype bType, byte[] b, int bFrom, int bTo) {
    if (stamped(aType) != stamped(bType)) return NONE;
    Moment left = Moment.parse(aType, a, aFrom, aTo);
    Moment right = Moment.parse(bType, b, bFrom, bTo);
    return left == null || right == null ? NONE : Moment.compare(left, right);
  }

  private static int spans(
      Datatype aType, byte[] a, int aFrom, int aTo, Datatype bType, byte[] b, int bFrom, int bTo) {
    Span left = Span.parse(aType, a, aFrom, aTo);
    Span right = Span.parse(bType, b, bFrom, bTo);
    return left == null || right == null ? NONE : Span.compare(left, right);
  }

  private static boolean isTrue(byte[] text, int from) {
    return text[from] == 't' || text[from] == '1';
  }

  private static int texts(
      Datatype aType, byte[] a, int aFrom, int aTo, Datatype bType, byte[] b, int bFrom, int bTo) {
    if (!isValid(aType, a, aFrom, aTo) || !isValid(bType, b, bFrom, bTo)) return NONE;
    if (aType == Datatype.BOOLEAN) return Boolean.compare(isTrue(a, aFrom), isTrue(b, bFrom));
    // UTF-8 bytes order like the code points that they encode
    return Integer.signum(Arrays.compareUnsigned(a, aFrom, aTo, b, bFrom, bTo));
  }

  /** RFC 4647 basic filtering as SPARQL's langMatches, without regard to ASCII case. */
  static boolean languageMatches(byte[] tag, int from, int to, byte[] range) {
    int length = range.length;
    if (length == 1 && range[0] == '*') return to > from;
    if (length == 0 || to - from < length) return false;
    for (int i = 0; i < length; i++) {
      if (lower(tag[from + i]) != lower(range[i])) return false;
    }
    return to - from == length || tag[from + length] == '-';
  }

  static byte lower(byte c) {
    return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
  }
}
