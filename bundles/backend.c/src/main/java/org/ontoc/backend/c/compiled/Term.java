// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * A term of RDF.
 *
 * @param text the IRI, the label of a blank node, or the lexical form
 * @param qualifier a literal's datatype IRI or language tag, else empty
 */
public record Term(Kind kind, String text, String qualifier) {
  /** What kind of term; the same order as in C. */
  public enum Kind {
    NONE,
    IRI,
    BLANK,
    LITERAL,
    TAGGED
  }

  /** No term, as the value of a result about all values. */
  public static final Term NONE = new Term(Kind.NONE, "", "");

  /** An absolute IRI. */
  public static Term iri(String iri) {
    return new Term(Kind.IRI, iri, "");
  }

  /** A blank node; its label is one of N-Triples. */
  public static Term blank(String label) {
    return new Term(Kind.BLANK, label, "");
  }

  /** A literal with a datatype. */
  public static Term literal(String form, String datatype) {
    return new Term(Kind.LITERAL, form, datatype);
  }

  /** A literal with a language tag. */
  public static Term tagged(String form, String language) {
    return new Term(Kind.TAGGED, form, language);
  }

  // struct NAME_term
  static Term of(MemorySegment struct, long at) {
    Kind kind = Kind.values()[struct.get(JAVA_INT, at)];
    if (kind == Kind.NONE) return Term.NONE;
    String text = Structs.text(struct, at + 8, struct.get(JAVA_LONG, at + 16));
    return new Term(kind, text, Structs.text(struct, at + 24, struct.get(JAVA_LONG, at + 32)));
  }
}
