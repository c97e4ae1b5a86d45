// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ontoc.pipeline.tck.SampleData.ex;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

final class ReferenceValidatorTest {
  @ParameterizedTest
  @CsvSource({
    "integer, +01, true",
    "integer, 1.0, false",
    "integer, '', false",
    "integer, ' 1', false",
    "byte, 127, true",
    "byte, 128, false",
    "unsignedByte, -0, true",
    "decimal, 1., true",
    "decimal, ., false",
    "decimal, 1e3, false",
    "double, +INF, true",
    "double, 1e, false",
    "float, NaN, true",
    "boolean, 1, true",
    "boolean, TRUE, false",
    "date, 2023-02-29, false",
    "date, 2024-02-29Z, true",
    "date, 0000-01-01, true",
    "date, 02024-01-01, false",
    "date, -12024-01-01+14:00, true",
    "date, 2024-01-01+14:01, false",
    "dateTime, 2024-01-01T24:00:00, true",
    "dateTime, 2024-01-01T24:00:01, false",
    "dateTime, 2024-01-01T23:59:60, false",
    "dateTimeStamp, 2024-01-01T00:00:00, false",
    "time, 23:59:59.999Z, true",
    "gMonthDay, --02-29, true",
    "gMonthDay, --02-30, false",
    "gDay, ---31, true",
    "gYear, 99, false",
    "duration, P, false",
    "duration, PT, false",
    "duration, -P1Y2M3DT4H5M6.7S, true",
    "duration, P1S, false",
    "dayTimeDuration, P1Y, false",
    "yearMonthDuration, P1Y, true",
    "hexBinary, 0g, false",
    "hexBinary, 0A, true",
    "base64Binary, 'YWJj', true",
    "base64Binary, 'YWI=', true",
    "base64Binary, 'YWJ=', false",
    "base64Binary, 'YQ==', true",
    "base64Binary, 'YR==', false",
    "language, en-GB, true",
    "language, e1, false",
    "token, 'a  b', false",
    "token, 'a b', true",
    "NCName, a:b, false",
    "Name, a:b, true",
    "NMTOKEN, -a, true",
    "QName, a:b:c, false",
    "unknown, x, true"
  })
  void knowsLexicalSpaces(String type, String text, boolean valid) {
    assertEquals(valid, Datatypes.isValid(Literal.xsd(text, type)));
  }

