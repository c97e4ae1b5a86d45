// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.Vocabulary.ex;
import static org.ontoc.differential.Vocabulary.sh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/**
 * Random shapes graphs over all of SHACL Core. They are well-formed (SHACL section 2 and appendix
 * on syntax rules) and not recursive: a shape refers only to shapes after it.
 */
final class ShapesGenerator {
  private final Draw draw;
  private final Terms terms;

  ShapesGenerator(Draw draw, Terms terms) {
    this.draw = draw;
    this.terms = terms;
  }

  List<Shape> generate() {
    List<Shape> shapes = draw();
    while (new ShapeGraph(shapes).isRecursive()) shapes = draw();
    return shapes;
  }

  private List<Shape> draw() {
    List<Shape> shapes = new ArrayList<>();
    int count = draw.between(1, 7);
    // from the last to the first, so that what can be referred to is known
    for (int number = count - 1; number >= 0; number--) shapes.addFirst(shape(number, shapes));
    if (draw.chance(0.2)) shapes.addAll(0, siblings(shapes));
    return shapes;
  }

  /** A shape with two or three properties whose qualified value shapes may be disjoint. */
  private List<Shape> siblings(List<Shape> later) {
    Path path = path(1);
    List<Shape> properties = new ArrayList<>();
    List<Parameter> parent = new ArrayList<>();
    targets(ex("Parent"), 0, parent);
    for (int i = draw.between(2, 3); i > 0; i--) {
      Term id = ex("Sibling" + i);
      List<Parameter> parameters = new ArrayList<>();
      add(parameters, "qualifiedValueShape", draw.from(later).id());
      boolean least = draw.chance(0.6);
      Literal count = Literal.xsd(Integer.toString(draw.between(0, 2)), "integer");
      add(parameters, least ? "qualifiedMinCount" : "qualifiedMaxCount", count);
      if (draw.chance(0.8)) add(parameters, "qualifiedValueShapesDisjoint", bool(true));
      if (draw.chance(0.06)) add(parameters, "deactivated", bool(true));
      properties.add(new Shape(id, Optional.of(draw.chance(0.8) ? path : path(1)), parameters));
      add(parent, "property", id);
    }
    properties.addFirst(new Shape(ex("Parent"), Optional.empty(), parent));
    return properties;
  }

  private Shape shape(int number, List<Shape> later) {
    Optional<Path> path = draw.chance(0.55) ? Optional.of(path(0)) : Optional.empty();
    Term id = draw.chance(0.15) ? new BlankNode("s" + number) : ex("S" + number);
    List<Parameter> parameters = new ArrayList<>();
    if (draw.chance(0.7))
      add(parameters, "a", sh(path.isPresent() ? "PropertyShape" : "NodeShape"));
    targets(id, number, parameters);
    parameters.addAll(new ConstraintsGenerator(draw, terms, later, path.isPresent()).generate());
    decorations(parameters);
    return new Shape(id, path, parameters);
  }

  private void targets(Term id, int number, List<Parameter> parameters) {
    if (number > 0 && draw.chance(0.6)) return;
    boolean implicit = id instanceof Iri && draw.chance(0.15);
    if (implicit) add(parameters, "a", Vocabulary.CLASS);
    for (int i = draw.between(implicit ? 0 : 1, 2); i > 0; i--) {
      switch (draw.between(0, 4)) {
        case 0 -> add(parameters, "targetNode", terms.constant(draw));
        case 1, 2 -> add(parameters, "targetClass", draw.from(terms.classes));
        case 3 -> add(parameters, "targetSubjectsOf", terms.predicate(draw));
        default -> add(parameters, "targetObjectsOf", terms.predicate(draw));
      }
    }
  }

  private void decorations(List<Parameter> parameters) {
    if (draw.chance(0.2))
      add(
          parameters,
          "severity",
          draw.from(List.of(sh("Info"), sh("Warning"), sh("Violation"), ex("Grave"))));
    if (draw.chance(0.06)) add(parameters, "deactivated", bool(draw.chance(0.8)));
    if (draw.chance(0.1)) add(parameters, "message", Literal.string("must hold"));
    if (draw.chance(0.05)) add(parameters, "name", Literal.string("a name"));
    if (draw.chance(0.05))
      add(parameters, "message", new Literal("muss", new Iri(Vocabulary.RDF + "langString"), "de"));
    if (draw.chance(0.05)) add(parameters, "order", Literal.xsd("1", "integer"));
  }

  Path path(int depth) {
    if (depth >= 3 || draw.chance(depth == 0 ? 0.5 : 0.6))
      return new Path.Predicate(terms.predicate(draw));
    return switch (draw.between(0, 5)) {
      case 0 -> new Path.Inverse(path(depth + 1));
      case 1 -> new Path.Sequence(paths(depth + 1));
      case 2 -> new Path.Alternative(paths(depth + 1));
      case 3 -> new Path.ZeroOrMore(path(depth + 1));
      case 4 -> new Path.OneOrMore(path(depth + 1));
      default -> new Path.ZeroOrOne(path(depth + 1));
    };
  }

  private List<Path> paths(int depth) {
    List<Path> members = new ArrayList<>();
    for (int i = draw.between(2, 3); i > 0; i--) members.add(path(depth));
    return members;
  }

  static Literal bool(boolean value) {
    return Literal.xsd(Boolean.toString(value), "boolean");
  }

  private static void add(List<Parameter> parameters, String name, Term value) {
    Parameter parameter = new Parameter.One(name, value);
    if (!parameters.contains(parameter)) parameters.add(parameter);
  }
}
