// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * SPARQL's {@code <} and {@code =} on literals (SPARQL 1.1, section 17.3), extended to all ordered
 * types of XML Schema.
 */
final class Comparison {
  private static final Set<String> STRINGS =
      Set.of("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN");

  private Comparison() {}

  /** Negative, zero or positive; empty when the terms cannot be compared. */
  static OptionalInt compare(Term left, Term right) {
    if (!(left instanceof Literal a && right instanceof Literal b)) return OptionalInt.empty();
    if (!Datatypes.isValid(a) || !Datatypes.isValid(b)) return OptionalInt.empty();
    String first = Datatypes.localName(a);
    String second = Datatypes.localName(b);
    if (isNumber(first) && isNumber(second)) return numbers(a, first, b, second);
    if (STRINGS.contains(first) && STRINGS.contains(second)) {
      return OptionalInt.of(codePoints(a.lexical(), b.lexical()));
    }
    if (first.equals("boolean") && second.equals("boolean")) {
      return OptionalInt.of(Boolean.compare(isTrue(a), isTrue(b)));
    }
    if (Duration.isDuration(first) && Duration.isDuration(second)) {
      Duration one = Duration.parse(first, a.lexical()).orElseThrow();
      return one.compare(Duration.parse(second, b.lexical()).orElseThrow());
    }
    return moments(a, Moment.type(first), b, Moment.type(second));
  }

  private static OptionalInt moments(
      Literal a, Optional<Moment.Type> first, Literal b, Optional<Moment.Type> second) {
    if (first.isEmpty() || second.isEmpty()) return OptionalInt.empty();
    if (base(first.get()) != base(second.get())) return OptionalInt.empty();
    Moment one = Moment.parse(first.get(), a.lexical()).orElseThrow();
    return one.compare(Moment.parse(second.get(), b.lexical()).orElseThrow());
  }

  private static Moment.Type base(Moment.Type type) {
    return type == Moment.Type.DATE_TIME_STAMP ? Moment.Type.DATE_TIME : type;
  }

  private static boolean isNumber(String name) {
    return isBinary(name) || name.equals("decimal") || Datatypes.isInteger(name);
  }

  private static boolean isBinary(String name) {
    return name.equals("float") || name.equals("double");
  }

  private static boolean isTrue(Literal literal) {
    return literal.lexical().equals("true") || literal.lexical().equals("1");
  }

  /** Numeric promotion of XPath 2.0, appendix B.1: to double, else to float, else exact. */
  private static OptionalInt numbers(Literal a, String first, Literal b, String second) {
    if (!isBinary(first) && !isBinary(second)) {
      return OptionalInt.of(new BigDecimal(a.lexical()).compareTo(new BigDecimal(b.lexical())));
    }
    boolean wide = first.equals("double") || second.equals("double");
    double one = binary(a.lexical(), first, wide);
    double two = binary(b.lexical(), second, wide);
    if (Double.isNaN(one) || Double.isNaN(two)) return OptionalInt.empty();
    // minus zero equals zero
    return OptionalInt.of(one < two ? -1 : one > two ? 1 : 0);
  }

  private static double binary(String text, String type, boolean wide) {
    String digits = text.startsWith("+") ? text.substring(1) : text;
    if (digits.equals("INF")) return Double.POSITIVE_INFINITY;
    if (digits.equals("-INF")) return Double.NEGATIVE_INFINITY;
    if (digits.equals("NaN")) return Double.NaN;
    boolean single = type.equals("float") || !wide;
    return single ? Float.parseFloat(digits) : Double.parseDouble(digits);
  }

  private static int codePoints(String a, String b) {
    int[] one = a.codePoints().toArray();
    int[] two = b.codePoints().toArray();
    return java.util.Arrays.compare(one, two);
  }
}
