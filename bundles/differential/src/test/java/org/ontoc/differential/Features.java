// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** What the rules of {@link Explained} ask about a pair. */
final class Features {
  private static final Set<String> ENTERING =
      Set.of("not", "and", "or", "xone", "qualifiedValueShape");
  private static final Set<String> ORDER =
      Set.of(
          "minInclusive",
          "minExclusive",
          "maxInclusive",
          "maxExclusive",
          "lessThan",
          "lessThanOrEquals");

  /** Datatypes that are derived from xsd:string. */
  static final List<String> STRINGS =
      List.of("normalizedString", "token", "language", "Name", "NCName", "NMTOKEN");

  /** Literals with white space that their datatypes exclude. */
  static final List<String> WHITE_SPACE =
      Stream.of(
              Literal.xsd(" 1 ", "integer"),
              Literal.xsd("a  b", "token"),
              Literal.xsd("a\tb", "normalizedString"))
          .map(Literal::toString)
          .toList();

  private Features() {}

  static boolean isProperty(Shape shape) {
    return shape.path().isPresent();
  }

  /** Whether a shape is targeted, or referred to by other means than sh:property and sh:node. */
  static boolean entered(Pair pair, Shape shape) {
    return targeted(shape)
        || pair.shapes().stream()
            .flatMap(other -> other.parameters().stream())
            .anyMatch(p -> ENTERING.contains(p.name()) && p.terms().contains(shape.id()));
  }

  static boolean targeted(Shape shape) {
    return isClass(shape) || hasTarget(shape);
  }

  static boolean hasTarget(Shape shape) {
    return shape.parameters().stream().anyMatch(p -> p.name().startsWith("target"));
  }

  static boolean isClass(Shape shape) {
    return shape.all("a").anyMatch(p -> p.terms().contains(Vocabulary.CLASS));
  }

  /** Whether a shape is an instance of sh:NodeShape or sh:PropertyShape. */
  static boolean isDeclared(Shape shape) {
    return shape.all("a").anyMatch(p -> !p.terms().contains(Vocabulary.CLASS));
  }

  static boolean hasFlag(Shape shape, String flag) {
    return shape
        .all("flags")
        .anyMatch(p -> p.terms().getFirst() instanceof Literal l && l.lexical().contains(flag));
  }

  static boolean measures(Shape shape) {
    return shape.has("minLength") || shape.has("maxLength");
  }

  /** Whether a shape has a constraint about SPARQL's order. */
  static boolean orders(Shape shape) {
    return shape.parameters().stream().anyMatch(p -> ORDER.contains(p.name()));
  }

  /** Whether a value may be compared with the same term by less than or equal. */
  static boolean comparesSameTerm(Pair pair, Shape shape) {
    return shape.has("lessThanOrEquals")
        || Stream.of("minInclusive", "maxInclusive")
            .flatMap(shape::all)
            .anyMatch(p -> occurs(pair, p.terms().getFirst()));
  }

  private static boolean occurs(Pair pair, Term term) {
    return pair.data().stream().anyMatch(triple -> triple.object().equals(term))
        || pair.shapes().stream()
            .flatMap(shape -> shape.all("targetNode"))
            .anyMatch(target -> target.terms().contains(term));
  }

  /** Whether a literal of an XML Schema datatype occurs. */
  static boolean mentions(Pair pair, String datatype) {
    return pair.mentions("^^" + Vocabulary.xsd(datatype));
  }

  /** Whether the result's source shape evaluates such a shape, or is evaluated by it. */
  static boolean touches(Pair pair, Difference difference, Predicate<Shape> such) {
    ShapeGraph graph = new ShapeGraph(pair.shapes());
    Set<Term> sources = sources(pair, difference).map(Shape::id).collect(Collectors.toSet());
    Set<Term> marked =
        pair.shapes().stream().filter(such).map(Shape::id).collect(Collectors.toSet());
    return reach(graph, sources, marked) || reach(graph, marked, sources);
  }

  private static boolean reach(ShapeGraph graph, Set<Term> from, Set<Term> to) {
    return from.stream().anyMatch(shape -> !Collections.disjoint(graph.reachable(shape), to));
  }

  /** The shapes that a result may be from. */
  static Stream<Shape> sources(Pair pair, Difference difference) {
    return difference.result().stream()
        .flatMap(
            result ->
                pair.shapes().stream().filter(s -> Canonical.shape(s.id()).equals(result.shape())));
  }
}
