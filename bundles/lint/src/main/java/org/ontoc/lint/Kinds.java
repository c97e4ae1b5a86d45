// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Term;

/** The three kinds of RDF terms, and which of them a constraint admits. */
enum Kinds {
  IRI,
  BLANK_NODE,
  LITERAL;

  static Kinds of(Term term) {
    return switch (term) {
      case Iri _ -> IRI;
      case BlankNode _ -> BLANK_NODE;
      case Literal _ -> LITERAL;
    };
  }

  static Set<Kinds> all() {
    return EnumSet.allOf(Kinds.class);
  }

  static Set<Kinds> neverLiteral() {
    return EnumSet.of(IRI, BLANK_NODE);
  }

  static Set<Kinds> of(NodeKind kind) {
    return switch (kind) {
      case IRI -> EnumSet.of(IRI);
      case BLANK_NODE -> EnumSet.of(BLANK_NODE);
      case LITERAL -> EnumSet.of(LITERAL);
      case BLANK_NODE_OR_IRI -> EnumSet.of(BLANK_NODE, IRI);
      case BLANK_NODE_OR_LITERAL -> EnumSet.of(BLANK_NODE, LITERAL);
      case IRI_OR_LITERAL -> EnumSet.of(IRI, LITERAL);
    };
  }

  /** The kinds of terms that can satisfy a constraint as value nodes; all when it does not tell. */
  static Set<Kinds> admitted(Constraint constraint) {
    return switch (constraint) {
      case Constraint.NodeKind it -> of(it.kind());
      // an instance is the subject of rdf:type
      case Constraint.Class _ -> neverLiteral();
      case Constraint.MinLength _, Constraint.MaxLength _, Constraint.Pattern _ ->
          EnumSet.of(IRI, LITERAL);
      case Constraint.In it -> of(it.values());
      case Constraint.HasValue it -> of(List.of(it.value()));
      default -> isOfLiterals(constraint) ? EnumSet.of(LITERAL) : all();
    };
  }

  private static boolean isOfLiterals(Constraint constraint) {
    return constraint instanceof Constraint.Datatype
        || constraint instanceof Constraint.LanguageIn
        || Bounds.of(constraint).isPresent();
  }

  private static Set<Kinds> of(List<Term> terms) {
    Set<Kinds> kinds = EnumSet.noneOf(Kinds.class);
    terms.forEach(term -> kinds.add(of(term)));
    return kinds;
  }
}
