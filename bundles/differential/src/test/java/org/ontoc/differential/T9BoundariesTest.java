// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threat T9: numbers, moments and texts at the boundaries of what a computer holds, against a model
 * in BigInteger and BigDecimal and against Apache Jena. The sanitized engine ends at an overflow.
 */
class T9BoundariesTest {
  private static final List<Engine> OURS = Engines.open("reference,library,sanitized");
  private static final List<Engine> COMPILED = OURS.subList(1, 3);
  private static final Engine JENA = Engines.open("jena").getFirst();
  private static final String HEAD =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  /** Least and greatest value; an empty text where there is none. */
  private static final Map<String, String> RANGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("integer", ".."),
              Map.entry("nonPositiveInteger", "..0"),
              Map.entry("negativeInteger", "..-1"),
              Map.entry("nonNegativeInteger", "0.."),
              Map.entry("positiveInteger", "1.."),
              Map.entry("long", "-9223372036854775808..9223372036854775807"),
              Map.entry("int", "-2147483648..2147483647"),
              Map.entry("short", "-32768..32767"),
              Map.entry("byte", "-128..127"),
              Map.entry("unsignedLong", "0..18446744073709551615"),
              Map.entry("unsignedInt", "0..4294967295"),
              Map.entry("unsignedShort", "0..65535"),
              Map.entry("unsignedByte", "0..255")));

  @AfterAll
  static void close() {
    OURS.forEach(Engine::close);
    JENA.close();
  }

  /** Every bound of every type, with its neighbours, in several forms. */
  private static List<String> integers() {
    Set<String> all =
        new TreeSet<>(
            List.of("+0", "-0", "007", "-007", "+5", "", "-", "+", "1.0", "1e0", "0x1", "١"));
    for (String range : RANGES.values())
      for (String bound : range.split("\\.\\.", -1))
        if (!bound.isEmpty())
          for (int step = -1; step <= 1; step++)
            all.add(new BigInteger(bound).add(BigInteger.valueOf(step)).toString());
    for (int bits : new int[] {53, 62, 63, 64, 65, 127, 128, 1000})
      for (int sign : new int[] {-1, 1})
        all.add(BigInteger.ONE.shiftLeft(bits).multiply(BigInteger.valueOf(sign)).toString());
    return List.copyOf(all);
  }

  private static boolean isInteger(String lexical, String range) {
    if (!lexical.matches("[+-]?[0-9]+")) return false;
    BigInteger value = new BigInteger(lexical.replaceFirst("^\\+", ""));
    String[] bounds = range.split("\\.\\.", -1);
    return (bounds[0].isEmpty() || value.compareTo(new BigInteger(bounds[0])) >= 0)
        && (bounds[1].isEmpty() || value.compareTo(new BigInteger(bounds[1])) <= 0);
  }

  @Test
  void integersAreThoseOfBigInteger() {
    for (Map.Entry<String, String> type : RANGES.entrySet()) {
      Set<String> wrong = chosen(integers(), lexical -> !isInteger(lexical, type.getValue()));
      String shapes = shape("sh:datatype xsd:" + type.getKey());
      for (Engine engine : OURS)
        assertEquals(wrong, failing(engine, shapes, integers(), type.getKey()), type.getKey());
      assertEquals(
          wrong, failing(JENA, shapes, integers(), type.getKey()), "Jena " + type.getKey());
    }
  }

  @Test
  void orderIsThatOfBigDecimal() {
    List<String> numbers =
        integers().stream().filter(lexical -> lexical.matches("[+-]?[0-9]+")).toList();
    List<String> decimals = new ArrayList<>(numbers);
    for (String lexical : numbers) {
      decimals.add(lexical + ".0");
      decimals.add(lexical + ".00000000000000000000000000001");
    }
    decimals.addAll(List.of(".5", "-.5", "0.1000000000000000055511151231257827", "0.1"));
    for (String bound : List.of("0", "9223372036854775807", "9223372036854775808", "-0.5", "0.1")) {
      BigDecimal limit = new BigDecimal(bound);
      String shapes = shape("sh:minInclusive \"" + bound + "\"^^xsd:decimal");
      Set<String> less = chosen(decimals, lexical -> new BigDecimal(lexical).compareTo(limit) < 0);
      for (Engine engine : OURS) assertEquals(less, failing(engine, shapes, decimals, "decimal"));
      // Jena orders minus zero before zero (see Explained)
      Set<String> jena = failing(JENA, shapes, decimals, "decimal");
      jena.removeIf(lexical -> !less.contains(lexical) && new BigDecimal(lexical).signum() == 0);
      assertEquals(less, jena, "Jena " + bound);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"integer", "decimal", "double", "nonNegativeInteger", "long", "string"})
  void aMillionDigits(String type) {
    String digits = "9".repeat(1_000_000);
    List<String> values = List.of(digits, "0".repeat(1_000_000) + "1", "-" + digits);
    boolean bounded = type.equals("long");
    Set<String> wrong =
        chosen(
            values,
            lexical ->
                lexical.endsWith("9")
                    && (bounded || type.startsWith("non") && lexical.startsWith("-")));
    for (Engine engine : COMPILED)
      assertEquals(wrong, failing(engine, shape("sh:datatype xsd:" + type), values, type));
    String least =
        shape("sh:minInclusive \"1\"^^xsd:" + (type.equals("string") ? type : "integer"));
    Set<String> less =
        chosen(
            values,
            lexical ->
                lexical.startsWith("-")
                    || wrong.contains(lexical)
                    || type.equals("string") && lexical.startsWith("0"));
    for (Engine engine : COMPILED)
      assertEquals(less, failing(engine, least, values, type), engine.name());
  }

  @Test
  void floatsWithNaNAndMinusZero() {
    List<String> values =
        List.of(
            "NaN",
            "INF",
            "-INF",
            "-0",
            "-0.0E0",
            "0",
            "1e400",
            "-1e400",
            "1e-400",
            "4.9e-324",
            "1.7976931348623157e308");
    Map<String, String> less =
        Map.of(
            "sh:minInclusive",
            "NaN -INF -1e400",
            "sh:maxInclusive",
            "NaN INF 1e400 4.9e-324 1.7976931348623157e308",
            "sh:minExclusive",
            "NaN -INF -1e400 -0 -0.0E0 0 1e-400",
            "sh:maxExclusive",
            "NaN INF 1e400 4.9e-324 1.7976931348623157e308 -0 -0.0E0 0 1e-400");
    less.forEach(
        (constraint, failing) -> {
          String shapes = shape(constraint + " \"0\"^^xsd:double");
          for (Engine engine : OURS)
            assertEquals(
                new TreeSet<>(List.of(failing.split(" "))),
                failing(engine, shapes, values, "double"),
                engine.name() + constraint);
        });
  }

  @Test
  void moments() {
    List<String> good =
        List.of(
            "1000000000000-01-01T00:00:00Z",
            "-1000000000000-12-31T23:59:59.999999999999Z",
            "9999-12-31T24:00:00Z",
            "0000-01-01T00:00:00Z",
            "2000-02-29T00:00:00",
            "2020-01-01T00:00:00+14:00",
            "123456789012345678901234567890-01-01T00:00:00Z");
    List<String> bad =
        List.of(
            "2100-02-29T00:00:00Z",
            "2020-01-01T00:00:00+14:01",
            "2020-01-01T24:00:01Z",
            "2020-01-01T00:00:60Z",
            "020-01-01T00:00:00Z",
            "02020-01-01T00:00:00Z",
            "2020-13-01T00:00:00Z",
            "2020-00-01T00:00:00Z",
            "2020-01-32T00:00:00Z",
            "-0-01-01T00:00:00Z");
    List<String> all = Stream.concat(good.stream(), bad.stream()).toList();
    for (Engine engine : OURS) {
      assertEquals(
          new TreeSet<>(bad),
          failing(engine, shape("sh:datatype xsd:dateTime"), all, "dateTime"),
          engine.name());
      Set<String> early = new TreeSet<>(bad);
      early.addAll(
          List.of(
              "-1000000000000-12-31T23:59:59.999999999999Z",
              "0000-01-01T00:00:00Z",
              "2000-02-29T00:00:00",
              "2020-01-01T00:00:00+14:00"));
      assertEquals(
          early,
          failing(
              engine,
              shape("sh:minInclusive \"9999-12-31T24:00:00Z\"^^xsd:dateTime"),
              all,
              "dateTime"),
          engine.name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2147483648",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "1000000000000000000000000000000"
      })
  void countsAndLengths(String count) {
    List<String> one = List.of("1");
    // Jena's counts have 32 bits: it fails with a ClassCastException
    for (Engine engine : OURS) {
      assertEquals(
          1, results(engine, shape("sh:minCount " + count), one, "integer").size(), engine.name());
      assertEquals(
          0, results(engine, shape("sh:maxCount " + count), one, "integer").size(), engine.name());
      assertEquals(
          1, results(engine, shape("sh:minLength " + count), one, "integer").size(), engine.name());
      assertEquals(
          0, results(engine, shape("sh:maxLength " + count), one, "integer").size(), engine.name());
    }
  }

  @Test
  void halvesOfSurrogatePairsAreNoText() {
    for (Engine engine : COMPILED)
      for (String half : List.of("\\uD800", "\\uDC00", "\\U0000D800", "\\U00110000"))
        for (String data : List.of("<x:a> <x:p> \"%s\" .", "<x:a> <x:p> <x:%s> ."))
          assertInstanceOf(
              Verdict.Failed.class,
              engine.validate(shape("sh:minCount 1"), List.of(data.formatted(half))).getFirst());
  }

  /** RDF 1.1 Concepts 3.2: IRIs are compared character by character. */
  @Test
  void irisAreNotNormalized() {
    String shapes = shape("sh:hasValue <http://e/\u00E9>");
    for (Engine engine : Stream.concat(OURS.stream(), Stream.of(JENA)).toList()) {
      assertEquals(
          1, report(engine, shapes, "<x:a> <x:p> <http://e/e\u0301> .\n").results().size());
      assertEquals(0, report(engine, shapes, "<x:a> <x:p> <http://e/\u00E9> .\n").results().size());
      assertEquals(1, report(engine, shapes, "<x:a> <x:p> <http://e/%C3%A9> .\n").results().size());
    }
  }

  private static String shape(String constraint) {
    return HEAD + "<x:S> sh:path <x:p> ; sh:targetSubjectsOf <x:p> ; " + constraint + " .\n";
  }

  private static Set<String> chosen(List<String> values, Predicate<String> wrong) {
    return values.stream().filter(wrong).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Verdict.Report report(Engine engine, String shapes, String data) {
    return assertInstanceOf(
        Verdict.Report.class,
        engine.validate(shapes, List.of(data)).getFirst(),
        () -> engine.name() + " " + engine.validate(shapes, List.of(data)));
  }

  private static List<Result> results(
      Engine engine, String shapes, List<String> values, String type) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < values.size(); i++)
      data.append(
          "<x:n%d> <x:p> \"%s\"^^<http://www.w3.org/2001/XMLSchema#%s> .%n"
              .formatted(i, values.get(i), type));
    return report(engine, shapes, data.toString()).results();
  }

  /** The lexical forms that have a result. */
  private static Set<String> failing(
      Engine engine, String shapes, List<String> values, String type) {
    return results(engine, shapes, values, type).stream()
        .map(result -> values.get(Integer.parseInt(result.focus().replaceAll("\\D", ""))))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
