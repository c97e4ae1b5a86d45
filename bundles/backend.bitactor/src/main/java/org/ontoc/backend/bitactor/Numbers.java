// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.runtime.bitactor.FieldType;

/** The value spaces of datatypes, and the values of literals (XML Schema 1.1 part 2). */
final class Numbers {
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private static final BigInteger TWO_63 = BigInteger.ONE.shiftLeft(63);
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  /** Integer types with their bounds, empty for unbounded ones. */
  private static final Map<String, String[]> INTEGERS =
      Map.ofEntries(
          Map.entry("byte", new String[] {"-128", "127"}),
          Map.entry("short", new String[] {"-32768", "32767"}),
          Map.entry("int", new String[] {"-2147483648", "2147483647"}),
          Map.entry("long", new String[] {"-9223372036854775808", "9223372036854775807"}),
          Map.entry("unsignedByte", new String[] {"0", "255"}),
          Map.entry("unsignedShort", new String[] {"0", "65535"}),
          Map.entry("unsignedInt", new String[] {"0", "4294967295"}),
          Map.entry("unsignedLong", new String[] {"0", "18446744073709551615"}),
          Map.entry("integer", new String[] {"", ""}),
          Map.entry("nonNegativeInteger", new String[] {"0", ""}),
          Map.entry("positiveInteger", new String[] {"1", ""}),
          Map.entry("nonPositiveInteger", new String[] {"", "0"}),
          Map.entry("negativeInteger", new String[] {"", "-1"}));

  private Numbers() {}

  /** The local name of a datatype of XML Schema; empty for others. */
  static String local(Iri datatype) {
    return datatype.value().startsWith(XSD) ? datatype.value().substring(XSD.length()) : "";
  }

  static boolean isInteger(String name) {
    return INTEGERS.containsKey(name);
  }

  static Optional<BigInteger> lowest(String name) {
    return bound(name, 0);
  }

  static Optional<BigInteger> highest(String name) {
    return bound(name, 1);
  }

  private static Optional<BigInteger> bound(String name, int end) {
    String[] ends = INTEGERS.get(name);
    if (ends == null || ends[end].isEmpty()) return Optional.empty();
    return Optional.of(new BigInteger(ends[end]));
  }

  static BigInteger lowest(FieldType type) {
    return switch (type) {
      case BOOL, U8, U16, U32, U64, ENUM -> BigInteger.ZERO;
      case I8, I16, I32 -> BigInteger.ONE.shiftLeft(8 * type.width() - 1).negate();
      case I64, TIME, F32, F64, TEXT -> TWO_63.negate();
    };
  }

  static BigInteger highest(FieldType type) {
    return switch (type) {
      case BOOL -> BigInteger.ONE;
      case U8, U16, U32, ENUM ->
          BigInteger.ONE.shiftLeft(8 * type.width()).subtract(BigInteger.ONE);
      case U64 -> TWO_64.subtract(BigInteger.ONE);
      case I8, I16, I32 -> BigInteger.ONE.shiftLeft(8 * type.width() - 1).subtract(BigInteger.ONE);
      case I64, TIME, F32, F64, TEXT -> TWO_63.subtract(BigInteger.ONE);
    };
  }

  /** The exact value of an integer or a decimal; empty for others and for ill-formed ones. */
  static Optional<BigDecimal> exact(Literal literal) {
    String name = local(literal.datatype());
    String pattern = isInteger(name) ? "[+-]?[0-9]+" : "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)";
    if (!isInteger(name) && !name.equals("decimal")) return Optional.empty();
    if (!literal.lexical().matches(pattern)) return Optional.empty();
    return Optional.of(new BigDecimal(literal.lexical()));
  }

  /** 0 or 1. */
  static Optional<BigDecimal> truth(Literal literal) {
    if (!local(literal.datatype()).equals("boolean")) return Optional.empty();
    return switch (literal.lexical()) {
      case "true", "1" -> Optional.of(BigDecimal.ONE);
      case "false", "0" -> Optional.of(BigDecimal.ZERO);
      default -> Optional.empty();
    };
  }

  /** Nanoseconds since 1970 of a dateTime with a time zone. */
  static Optional<BigDecimal> nanoseconds(Literal literal) {
    String name = local(literal.datatype());
    if (!name.equals("dateTime") && !name.equals("dateTimeStamp")) return Optional.empty();
    try {
      OffsetDateTime time = OffsetDateTime.parse(literal.lexical());
      BigDecimal seconds = BigDecimal.valueOf(time.toEpochSecond());
      return Optional.of(seconds.movePointRight(9).add(BigDecimal.valueOf(time.getNano())));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /**
   * What a field of floating point is compared with: XPath promotes both to double when one is, and
   * else to float.
   */
  static Optional<Double> real(Literal literal, boolean single) {
    String name = local(literal.datatype());
    boolean binary = name.equals("double") || name.equals("float");
    if (!binary && exact(literal).isEmpty()) return Optional.empty();
    String text = literal.lexical().replaceFirst("^\\+", "").replaceFirst("INF$", "Infinity");
    if (!text.matches("NaN|-?Infinity|-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"))
      return Optional.empty();
    boolean narrow = name.equals("float") || single && !name.equals("double");
    return Optional.of(narrow ? (double) Float.parseFloat(text) : Double.parseDouble(text));
  }
}
