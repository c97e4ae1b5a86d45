// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The known deviations of the peers from the specification, each as narrow as it can be said. */
final class Explained {
  /**
   * A deviation.
   *
   * @param reason who is right, and by which section
   */
  record Rule(String engine, String name, String reason, BiPredicate<Pair, Difference> applies) {}

  private static final Set<String> NOT_PROPERTY =
      Set.of("not", "and", "or", "xone", "qualifiedValueShape");

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "jena",
              "closed property shape",
              "4.8.1: the constraint is about the predicates of each value node; Jena looks at the"
                  + " focus node",
              (pair, d) -> touches(pair, d, s -> s.path().isPresent() && s.has("closed"))),
          new Rule(
              "jena",
              "sh:property of a property shape that is not itself reached by sh:property",
              "4.7.2: each value node is validated against the property shape; Jena validates the"
                  + " focus node",
              (pair, d) ->
                  touches(pair, d, s -> s.path().isPresent() && s.has("property") && entered(pair, s))),
          new Rule(
              "jena",
              "implicit class target of a shape without sh:NodeShape or sh:PropertyShape",
              "2.1.3.3: every shape that is an instance of rdfs:Class has itself as class target",
              (pair, d) ->
                  sources(pair, d).anyMatch(s -> isClass(s) && !isDeclared(s))),
          new Rule(
              "topbraid",
              "sh:equals on a literal focus node",
              "4.5.1: a value node that is not a value of the property is a result; a literal has no"
                  + " properties, so that the literal itself is one",
              (pair, d) -> touches(pair, d, s -> s.has("equals"))));

  private Explained() {}

  static Optional<Rule> of(Pair pair, Difference difference) {
    return RULES.stream()
        .filter(rule -> difference.between(rule.engine()) && rule.applies().test(pair, difference))
        .findFirst();
  }

  /** Whether a shape is targeted, or referred to by other means than sh:property and sh:node. */
  private static boolean entered(Pair pair, Shape shape) {
    return targeted(shape)
        || pair.shapes().stream()
            .flatMap(other -> other.parameters().stream())
            .anyMatch(p -> NOT_PROPERTY.contains(p.name()) && p.terms().contains(shape.id()));
  }

  private static boolean targeted(Shape shape) {
    return isClass(shape)
        || shape.parameters().stream().anyMatch(p -> p.name().startsWith("target"));
  }

  private static boolean isClass(Shape shape) {
    return shape.all("a").anyMatch(p -> p.terms().contains(Vocabulary.CLASS));
  }

  private static boolean isDeclared(Shape shape) {
    return shape.all("a").anyMatch(p -> !p.terms().contains(Vocabulary.CLASS));
  }

  /** Whether the result's source shape refers to such a shape, or is referred to by it. */
  private static boolean touches(Pair pair, Difference difference, Predicate<Shape> such) {
    List<Shape> sources = sources(pair, difference).toList();
    return sources.stream().flatMap(s -> pair.reachable(s.id()).stream()).anyMatch(such)
        || pair.shapes().stream()
            .filter(such)
            .flatMap(s -> pair.reachable(s.id()).stream())
            .anyMatch(sources::contains);
  }

  private static Stream<Shape> sources(Pair pair, Difference difference) {
    return difference.result().stream()
        .flatMap(
            result ->
                pair.shapes().stream()
                    .filter(s -> Canonical.shape(s.id()).equals(result.shape())));
  }
}
