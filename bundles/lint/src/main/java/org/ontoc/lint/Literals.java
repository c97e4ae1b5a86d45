// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * What is certain about literals by themselves. Whatever is not certain (a time without its zone, a
 * lexical form that is not understood here) comes back empty.
 */
final class Literals {
  /** Values of different families are never comparable (SPARQL 1.1 section 17.3). */
  enum Family {
    NUMBER,
    STRING,
    BOOLEAN,
    DATE_TIME,
    DATE,
    DURATION,
    OTHER
  }

  private static final Set<String> BINARY = Set.of("float", "double");

  /** The least and the greatest value of integer datatypes; empty when there is none. */
  private static final Map<String, String> INTEGERS =
      Map.ofEntries(
          Map.entry("integer", " "),
          Map.entry("long", "-9223372036854775808 9223372036854775807"),
          Map.entry("int", "-2147483648 2147483647"),
          Map.entry("short", "-32768 32767"),
          Map.entry("byte", "-128 127"),
          Map.entry("nonNegativeInteger", "0 "),
          Map.entry("positiveInteger", "1 "),
          Map.entry("nonPositiveInteger", " 0"),
          Map.entry("negativeInteger", " -1"),
          Map.entry("unsignedLong", "0 18446744073709551615"),
          Map.entry("unsignedInt", "0 4294967295"),
          Map.entry("unsignedShort", "0 65535"),
          Map.entry("unsignedByte", "0 255"));

  private static final Map<String, Family> FAMILIES =
      Map.ofEntries(
          Map.entry("decimal", Family.NUMBER),
          Map.entry("float", Family.NUMBER),
          Map.entry("double", Family.NUMBER),
          Map.entry("string", Family.STRING),
          Map.entry("normalizedString", Family.STRING),
          Map.entry("token", Family.STRING),
          Map.entry("language", Family.STRING),
          Map.entry("Name", Family.STRING),
          Map.entry("NCName", Family.STRING),
          Map.entry("NMTOKEN", Family.STRING),
          Map.entry("boolean", Family.BOOLEAN),
          Map.entry("dateTime", Family.DATE_TIME),
          Map.entry("dateTimeStamp", Family.DATE_TIME),
          Map.entry("date", Family.DATE),
          Map.entry("duration", Family.DURATION),
          Map.entry("dayTimeDuration", Family.DURATION),
          Map.entry("yearMonthDuration", Family.DURATION));

  private Literals() {}

  private static String local(Iri datatype) {
    String iri = datatype.value();
    return iri.startsWith(Names.XSD) ? iri.substring(Names.XSD.length()) : "";
  }

  static boolean isInteger(Iri datatype) {
    return INTEGERS.containsKey(local(datatype));
  }

  /** A number whose datatype has exact values. */
  static boolean isExact(Iri datatype) {
    return isInteger(datatype) || local(datatype).equals("decimal");
  }

  static boolean isLanguageString(Iri datatype) {
    return datatype.value().equals(Names.RDF + "langString");
  }

  static Optional<BigInteger> least(Iri datatype) {
    return bound(INTEGERS.getOrDefault(local(datatype), " ").split(" ", -1)[0]);
  }

  static Optional<BigInteger> greatest(Iri datatype) {
    return bound(INTEGERS.getOrDefault(local(datatype), " ").split(" ", -1)[1]);
  }

  private static Optional<BigInteger> bound(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(new BigInteger(digits));
  }

  /** Empty for a datatype that is not known here. */
  static Optional<Family> family(Iri datatype) {
    String local = local(datatype);
    if (INTEGERS.containsKey(local)) return Optional.of(Family.NUMBER);
    if (isLanguageString(datatype)) return Optional.of(Family.OTHER);
    return Optional.ofNullable(FAMILIES.get(local));
  }

  /** Whether two literals of these datatypes are never comparable. */
  static boolean neverComparable(Iri first, Iri second) {
    Optional<Family> one = family(first);
    Optional<Family> other = family(second);
    if (one.isEmpty() || other.isEmpty()) return false;
    return one.get() == Family.OTHER || !one.equals(other);
  }

  /** Whether the lexical form is certainly outside of the datatype's lexical space. */
  static boolean isIllTyped(Literal literal) {
    String local = local(literal.datatype());
    String text = literal.lexical();
    if (INTEGERS.containsKey(local)) {
      if (!text.matches("[+-]?[0-9]+")) return true;
      if (text.length() > 1000) return false;
      BigInteger value = new BigInteger(text);
      return least(literal.datatype()).filter(it -> value.compareTo(it) < 0).isPresent()
          || greatest(literal.datatype()).filter(it -> value.compareTo(it) > 0).isPresent();
    }
    return switch (local) {
      case "decimal" -> !text.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
      case "boolean" -> !text.matches("true|false|0|1");
      case "float", "double" ->
          !text.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN");
      default -> false;
    };
  }

