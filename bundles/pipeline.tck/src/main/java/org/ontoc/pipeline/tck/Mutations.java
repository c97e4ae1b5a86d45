// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/** Programs that differ in one parameter, and so in what they accept. */
final class Mutations {
  private static final Iri OTHER = new Iri("http://example.org/other");

  private final Program program;

  private Mutations(Program program) {
    this.program = program;
  }

  /** All programs with the parameter of one constraint changed. */
  static List<Program> of(Program program) {
    Mutations mutations = new Mutations(program);
    List<Program> mutated = new ArrayList<>();
    for (int i = 0; i < program.shapes().size(); i++) {
      Shape shape = program.shapes().get(i);
      if (shape.deactivated()) continue;
      for (int j = 0; j < shape.constraints().size(); j++) {
        Optional<Constraint> other = mutations.other(shape.constraints().get(j));
        if (other.isEmpty()) continue;
        List<Constraint> constraints = new ArrayList<>(shape.constraints());
        constraints.set(j, other.get());
        List<Shape> shapes = new ArrayList<>(program.shapes());
        shapes.set(i, shape.withConstraints(constraints));
        mutated.add(program.withShapes(shapes));
      }
    }
    return mutated;
  }

  /** Empty for a constraint without parameters. */
  private Optional<Constraint> other(Constraint constraint) {
    return Optional.ofNullable(
        switch (constraint) {
          case Constraint.Class c -> new Constraint.Class(OTHER, c.at());
          case Constraint.Datatype c -> new Constraint.Datatype(OTHER, c.at());
          case Constraint.NodeKind c -> new Constraint.NodeKind(next(c.kind()), c.at());
          case Constraint.MinCount c -> new Constraint.MinCount(c.count() + 1, c.at());
          case Constraint.MaxCount c -> new Constraint.MaxCount(c.count() + 1, c.at());
          case Constraint.MinExclusive c -> new Constraint.MinExclusive(more(c.bound()), c.at());
          case Constraint.MinInclusive c -> new Constraint.MinInclusive(more(c.bound()), c.at());
          case Constraint.MaxExclusive c -> new Constraint.MaxExclusive(more(c.bound()), c.at());
          case Constraint.MaxInclusive c -> new Constraint.MaxInclusive(more(c.bound()), c.at());
          case Constraint.MinLength c -> new Constraint.MinLength(c.length() + 1, c.at());
          case Constraint.MaxLength c -> new Constraint.MaxLength(c.length() + 1, c.at());
          case Constraint.Pattern c -> new Constraint.Pattern(other(c.regex()), c.flags(), c.at());
          case Constraint.LanguageIn c -> new Constraint.LanguageIn(List.of("fr"), c.at());
          case Constraint.UniqueLang _ -> null;
          case Constraint.Equals c -> new Constraint.Equals(OTHER, c.at());
          case Constraint.Disjoint c -> new Constraint.Disjoint(OTHER, c.at());
          case Constraint.LessThan c -> new Constraint.LessThan(OTHER, c.at());
          case Constraint.LessThanOrEquals c -> new Constraint.LessThanOrEquals(OTHER, c.at());
          case Constraint.Not c -> new Constraint.Not(otherShape(c.shape()), c.at());
          case Constraint.And c -> new Constraint.And(fewer(c.shapes()), c.at());
          case Constraint.Or c -> new Constraint.Or(fewer(c.shapes()), c.at());
          case Constraint.Xone c -> new Constraint.Xone(fewer(c.shapes()), c.at());
          case Constraint.Node c -> new Constraint.Node(otherShape(c.shape()), c.at());
          // the samples have only one property shape that is not an entry point
          case Constraint.Property _ -> null;
          case Constraint.QualifiedValueShape c ->
              new Constraint.QualifiedValueShape(
                  c.shape(), OptionalLong.of(c.min().orElse(0) + 1), c.max(), c.siblings(), c.at());
          case Constraint.Closed c -> new Constraint.Closed(List.of(OTHER), c.at());
          case Constraint.HasValue c -> new Constraint.HasValue(OTHER, c.at());
          case Constraint.In c -> new Constraint.In(List.of(OTHER), c.at());
          case Constraint.Sparql _ -> null;
        });
  }

  /** One of the two expressions that the sample planner has automata for. */
  private static String other(String regex) {
    return regex.equals(SamplePrograms.SEARCHED)
        ? SamplePrograms.ANCHORED
        : SamplePrograms.SEARCHED;
  }

  private static NodeKind next(NodeKind kind) {
    return NodeKind.values()[(kind.ordinal() + 1) % NodeKind.values().length];
  }

  private static Literal more(Literal bound) {
    return new Literal("9" + bound.lexical(), bound.datatype(), "");
  }

  /** Another shape that is only referred to, so that nothing becomes recursive. */
  private Term otherShape(Term id) {
    return program.shapes().stream()
        .filter(shape -> shape.targets().isEmpty() && shape.path().isEmpty())
        .map(Shape::id)
        .filter(other -> !other.equals(id))
        .findFirst()
        .orElse(
            program.shapes().stream()
                .filter(Shape::deactivated)
                .map(Shape::id)
                .findFirst()
                .orElse(id));
  }

  private List<Term> fewer(List<Term> members) {
    if (!members.isEmpty()) return members.subList(1, members.size());
    return program.shapes().stream()
        .filter(shape -> shape.targets().isEmpty())
        .map(Shape::id)
        .toList();
  }
}
