// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.Vocabulary.ex;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/**
 * The few terms that a pair is made of, so that shapes and data collide: some literals of two or
 * three families, a handful of nodes, predicates and classes.
 */
final class Terms {
  /** Literals that are compared with each other, ill-typed ones included. */
  private static final List<List<Literal>> FAMILIES =
      List.of(
          literals("integer", "0 1 01 +1 -0 2 10 123456789012345678901234567890 1.0 abc"),
          literals(
              "decimal", "0.0 -0.0 1.0 1.50 1.5 2. .5 0.1000000000000000055511151231257827 1e0"),
          literals("double", "1.0E0 1e0 -0.0E0 0.0E0 NaN INF -INF 1.5e0 1e400 0.1 one"),
          literals("float", "1 1.5 NaN INF -0 16777217 0.1 x"),
          numbers(),
          literals("boolean", "true false 1 0 TRUE yes"),
          literals(
              "dateTime",
              "2020-01-01T00:00:00 2020-01-01T00:00:00Z 2019-12-31T24:00:00Z"
                  + " 2020-01-01T01:00:00+01:00 2020-01-01T00:00:00.000Z 2020-06-01T12:00:00"
                  + " 2020-02-30T00:00:00 2020-01-01T20:00:00 -0044-03-15T00:00:00Z"
                  + " 12020-01-01T00:00:00Z 0000-01-01T00:00:00Z 2020-01-01T00:00:00.0000000001Z"
                  + " 2020-01-01T14:00:00 2019-12-31T10:00:00 2020-01-01T00:00:00-14:00"
                  + " 2020-01-01T00:00:00+14:01 2020-01-01T00:00:60Z 2000-02-29T00:00:00"),
          dates(),
          literals("string", "a b ab abc A aé É 日本 😀 😀😀 \u0301e a.b 10 ß ſ K \uFFFD"),
          strings(),
          languages());

  private static final List<List<Literal>> SAME_LANGUAGE =
      List.of(languages("a@en b@en a@EN"), languages("a@fr-CA b@fr-ca a@fr"));

  /** The same literals by datatype. */
  private static final List<List<Literal>> OF_ONE_DATATYPE =
      List.copyOf(
          FAMILIES.stream()
              .flatMap(List::stream)
              .collect(
                  Collectors.groupingBy(
                      literal -> literal.datatype().value(), TreeMap::new, Collectors.toList()))
              .values());

  private static final List<Iri> DATATYPES =
      Stream.concat(
              Stream.of(
                      "string integer decimal double float boolean date dateTime time int byte"
                          + " unsignedInt nonNegativeInteger positiveInteger long short gYear"
                          + " duration dayTimeDuration anyURI token hexBinary base64Binary"
                          + " dateTimeStamp gYearMonth nonPositiveInteger negativeInteger"
                          + " unsignedLong unsignedShort unsignedByte yearMonthDuration gMonthDay"
                          + " gDay gMonth language Name NCName NMTOKEN normalizedString")
                  .flatMap(names -> Stream.of(names.split(" ")))
                  .map(Vocabulary::xsd),
              Stream.of(new Iri(Vocabulary.RDF + "langString"), ex("datatype")))
          .toList();

  final List<Iri> predicates = List.of(ex("p"), ex("q"), ex("r"));
  final List<Iri> classes = List.of(ex("C"), ex("D"), ex("E"));
  final List<Iri> nodes = List.of(ex("a"), ex("b"), ex("c"), ex("d"));
  final List<BlankNode> blanks = List.of(new BlankNode("d0"), new BlankNode("d1"));
  final List<Literal> literals;
  private final double share;

  Terms(Draw draw) {
    List<Literal> drawn = new ArrayList<>();
    // among literals of all families, a rare datatype's values hardly ever all conform
    boolean pure = draw.chance(0.4);
    share = pure ? 0.8 : 0.55;
    for (int i = pure ? 1 : draw.between(1, 3); i > 0; i--)
      add(draw, pure ? draw.from(OF_ONE_DATATYPE) : draw.from(FAMILIES), drawn);
    // two values of one language are what sh:uniqueLang is about
    if (draw.chance(0.35)) drawn.addAll(draw.from(SAME_LANGUAGE));
    literals = List.copyOf(drawn);
  }

  private static void add(Draw draw, List<Literal> family, List<Literal> drawn) {
    for (int j = draw.between(2, 5); j > 0; j--) drawn.add(draw.from(family));
  }

  /** A predicate that shapes look at; seldom rdf:type. */
  Iri predicate(Draw draw) {
    return draw.chance(0.05) ? Vocabulary.TYPE : draw.from(predicates);
  }

  /** A node of the data; seldom a class. */
  Term node(Draw draw) {
    if (draw.chance(0.25)) return draw.from(blanks);
    return draw.chance(0.05) ? draw.from(classes) : draw.from(nodes);
  }

  /** A term that shapes can name. */
  Term constant(Draw draw) {
    return draw.chance(0.5) ? draw.from(literals) : draw.from(nodes);
  }

