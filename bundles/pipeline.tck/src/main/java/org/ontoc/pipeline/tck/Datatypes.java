// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Literal;

/**
 * The lexical spaces of XML Schema's datatypes (XSD 1.1 part 2). White space is never trimmed: RDF
 * has only the lexical mapping (RDF 1.1 Concepts, section 5).
 */
final class Datatypes {
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

  /** Members of a character class: how an NCName begins (Namespaces in XML 1.0, section 3). */
  static final String NAME_START =
      "A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D"
          + "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
          + "\\x{10000}-\\x{EFFFF}";

  /** What an NCName consists of. */
  static final String NAME = NAME_START + "\\-.0-9\\xB7\\u0300-\\u036F\\u203F-\\u2040";

  private static final String NCNAME = "[" + NAME_START + "][" + NAME + "]*";
  private static final String NUMERAL = "(\\d+(\\.\\d*)?|\\.\\d+)";
  private static final String CHARS = "[^\\x00\\uFFFE\\uFFFF]*";
  private static final String B64 = "[A-Za-z0-9+/] ?";

  private static final Map<String, Pattern> PATTERNS =
      Map.ofEntries(
          entry("boolean", "true|false|1|0"),
          entry("decimal", "[+-]?" + NUMERAL),
          entry("float", "[+-]?" + NUMERAL + "([eE][+-]?\\d+)?|[+-]?INF|NaN"),
          entry("double", "[+-]?" + NUMERAL + "([eE][+-]?\\d+)?|[+-]?INF|NaN"),
          entry("string", CHARS),
          entry("anyURI", CHARS),
          entry("normalizedString", "[^\\x00\\uFFFE\\uFFFF\\t\\n\\r]*"),
          entry(
              "token", "([^\\x00\\uFFFE\\uFFFF\\t\\n\\r ]+( [^\\x00\\uFFFE\\uFFFF\\t\\n\\r ]+)*)?"),
          entry("language", "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
          entry("Name", "[:" + NAME_START + "][:" + NAME + "]*"),
          entry("NMTOKEN", "[:" + NAME + "]+"),
          entry("NCName", NCNAME),
          entry("QName", "(" + NCNAME + ":)?" + NCNAME),
          entry("hexBinary", "([0-9a-fA-F]{2})*"),
          entry(
              "base64Binary",
              "(("
                  + B64
                  + "){4})*(|("
                  + B64
                  + "){3}[A-Za-z0-9+/]|("
                  + B64
                  + "){2}[AEIMQUYcgkosw048] ?=|"
                  + B64
                  + "[AQgw] ?= ?=)"));

  private static final BigInteger ZERO = BigInteger.ZERO;
  private static final BigInteger ONE = BigInteger.ONE;

  private record Range(@Nullable BigInteger least, @Nullable BigInteger most) {}

  private static final Map<String, Range> INTEGERS =
      Map.ofEntries(
          Map.entry("integer", new Range(null, null)),
          Map.entry("long", signed(64)),
          Map.entry("int", signed(32)),
          Map.entry("short", signed(16)),
          Map.entry("byte", signed(8)),
          Map.entry("nonNegativeInteger", new Range(ZERO, null)),
          Map.entry("positiveInteger", new Range(ONE, null)),
          Map.entry("nonPositiveInteger", new Range(null, ZERO)),
          Map.entry("negativeInteger", new Range(null, ONE.negate())),
          Map.entry("unsignedLong", unsigned(64)),
          Map.entry("unsignedInt", unsigned(32)),
          Map.entry("unsignedShort", unsigned(16)),
          Map.entry("unsignedByte", unsigned(8)));

  private Datatypes() {}

  private static Map.Entry<String, Pattern> entry(String name, String regex) {
    return Map.entry(name, Pattern.compile(regex, Pattern.DOTALL));
  }

  private static Range signed(int bits) {
    BigInteger bound = ONE.shiftLeft(bits - 1);
    return new Range(bound.negate(), bound.subtract(ONE));
  }

  private static Range unsigned(int bits) {
    return new Range(ZERO, ONE.shiftLeft(bits).subtract(ONE));
  }

  /** The local name of an XML Schema datatype; empty for any other. */
  static String localName(Literal literal) {
    String iri = literal.datatype().value();
    return iri.startsWith(XSD) ? iri.substring(XSD.length()) : "";
  }

  static boolean isInteger(String name) {
    return INTEGERS.containsKey(name);
  }

  /** Whether the literal is not ill-typed; a datatype that is not known admits every text. */
  static boolean isValid(Literal literal) {
    if (literal.datatype().value().equals(LANG_STRING)) return !literal.language().isEmpty();
    String name = localName(literal);
    String text = literal.lexical();
    if (INTEGERS.containsKey(name)) return isInteger(text, INTEGERS.get(name));
    Pattern pattern = PATTERNS.get(name);
    if (pattern != null) return pattern.matcher(text).matches();
    Optional<Moment.Type> moment = Moment.type(name);
    if (moment.isPresent()) return Moment.parse(moment.get(), text).isPresent();
    if (Duration.isDuration(name)) return Duration.parse(name, text).isPresent();
    return true;
  }

  private static boolean isInteger(String text, @Nullable Range range) {
    if (!text.matches("[+-]?[0-9]+") || range == null) return false;
    BigInteger value = new BigInteger(text);
    boolean above = range.least() == null || value.compareTo(range.least()) >= 0;
    return above && (range.most() == null || value.compareTo(range.most()) <= 0);
  }
}
