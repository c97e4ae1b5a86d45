// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.ShapesGenerator.bool;
import static org.ontoc.differential.Vocabulary.sh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** The constraints of one shape: one to four components, each as often as SHACL allows it. */
final class ConstraintsGenerator {
  /** Those that a shape may have several values of (SHACL section 4). */
  private static final List<String> REPEATABLE =
      List.of(
          "class",
          "equals",
          "disjoint",
          "not",
          "and",
          "or",
          "xone",
          "node",
          "property",
          "hasValue");

  private static final List<String> REGEXES =
      List.of(
          "^a",
          "b",
          "^.{1,2}$",
          "[0-9]+",
          "^[^a]",
          "a|1",
          "\\\\d",
          "é",
          "^$",
          ".*",
          "a.b",
          "(ab)+c?",
          "EXAMPLE",
          "\\\\.",
          "^http");

  private final Draw draw;
  private final Terms terms;
  private final List<Shape> later;
  private final boolean property;
  private final List<Parameter> parameters = new ArrayList<>();

  ConstraintsGenerator(Draw draw, Terms terms, List<Shape> later, boolean property) {
    this.property = property;
    this.draw = draw;
    this.terms = terms;
    this.later = later;
  }

  List<Parameter> generate() {
    List<Runnable> choices = new ArrayList<>(anywhere());
    if (!later.isEmpty()) choices.addAll(withShapes());
    if (property) choices.addAll(onPropertyShapes());
    for (int i = draw.between(1, 4); i > 0; i--) draw.from(choices).run();
    return parameters;
  }

  private List<Runnable> anywhere() {
    return List.of(
        () -> one("class", draw.from(terms.classes)),
        () -> one("datatype", terms.datatype(draw)),
        () ->
            one(
                "nodeKind",
                sh(
                    draw.from(
                        List.of(
                            "IRI",
                            "BlankNode",
                            "Literal",
                            "BlankNodeOrIRI",
                            "BlankNodeOrLiteral",
                            "IRIOrLiteral")))),
        () -> one(draw.from(List.of("minInclusive", "minExclusive")), draw.from(terms.literals)),
        () -> one(draw.from(List.of("maxInclusive", "maxExclusive")), draw.from(terms.literals)),
        () -> one(draw.from(List.of("minLength", "maxLength")), number(0, 4)),
        this::pattern,
        () ->
            many(
                "languageIn",
                () ->
                    Literal.string(
                        draw.from(
                            List.of(
                                "en", "en-US", "fr", "DE", "EN", "fr-ca", "en-latn", "e", "*"))),
                0),
        () -> one("equals", terms.predicate(draw)),
        () -> one("disjoint", terms.predicate(draw)),
        () -> one("hasValue", terms.constant(draw)),
        () -> many("in", () -> terms.constant(draw), 0),
        this::closed);
  }

  private List<Runnable> onPropertyShapes() {
    return List.of(
        // datatypes are many, and those of a node shape's focus nodes are hardly ever right
        () -> one("datatype", terms.datatype(draw)),
        () -> one("datatype", terms.datatype(draw)),
        () -> one("minCount", number(0, 3)),
        () -> one("maxCount", number(0, 2)),
        () -> one("uniqueLang", bool(draw.chance(0.9))),
        () -> one("uniqueLang", bool(true)),
        () -> one("lessThan", terms.predicate(draw)),
        () -> one("lessThanOrEquals", terms.predicate(draw)),
        this::qualified);
  }

  private List<Runnable> withShapes() {
    return List.of(
        () -> one("not", shape()),
        () -> many("and", this::shape, 1),
        () -> many("or", this::shape, 1),
        () -> many("xone", this::shape, 1),
        () -> refer("node", false),
        () -> refer("property", true),
        () -> refer("property", true),
        () -> refer("property", true));
  }

  /** The values of sh:node are node shapes, those of sh:property are property shapes. */
  private void refer(String name, boolean property) {
    List<Term> shapes =
        later.stream().filter(s -> s.path().isPresent() == property).map(Shape::id).toList();
    if (!shapes.isEmpty()) one(name, draw.from(shapes));
  }

  private void qualified() {
    if (later.isEmpty() || parameters.stream().anyMatch(p -> p.name().startsWith("qualified")))
      return;
    one("qualifiedValueShape", shape());
    boolean least = draw.chance(0.6);
    if (least) one("qualifiedMinCount", number(0, 2));
    if (!least || draw.chance(0.4)) one("qualifiedMaxCount", number(0, 2));
    if (draw.chance(0.6)) one("qualifiedValueShapesDisjoint", bool(draw.chance(0.9)));
  }

  private void pattern() {
    if (parameters.stream().anyMatch(p -> p.name().equals("pattern"))) return;
    one("pattern", Literal.string(draw.from(REGEXES).replace("\\\\", "\\")));
    if (draw.chance(0.4))
      one(
          "flags",
          Literal.string(draw.from(List.of("i", "s", "m", "x", "im", "sm", "q", "iq", ""))));
  }

  private void closed() {
    if (parameters.stream().anyMatch(p -> p.name().equals("closed"))) return;
    // the peers are wrong about closed property shapes, which hides other differences
    if (property && draw.chance(0.7)) return;
    one("closed", bool(draw.chance(0.9)));
    if (draw.chance(0.6)) many("ignoredProperties", () -> terms.predicate(draw), 0);
  }

  private Term shape() {
    return draw.from(later).id();
  }

  private Literal number(int least, int most) {
    return Literal.xsd(Integer.toString(draw.between(least, most)), "integer");
  }

  private void one(String name, Term value) {
    Parameter parameter = new Parameter.One(name, value);
    if (allowed(name) && !parameters.contains(parameter)) parameters.add(parameter);
  }

  private void many(String name, Supplier<Term> member, int least) {
    if (!allowed(name)) return;
    List<Term> members = Stream.generate(member).limit(draw.between(least, 3)).distinct().toList();
    parameters.add(new Parameter.Many(name, members));
  }

  private boolean allowed(String name) {
    Optional<Parameter> same = parameters.stream().filter(p -> p.name().equals(name)).findAny();
    return same.isEmpty() || REPEATABLE.contains(name);
  }
}
