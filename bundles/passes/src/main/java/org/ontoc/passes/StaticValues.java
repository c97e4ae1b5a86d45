// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** What is known about the value nodes of one shape before there is any data. */
final class StaticValues {
  private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final String LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

  private final Optional<List<Term>> terms;
  private final boolean neverLiteral;
  private final boolean neverEmpty;

  /** A shape that others refer to gets focus nodes that its targets do not tell. */
  StaticValues(Shape shape, boolean referredTo) {
    boolean node = shape.path().isEmpty();
    terms = node && !referredTo ? terms(shape.targets()) : Optional.empty();
    boolean subjects = !referredTo && shape.targets().stream().allMatch(StaticValues::isSubject);
    neverLiteral = shape.path().map(StaticValues::isNeverLiteral).orElse(subjects);
    neverEmpty = shape.path().map(StaticValues::isReflexive).orElse(true);
  }

  /** Whether a constraint holds for all that the value nodes can be. */
  boolean prove(Constraint constraint) {
    return switch (constraint) {
      case Constraint.MinCount c -> c.count() == 1 && neverEmpty;
      // Predicates and paths against their direction find subjects, and no subject is a literal.
      case Constraint.NodeKind c ->
          (neverLiteral && c.kind() == NodeKind.BLANK_NODE_OR_IRI) || all(c.kind()::accepts);
      case Constraint.In c -> all(value -> contains(c.values(), value));
      case Constraint.HasValue c -> all(value -> contains(List.of(c.value()), value));
      case Constraint.MinLength c -> all(value -> length(value) >= c.length());
      case Constraint.MaxLength c -> all(value -> length(value) <= c.length());
      case Constraint.Datatype c -> all(value -> isOf(value, c.datatype()));
      // These need the data, other shapes, or the value space of a datatype.
      case Constraint.Class _,
          Constraint.MaxCount _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.QualifiedValueShape _,
          Constraint.Closed _,
          Constraint.Sparql _ ->
          false;
    };
  }

  private boolean all(Predicate<Term> holds) {
    return terms.isPresent() && terms.get().stream().allMatch(holds);
  }

  /** The focus nodes when sh:targetNode names them all; each is its own only value node. */
  private static Optional<List<Term>> terms(List<Target> targets) {
    List<Term> terms = new ArrayList<>();
    for (Target target : targets) {
      // A blank node of the shapes is no node of the data.
      if (!(target instanceof Target.Node node) || node.node() instanceof BlankNode) {
        return Optional.empty();
      }
      terms.add(node.node());
    }
    return Optional.of(terms);
  }

  private static boolean isSubject(Target target) {
    return switch (target) {
      // An instance is the subject of rdf:type.
      case Target.Class _, Target.SubjectsOf _ -> true;
      case Target.Node node -> !(node.node() instanceof Literal);
      case Target.ObjectsOf _, Target.Sparql _ -> false;
    };
  }

  /** Whether every value node is a subject of some triple. */
  private static boolean isNeverLiteral(Path path) {
    return switch (path) {
      case Path.Predicate _ -> false;
      case Path.Inverse(Path inner) -> beginsAtSubject(inner);
      case Path.Sequence(List<Path> members) -> isNeverLiteral(members.getLast());
      case Path.Alternative(List<Path> members) ->
          members.stream().allMatch(StaticValues::isNeverLiteral);
      case Path.OneOrMore(Path inner) -> isNeverLiteral(inner);
      // The focus node is a value node, and may be a literal.
      case Path.ZeroOrMore _, Path.ZeroOrOne _ -> false;
    };
  }

  private static boolean beginsAtSubject(Path path) {
    return switch (path) {
      case Path.Predicate _ -> true;
      case Path.Inverse(Path inner) -> isNeverLiteral(inner);
      case Path.Sequence(List<Path> members) -> beginsAtSubject(members.getFirst());
      case Path.Alternative(List<Path> members) ->
          members.stream().allMatch(StaticValues::beginsAtSubject);
      case Path.OneOrMore(Path inner) -> beginsAtSubject(inner);
      case Path.ZeroOrMore _, Path.ZeroOrOne _ -> false;
    };
  }

  /** Whether the focus node itself is always a value node, by a path of no length. */
  private static boolean isReflexive(Path path) {
    return switch (path) {
      case Path.Predicate _ -> false;
      case Path.Inverse(Path inner) -> isReflexive(inner);
      case Path.Sequence(List<Path> members) ->
          members.stream().allMatch(StaticValues::isReflexive);
      case Path.Alternative(List<Path> members) ->
          members.stream().anyMatch(StaticValues::isReflexive);
      case Path.OneOrMore(Path inner) -> isReflexive(inner);
      case Path.ZeroOrMore _, Path.ZeroOrOne _ -> true;
    };
  }

  private static boolean contains(List<Term> values, Term value) {
    return values.stream().anyMatch(other -> normal(other).equals(normal(value)));
  }

  /** Language tags are compared in lower case (RDF 1.1 section 3.3). */
  private static Term normal(Term term) {
    return term instanceof Literal(String lexical, Iri datatype, String language)
        ? new Literal(lexical, datatype, language.toLowerCase(Locale.ROOT))
        : term;
  }

  /** In code points. */
  private static long length(Term term) {
    String text =
        switch (term) {
          case Iri iri -> iri.value();
          case Literal literal -> literal.lexical();
          case BlankNode _ -> throw new IllegalArgumentException("a blank node has no length");
        };
    return text.codePointCount(0, text.length());
  }

  /** Only the datatypes that have no ill-formed literals. */
  private static boolean isOf(Term term, Iri datatype) {
    boolean total = datatype.value().equals(XSD_STRING) || datatype.value().equals(LANG_STRING);
    return total && term instanceof Literal literal && literal.datatype().equals(datatype);
  }
}