  Term value(Draw draw) {
    return draw.chance(share) ? draw.from(literals) : node(draw);
  }

  /** Mostly one of a literal at hand. */
  Iri datatype(Draw draw) {
    return draw.chance(0.8) ? draw.from(literals).datatype() : draw.from(DATATYPES);
  }

  private static List<Literal> literals(String datatype, String lexicals) {
    return Stream.of(lexicals.split(" ")).map(text -> Literal.xsd(text, datatype)).toList();
  }

  private static List<Literal> numbers() {
    List<Literal> all = new ArrayList<>();
    all.addAll(literals("integer", "1 2 -1"));
    all.addAll(literals("decimal", "1.0 1.5 2.0"));
    all.addAll(literals("double", "1 1.5 NaN"));
    all.addAll(literals("float", "1.0 1.5"));
    all.addAll(literals("byte", "1 5 127 128 -129"));
    all.addAll(literals("unsignedInt", "1 7 4294967295 -1 4294967296"));
    all.addAll(literals("nonNegativeInteger", "1 5 -1 -0"));
    all.addAll(literals("positiveInteger", "0 1"));
    all.addAll(literals("long", "9223372036854775807 9223372036854775808"));
    all.addAll(literals("short", "1 5 32768"));
    all.addAll(literals("int", "1 5 2147483647 2147483648"));
    all.addAll(literals("nonPositiveInteger", "0 +0 -5 1"));
    all.addAll(literals("negativeInteger", "-1 0 -0"));
    all.addAll(literals("unsignedLong", "1 5 18446744073709551615 18446744073709551616"));
    all.addAll(literals("unsignedByte", "255 256 -0 +1"));
    all.addAll(literals("unsignedShort", "65535 65536"));
    all.addAll(literals("string", "1"));
    return all;
  }

  private static List<Literal> dates() {
    List<Literal> all = new ArrayList<>();
    all.addAll(literals("date", "2020-01-01 2020-01-01Z 2020-01-02 2020-01-01+14:00 2021-02-29"));
    all.addAll(literals("time", "12:00:00 12:00:00Z 13:00:00+01:00 24:00:00 25:00:00"));
    all.addAll(literals("gYear", "2020 2020Z 02020 20"));
    all.addAll(literals("gYearMonth", "2020-01 2020-02 2019-12Z 2020-13"));
    all.addAll(literals("gMonthDay", "--02-29 --02-30 --12-31Z"));
    all.addAll(literals("gDay", "---01 ---31 ---32"));
    all.addAll(literals("gMonth", "--01 --13 --12Z"));
    all.addAll(literals("duration", "P1Y P12M P1M P30D P31D P1D PT24H P -P1D PT"));
    all.addAll(literals("dayTimeDuration", "P1D PT24H PT1S P1Y PT0.5S P2D"));
    all.addAll(literals("yearMonthDuration", "P1Y P12M P1D"));
    all.addAll(literals("dateTimeStamp", "2020-01-01T00:00:00 2020-01-01T00:00:00Z"));
    all.addAll(literals("dateTime", "2020-01-01T00:00:00 2020-01-01T00:00:00Z"));
    return all;
  }

  private static List<Literal> strings() {
    List<Literal> all = new ArrayList<>(literals("string", "a b"));
    all.addAll(literals("token", "a b"));
    all.addAll(literals("anyURI", "http://example.org/a a"));
    all.addAll(literals("hexBinary", "0a 0A 0"));
    all.addAll(literals("base64Binary", "YQ== Yg== YQ"));
    all.addAll(literals("normalizedString", "a b"));
    all.addAll(literals("language", "en en-US a_b toolonglanguage"));
    all.addAll(literals("Name", "a a:b b 1a"));
    all.addAll(literals("NCName", "a b a:b é"));
    all.addAll(literals("NMTOKEN", "1a a,b"));
    all.add(Literal.string(""));
    all.add(Literal.string("a\r\nb"));
    all.add(Literal.string("a\n"));
    all.add(Literal.string("a  b"));
    all.add(Literal.xsd("a  b", "token"));
    all.add(Literal.xsd("a\tb", "normalizedString"));
    all.add(Literal.string("x".repeat(300)));
    all.add(Literal.string("a b"));
    all.add(Literal.string("a\nb"));
    all.add(Literal.string("\"\\\t"));
    all.add(Literal.xsd(" 1 ", "integer"));
    all.add(new Literal("a", ex("datatype"), ""));
    all.add(new Literal("<b/>", new Iri(Vocabulary.RDF + "HTML"), ""));
    return all;
  }

  private static List<Literal> languages() {
    return languages("a@en b@en a@EN a@en-US a@en-us c@en-Latn-US a@fr b@fr-CA a@de a@eng a@");
  }

  private static List<Literal> languages(String texts) {
    return Stream.of(texts.split(" "))
        .map(text -> text.split("@", -1))
        .map(
            parts ->
                parts[1].isEmpty()
                    ? Literal.string(parts[0])
                    : new Literal(parts[0], new Iri(Vocabulary.RDF + "langString"), parts[1]))
        .toList();
  }
}
