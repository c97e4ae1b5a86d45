// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The datatypes that have rules of their own: XML Schema's and rdf:langString. */
enum Datatype {
  /** Every lexical form is accepted, nothing compares. */
  OTHER(""),
  STRING("string"),
  LANG_STRING(""),
  BOOLEAN("boolean"),
  DECIMAL("decimal"),
  INTEGER("integer"),
  LONG("long", "-9223372036854775808", "9223372036854775807"),
  INT("int", "-2147483648", "2147483647"),
  SHORT("short", "-32768", "32767"),
  BYTE("byte", "-128", "127"),
  NON_NEGATIVE_INTEGER("nonNegativeInteger", "0", ""),
  POSITIVE_INTEGER("positiveInteger", "1", ""),
  NON_POSITIVE_INTEGER("nonPositiveInteger", "", "0"),
  NEGATIVE_INTEGER("negativeInteger", "", "-1"),
  UNSIGNED_LONG("unsignedLong", "0", "18446744073709551615"),
  UNSIGNED_INT("unsignedInt", "0", "4294967295"),
  UNSIGNED_SHORT("unsignedShort", "0", "65535"),
  UNSIGNED_BYTE("unsignedByte", "0", "255"),
  FLOAT("float"),
  DOUBLE("double"),
  DATE_TIME("dateTime"),
  DATE_TIME_STAMP("dateTimeStamp"),
  DATE("date"),
  TIME("time"),
  G_YEAR("gYear"),
  G_YEAR_MONTH("gYearMonth"),
  G_MONTH("gMonth"),
  G_MONTH_DAY("gMonthDay"),
  G_DAY("gDay"),
  DURATION("duration"),
  YEAR_MONTH_DURATION("yearMonthDuration"),
  DAY_TIME_DURATION("dayTimeDuration"),
  HEX_BINARY("hexBinary"),
  BASE64_BINARY("base64Binary"),
  ANY_URI("anyURI"),
  NORMALIZED_STRING("normalizedString"),
  TOKEN("token"),
  LANGUAGE("language"),
  NAME("Name"),
  NCNAME("NCName"),
  NMTOKEN("NMTOKEN"),
  QNAME("QName");

  /** Types whose values compare with each other. */
  enum Family {
    NONE,
    STRING,
    BOOLEAN,
    NUMBER,
    MOMENT,
    DURATION
  }

  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

  private static final Datatype[] ALL = values();
  private static final Map<String, Datatype> BY_IRI = byIri();

  private final String local;
  final Family family;

  /** The bounds of an integer type's values; empty: unbounded. */
  final byte[] minimum;

  final byte[] maximum;

  Datatype(String local) {
    this(local, "", "");
  }

  Datatype(String local, String minimum, String maximum) {
    this.local = local;
    this.minimum = minimum.getBytes(StandardCharsets.US_ASCII);
    this.maximum = maximum.getBytes(StandardCharsets.US_ASCII);
    this.family = family(local);
  }

  /**
   * SPARQL's operators are those of XPath, whose operands may be of a derived type (XPath 2.0,
   * section 2.5.4). anyURI, binary and QName literals have no {@code <} in SPARQL 1.1 (section
   * 17.3), nor have language-tagged ones.
   */
  private static Family family(String local) {
    return switch (local) {
      case "", "hexBinary", "base64Binary", "anyURI", "QName" -> Family.NONE;
      case "string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN" ->
          Family.STRING;
      case "boolean" -> Family.BOOLEAN;
      case "dateTime",
          "dateTimeStamp",
          "date",
          "time",
          "gYear",
          "gYearMonth",
          "gMonth",
          "gMonthDay",
          "gDay" ->
          Family.MOMENT;
      case "duration", "yearMonthDuration", "dayTimeDuration" -> Family.DURATION;
      default -> Family.NUMBER;
    };
  }

  private static Map<String, Datatype> byIri() {
    Map<String, Datatype> map = new HashMap<>();
    for (Datatype type : ALL) if (!type.local.isEmpty()) map.put(XSD + type.local, type);
    map.put(RDF_LANG_STRING, LANG_STRING);
    return map;
  }

  static Datatype of(byte[] iri, int from, int to) {
    if (to - from > 64) return OTHER;
    String text = new String(iri, from, to - from, StandardCharsets.UTF_8);
    return BY_IRI.getOrDefault(text, OTHER);
  }

  static Datatype of(int ordinal) {
    return ALL[ordinal];
  }

  boolean isBinary() {
    return this == FLOAT || this == DOUBLE;
  }
}
