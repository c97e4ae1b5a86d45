// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/** The values of sh:nodeKind (SHACL section 4.1.3). */
public enum NodeKind {
  BLANK_NODE("BlankNode"),
  IRI("IRI"),
  LITERAL("Literal"),
  BLANK_NODE_OR_IRI("BlankNodeOrIRI"),
  BLANK_NODE_OR_LITERAL("BlankNodeOrLiteral"),
  IRI_OR_LITERAL("IRIOrLiteral");

  private final String localName;

  NodeKind(String localName) {
    this.localName = localName;
  }

  /** The local name in the SHACL vocabulary. */
  public String localName() {
    return localName;
  }

  /**
   * The kinds of terms that it accepts as bits {@code 1 << kind}, by the numbers that all
   * validators give them: 1 IRI, 2 blank node, 3 literal, 4 literal with a language.
   */
  public int bits() {
    int iri = 1 << 1;
    int blank = 1 << 2;
    int literal = 1 << 3 | 1 << 4;
    return switch (this) {
      case IRI -> iri;
      case BLANK_NODE -> blank;
      case LITERAL -> literal;
      case BLANK_NODE_OR_IRI -> blank | iri;
      case BLANK_NODE_OR_LITERAL -> blank | literal;
      case IRI_OR_LITERAL -> iri | literal;
    };
  }

  /** Whether a term of this kind is of the node kind. */
  public boolean accepts(Term term) {
    return switch (term) {
      case Iri _ -> this == IRI || this == BLANK_NODE_OR_IRI || this == IRI_OR_LITERAL;
      case BlankNode _ ->
          this == BLANK_NODE || this == BLANK_NODE_OR_IRI || this == BLANK_NODE_OR_LITERAL;
      case Literal _ -> this == LITERAL || this == BLANK_NODE_OR_LITERAL || this == IRI_OR_LITERAL;
    };
  }
}