  @ParameterizedTest
  @CsvSource({
    "integer, 9, integer, 10, -1",
    "integer, 1, decimal, 1.00, 0",
    "double, 0.1, decimal, 0.1, 0",
    "float, 16777217, integer, 16777216, 0",
    "double, NaN, double, NaN, ''",
    "double, -0, double, 0, 0",
    "integer, x, integer, 1, ''",
    "string, b, string, a, 1",
    "string, 1, integer, 1, ''",
    "boolean, 0, boolean, true, -1",
    "dateTime, 2000-01-01T00:00:00Z, dateTime, 2000-01-01T00:00:00, ''",
    "dateTime, 2000-01-01T00:00:00Z, dateTime, 2000-01-03T00:00:00, -1",
    "dateTime, 2000-01-01T24:00:00Z, dateTime, 2000-01-02T00:00:00Z, 0",
    "dateTime, 2000-01-01T00:00:00Z, date, 2000-01-01Z, ''",
    "dateTimeStamp, 2000-01-01T01:00:00+01:00, dateTime, 2000-01-01T00:00:00Z, 0",
    "date, -0001-12-31Z, date, 0000-01-01Z, -1",
    "duration, P1M, duration, P30D, ''",
    "duration, P1M, duration, P32D, -1",
    "duration, P400Y, duration, P146097D, ''",
    "dayTimeDuration, PT24H, duration, P1D, 0",
    "time, 24:00:00, time, 00:00:00, 0",
    "anyURI, a, anyURI, b, ''"
  })
  void comparesLikeSparql(String type, String a, String other, String b, String order) {
    OptionalInt found = Comparison.compare(Literal.xsd(a, type), Literal.xsd(b, other));
    String sign = found.isPresent() ? "" + Integer.signum(found.getAsInt()) : "";
    assertEquals(order, sign);
    OptionalInt turned = Comparison.compare(Literal.xsd(b, other), Literal.xsd(a, type));
    assertEquals(found.isPresent(), turned.isPresent());
    if (found.isPresent()) {
      assertEquals(-Integer.signum(found.getAsInt()), Integer.signum(turned.getAsInt()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "^a$, '', a, true",
    "'^a$', '', 'a\n', false",
    "'^b$', m, 'a\nb\nc', true",
    "'a.c', '', 'a\nc', false",
    "'a.c', s, 'a\nc', true",
    "A, i, xax, true",
    "'a b', x, ab, true",
    "'a.c', q, abc, false",
    "[a-z-[aeiou]], '', e, false",
    "[a-z-[aeiou]], '', f, true",
    "'^\\i\\c*$', '', 'a:b', true",
    "'^\\w+$', '', 'a b', false",
    "'[&&a]', '', '&', true"
  })
  void matchesLikeXpath(String regex, String flags, String text, boolean matches) {
    assertEquals(matches, Regex.of(regex, flags).matcher(text).find());
  }

  @Test
  void walksPaths() {
    Graph graph = new Graph(SampleData.triples());
    Path knows = new Path.Predicate(ex("knows"));
    Path parent = new Path.Predicate(ex("parent"));
    Path back = new Path.Inverse(new Path.Sequence(List.of(knows, parent)));
    assertEquals(Set.of("<http://example.org/bob>"), names(graph.values(back, dan())));
    assertEquals(5, graph.values(new Path.ZeroOrMore(knows), ex("ann")).size());
    assertEquals(5, graph.values(new Path.OneOrMore(knows), ex("ann")).size());
    assertEquals(1, graph.values(new Path.ZeroOrMore(knows), ex("nowhere")).size());
    assertEquals(0, graph.values(new Path.OneOrMore(knows), ex("nowhere")).size());
  }

  private static Term dan() {
    return new org.ontoc.pipeline.ir.BlankNode("dan");
  }

  private static Set<String> names(Set<Term> terms) {
    Set<String> names = new TreeSet<>();
    terms.forEach(term -> names.add(term.toString()));
    return names;
  }

  @Test
  void duplicateTriplesAreOne() {
    Triple triple = new Triple(ex("ann"), ex("name"), SampleData.tagged("A", "en"));
    Triple same = new Triple(ex("ann"), ex("name"), SampleData.tagged("A", "EN"));
    Program one = program(ex("S"), new Constraint.MaxCount(1, Origin.NOWHERE));
    assertTrue(ReferenceValidator.validate(one, List.of(triple, same, triple)).isEmpty());
    Program none = program(ex("S"), new Constraint.MaxCount(0, Origin.NOWHERE));
    assertFalse(ReferenceValidator.validate(none, List.of(triple)).isEmpty());
  }

  @Test
  void refusesRecursionAndMissingShapes() {
    Program recursive = program(ex("S"), new Constraint.Not(ex("S"), Origin.NOWHERE));
    Triple loop = new Triple(ex("ann"), ex("name"), ex("ann"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ReferenceValidator.validate(recursive, List.of(loop)));
    Program missing = program(ex("S"), new Constraint.Node(ex("T"), Origin.NOWHERE));
    assertThrows(
        IllegalArgumentException.class, () -> ReferenceValidator.validate(missing, List.of(loop)));
  }

  private static Program program(Iri id, Constraint constraint) {
    Shape shape =
        new Shape(
            id,
            Optional.of(new Path.Predicate(ex("name"))),
            List.of(new Target.Node(ex("ann"), Origin.NOWHERE)),
            List.of(constraint),
            new Iri("http://www.w3.org/ns/shacl#Violation"),
            List.of(),
            false,
            Origin.NOWHERE);
    return new Program(List.of(shape), Ontology.EMPTY);
  }
}