  /** Whether a literal is certainly one of its datatype. */
  static boolean isWellTyped(Literal literal) {
    String local = local(literal.datatype());
    boolean checked =
        INTEGERS.containsKey(local)
            || BINARY.contains(local)
            || local.equals("decimal")
            || local.equals("boolean");
    if (checked) return literal.lexical().length() <= 1000 && !isIllTyped(literal);
    return isLanguageString(literal.datatype())
        ? !literal.language().isEmpty()
        : local.equals("string") && literal.lexical().chars().allMatch(it -> it >= ' ');
  }

  /**
   * Whether a literal is certainly one of a string type; what is not one is comparable with
   * nothing.
   */
  private static boolean isWellTypedString(Literal literal) {
    if (!family(literal.datatype()).equals(Optional.of(Family.STRING))) return false;
    boolean plain = literal.lexical().chars().allMatch(it -> it >= ' ');
    return switch (local(literal.datatype())) {
      case "string", "normalizedString" -> plain;
      default -> literal.lexical().matches("[A-Za-z]{1,8}");
    };
  }

  /** The exact value of an integer or decimal that is well-typed and not absurdly long. */
  static Optional<BigDecimal> exact(Literal literal) {
    boolean usable =
        isExact(literal.datatype()) && literal.lexical().length() <= 1000 && !isIllTyped(literal);
    return usable ? Optional.of(new BigDecimal(literal.lexical())) : Optional.empty();
  }

  /** The value of a float or double; empty when it is neither, or not a number. */
  private static Optional<Double> binary(Literal literal) {
    String local = local(literal.datatype());
    if (!BINARY.contains(local) || isIllTyped(literal)) return Optional.empty();
    String text = literal.lexical().replace("+", "");
    double value =
        switch (text) {
          case "INF" -> Double.POSITIVE_INFINITY;
          case "-INF" -> Double.NEGATIVE_INFINITY;
          case "NaN" -> Double.NaN;
          default -> local.equals("float") ? Float.parseFloat(text) : Double.parseDouble(text);
        };
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }

  /** Whether the literal is comparable with nothing, not even with itself. */
  static boolean isIncomparable(Literal literal) {
    return isIllTyped(literal)
        || BINARY.contains(local(literal.datatype())) && literal.lexical().equals("NaN");
  }

  /**
   * The order of two bounds if it holds for all values between them: a number is compared as a
   * float when either side is one, so that bounds that differ by less than a float's precision are
   * not ordered for certain.
   */
  static OptionalInt compare(Literal first, Literal second) {
    Optional<BigDecimal> one = exact(first);
    Optional<BigDecimal> other = exact(second);
    if (one.isPresent() && other.isPresent()) {
      int order = one.get().compareTo(other.get());
      if (order == 0) return OptionalInt.of(0);
      int rounded = Float.compare(one.get().floatValue() + 0f, other.get().floatValue() + 0f);
      return rounded == 0 ? OptionalInt.empty() : OptionalInt.of(order);
    }
    Optional<Double> left = one.map(it -> (double) it.floatValue()).or(() -> binary(first));
    Optional<Double> right = other.map(it -> (double) it.floatValue()).or(() -> binary(second));
    if (left.isPresent() && right.isPresent())
      return binary(first, left.get(), right.get(), second);
    return isWellTypedString(first) && isWellTypedString(second)
        ? OptionalInt.of(codePoints(first.lexical(), second.lexical()))
        : Times.compare(first, second);
  }

  private static OptionalInt binary(Literal first, double left, double right, Literal second) {
    int order = Float.compare((float) left + 0f, (float) right + 0f);
    if (order != 0) return OptionalInt.of(order);
    boolean same = first.datatype().equals(second.datatype()) && left == right;
    return same ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private static int codePoints(String one, String other) {
    return java.util.Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  /** Equal terms are the same term: language tags are compared in lower case (RDF 1.1). */
  static Term normal(Term term) {
    return term instanceof Literal(String lexical, Iri datatype, String language)
        ? new Literal(lexical, datatype, language.toLowerCase(Locale.ROOT))
        : term;
  }

  /** SPARQL's str(), in code points; empty for a blank node. */
  static OptionalInt length(Term term) {
    return switch (term) {
      case Iri iri -> OptionalInt.of(codePoints(iri.value()));
      case Literal literal -> OptionalInt.of(codePoints(literal.lexical()));
      case BlankNode _ -> OptionalInt.empty();
    };
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /** SPARQL's langMatches. */
  static boolean matches(Literal literal, String range) {
    String tag = literal.language().toLowerCase(Locale.ROOT);
    String wanted = range.toLowerCase(Locale.ROOT);
    if (tag.isEmpty() || wanted.isEmpty()) return false;
    return wanted.equals("*") || tag.equals(wanted) || tag.startsWith(wanted + "-");
  }
}
