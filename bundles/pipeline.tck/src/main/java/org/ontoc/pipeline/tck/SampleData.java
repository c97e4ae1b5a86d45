// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.List;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** The data of the samples: persons who know each other and have many kinds of values. */
final class SampleData {
  private static final String EX = "http://example.org/";

  private SampleData() {}

  static Iri ex(String local) {
    return new Iri(EX + local);
  }

  static Literal tagged(String lexical, String language) {
    return new Literal(lexical, new Iri(Datatypes.LANG_STRING), language);
  }

  static List<Triple> triples() {
    Iri ann = ex("ann");
    Iri bob = ex("bob");
    Iri cat = ex("cat");
    BlankNode dan = new BlankNode("dan");
    Iri type = ReferenceValidator.TYPE;
    return List.of(
        new Triple(ex("Student"), ReferenceValidator.SUB_CLASS_OF, ex("Person")),
        new Triple(ann, type, ex("Person")),
        new Triple(bob, type, ex("Student")),
        new Triple(cat, type, ex("Animal")),
        new Triple(dan, type, ex("Person")),
        triple(ann, "age", Literal.xsd("30", "integer")),
        triple(bob, "age", Literal.xsd("-1", "integer")),
        triple(bob, "age", Literal.xsd("old", "integer")),
        triple(cat, "age", Literal.xsd("4.5", "decimal")),
        triple(dan, "age", Literal.xsd("200", "unsignedByte")),
        triple(ann, "name", Literal.string("Ann \"A\" \\ Lee\n")),
        triple(ann, "name", tagged("Anna", "en")),
        triple(ann, "name", tagged("Anne", "EN")),
        triple(ann, "name", tagged("Anna", "de-AT")),
        triple(bob, "name", Literal.string("Bob")),
        triple(dan, "name", Literal.string("\u0130stanbul \uD83D\uDE00")),
        triple(ann, "alias", Literal.string("Bob")),
        triple(bob, "alias", Literal.string("Bob")),
        triple(ann, "born", Literal.xsd("1990-02-28T12:00:00Z", "dateTime")),
        triple(ann, "died", Literal.xsd("1989-02-28T12:00:00", "dateTime")),
        triple(bob, "born", Literal.xsd("2000-01-01T00:00:00Z", "dateTime")),
        triple(bob, "died", Literal.xsd("2000-01-01T00:00:00Z", "dateTime")),
        triple(cat, "born", Literal.xsd("2001-01-01", "date")),
        triple(cat, "died", Literal.xsd("2000-01-01T00:00:00Z", "dateTime")),
        triple(ann, "knows", bob),
        triple(bob, "knows", cat),
        triple(cat, "knows", dan),
        triple(dan, "knows", ann),
        triple(dan, "knows", ex("nobody")),
        triple(ann, "likes", cat),
        triple(ann, "likes", bob),
        triple(bob, "likes", dan),
        triple(cat, "likes", Literal.string("fish")),
        triple(cat, "parent", dan));
  }

  private static Triple triple(Term subject, String predicate, Term object) {
    return new Triple(subject, ex(predicate), object);
  }
}
