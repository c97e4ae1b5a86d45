// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import static org.ontoc.passes.Shapes.AT;
import static org.ontoc.passes.Shapes.ex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.Triple;

/** Small programs and graphs over few names, so that everything meets; no recursion. */
final class RandomPrograms {
  private static final int SHAPES = 7;
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");
  private static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

  private final Random random;

  RandomPrograms(Random random) {
    this.random = random;
  }

  Program program() {
    List<Shape> shapes = new ArrayList<>();
    boolean[] walks = new boolean[SHAPES];
    for (int i = 0; i < SHAPES; i++) walks[i] = random.nextBoolean();
    for (int i = 0; i < SHAPES; i++) shapes.add(shape(i, walks));
    java.util.Collections.shuffle(shapes, random);
    return new Program(shapes, Ontology.EMPTY);
  }

  List<Triple> data() {
    List<Triple> triples = new ArrayList<>();
    int size = random.nextInt(15);
    for (int i = 0; i < size; i++) {
      Term subject = subject();
      triples.add(
          random.nextInt(4) == 0
              ? new Triple(subject, TYPE, type())
              : new Triple(subject, predicate(), term()));
    }
    return triples.stream().distinct().toList();
  }

  private Shape shape(int number, boolean[] walks) {
    List<Constraint> constraints = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      Constraint constraint = constraint(number, walks);
      constraints.add(constraint);
      // Repetitions are what merge-duplicates looks for.
      if (random.nextInt(5) == 0) constraints.add(constraint);
    }
    return new Shape(
        ex("s" + number),
        walks[number] ? Optional.of(path(2)) : Optional.empty(),
        random.nextInt(3) == 0 || number == 0 ? targets() : List.of(),
        constraints,
        VIOLATION,
        List.of(),
        random.nextInt(8) == 0,
        AT);
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    boolean onlyNodes = random.nextBoolean();
    do {
      targets.add(
          switch (onlyNodes ? 0 : random.nextInt(4)) {
            case 0 -> new Target.Node(random.nextInt(3) == 0 ? literal() : node(), AT);
            case 1 -> new Target.Class(type(), random.nextBoolean(), AT);
            case 2 -> new Target.SubjectsOf(predicate(), AT);
            default -> new Target.ObjectsOf(predicate(), AT);
          });
    } while (random.nextInt(3) > 0);
    return targets;
  }

  private Constraint constraint(int number, boolean[] walks) {
    Origin at = random.nextBoolean() ? AT : Shapes.ELSEWHERE;
    boolean walk = walks[number];
    if (number < SHAPES - 1 && random.nextInt(2) == 0) return reference(number, walks, at);
    return switch (random.nextInt(walk ? 14 : 10)) {
      case 0, 1 -> new Constraint.NodeKind(NodeKind.values()[random.nextInt(6)], at);
      case 2 -> new Constraint.MinLength(random.nextInt(3) * 10L, at);
      case 3 -> new Constraint.MaxLength(random.nextInt(3) * 10L, at);
      case 4 -> new Constraint.In(terms(), at);
      case 5 -> new Constraint.HasValue(term(), at);
      case 6 -> new Constraint.Datatype(((Literal) literal()).datatype(), at);
      case 7 -> new Constraint.Class(type(), at);
      case 8 -> new Constraint.Equals(predicate(), at);
      case 9 -> new Constraint.Closed(List.of(predicate(), predicate()), at);
      case 10, 11 -> new Constraint.MinCount(random.nextInt(3), at);
      case 12 -> new Constraint.MaxCount(random.nextInt(3) == 0 ? Long.MAX_VALUE : 1, at);
      default -> new Constraint.UniqueLang(at);
    };
  }

  private Constraint reference(int number, boolean[] walks, Origin at) {
    int later = later(number);
    return switch (random.nextInt(walks[number] ? 7 : 6)) {
      case 0 -> new Constraint.Not(ex("s" + later), at);
      case 1 -> new Constraint.And(list(number), at);
      case 2 -> new Constraint.Or(list(number), at);
      case 3 -> new Constraint.Xone(list(number), at);
      case 4 -> new Constraint.Node(ex("s" + later), at);
      case 5 ->
          walks[later]
              ? new Constraint.Property(ex("s" + later), at)
              : new Constraint.Node(ex("s" + later), at);
      default ->
          new Constraint.QualifiedValueShape(
              ex("s" + later),
              OptionalLong.of(random.nextInt(2)),
              random.nextBoolean() ? OptionalLong.of(1) : OptionalLong.empty(),
              random.nextBoolean() ? list(number) : List.of(),
              at);
    };
  }

  private int later(int number) {
    return number + 1 + random.nextInt(SHAPES - number - 1);
  }

  private List<Term> list(int number) {
    List<Term> members = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) members.add(ex("s" + later(number)));
    return members;
  }

  private Path path(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) return new Path.Predicate(predicate());
    return switch (random.nextInt(6)) {
      case 0 -> new Path.Inverse(path(depth - 1));
      case 1 -> new Path.Sequence(List.of(path(depth - 1), path(depth - 1)));
      case 2 -> new Path.Alternative(List.of(path(depth - 1), path(depth - 1)));
      case 3 -> new Path.ZeroOrMore(path(depth - 1));
      case 4 -> new Path.OneOrMore(path(depth - 1));
      default -> new Path.ZeroOrOne(path(depth - 1));
    };
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) terms.add(term());
    return terms;
  }

  private Term term() {
    return random.nextInt(3) == 0 ? literal() : subject();
  }

  private Term subject() {
    return random.nextInt(4) == 0 ? new BlankNode("b" + random.nextInt(2)) : node();
  }

  private Iri node() {
    return ex("n" + random.nextInt(4));
  }

  private Term literal() {
    return switch (random.nextInt(4)) {
      case 0 -> Literal.string("text");
      case 1 -> Literal.xsd("5", "integer");
      case 2 -> Literal.xsd("x", "integer");
      default ->
          new Literal(
              "wort",
              new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"),
              random.nextBoolean() ? "de" : "DE");
    };
  }

  private Iri predicate() {
    return ex("p" + random.nextInt(3));
  }

  private Iri type() {
    return ex("C" + random.nextInt(2));
  }
}
