// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.List;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** The data of the samples: persons who know each other and have many kinds of values. */
final class SampleData {
  private static final String EX = "http://example.org/";

  private static final Iri ANN = ex("ann");
  private static final Iri BOB = ex("bob");
  private static final Iri CAT = ex("cat");
  private static final BlankNode DAN = new BlankNode("dan");

  private SampleData() {}

  static Iri ex(String local) {
    return new Iri(EX + local);
  }

  static Literal tagged(String lexical, String language) {
    return new Literal(lexical, new Iri(Datatypes.LANG_STRING), language);
  }

  static List<Triple> triples() {
    return Stream.of(types(), literals(), links()).flatMap(List::stream).toList();
  }

  private static List<Triple> types() {
    return List.of(
        new Triple(ex("Student"), ReferenceValidator.SUB_CLASS_OF, ex("Person")),
        new Triple(ANN, ReferenceValidator.TYPE, ex("Person")),
        new Triple(BOB, ReferenceValidator.TYPE, ex("Student")),
        new Triple(CAT, ReferenceValidator.TYPE, ex("Animal")),
        new Triple(DAN, ReferenceValidator.TYPE, ex("Person")));
  }

  private static List<Triple> literals() {
    return List.of(
        triple(ANN, "age", Literal.xsd("30", "integer")),
        triple(BOB, "age", Literal.xsd("-1", "integer")),
        triple(BOB, "age", Literal.xsd("old", "integer")),
        triple(CAT, "age", Literal.xsd("4.5", "decimal")),
        triple(DAN, "age", Literal.xsd("200", "unsignedByte")),
        triple(ANN, "name", Literal.string("Ann \"A\" \\ Lee\n")),
        triple(ANN, "name", tagged("Anna", "en")),
        triple(ANN, "name", tagged("Anne", "EN")),
        triple(ANN, "name", tagged("Anna", "de-AT")),
        triple(BOB, "name", Literal.string("Bob")),
        triple(DAN, "name", Literal.string("\u0130stanbul \uD83D\uDE00")),
        triple(ANN, "alias", Literal.string("Bob")),
        triple(BOB, "alias", Literal.string("Bob")),
        triple(ANN, "born", Literal.xsd("1990-02-28T12:00:00Z", "dateTime")),
        triple(ANN, "died", Literal.xsd("1989-02-28T12:00:00", "dateTime")),
        triple(BOB, "born", Literal.xsd("2000-01-01T00:00:00Z", "dateTime")),
        triple(BOB, "died", Literal.xsd("2000-01-01T00:00:00Z", "dateTime")),
        triple(CAT, "born", Literal.xsd("2001-01-01", "date")),
        triple(CAT, "died", Literal.xsd("2000-01-01T00:00:00Z", "dateTime")));
  }

  private static List<Triple> links() {
    return List.of(
        triple(ANN, "knows", BOB),
        triple(BOB, "knows", CAT),
        triple(CAT, "knows", DAN),
        triple(DAN, "knows", ANN),
        triple(DAN, "knows", ex("nobody")),
        triple(ANN, "likes", CAT),
        triple(ANN, "likes", BOB),
        triple(BOB, "likes", DAN),
        triple(CAT, "likes", Literal.string("fish")),
        triple(CAT, "parent", DAN));
  }

  private static Triple triple(Term subject, String predicate, Term object) {
    return new Triple(subject, ex(predicate), object);
  }
}
