// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.locality.Locality;
import org.ontoc.pipeline.locality.Shapes;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;

/** What a program looks at besides the triples of a focus node, and which check does. */
final class Reach implements Shapes {
  private static final CIdentifier NOTHING = new CIdentifier("NULL");

  private final Unit unit;
  private final Plan plan;
  private final Map<Term, Integer> numbers;
  private final Locality locality;

  Reach(Unit unit) {
    this.unit = unit;
    this.plan = unit.plan;
    this.numbers = unit.shapeNumbers();
    this.locality = Locality.of(this, plan.entryPoints());
  }

  @Override
  public Values values(int shape) {
    int path = plan.shapes().get(shape).path();
    if (path < 0) return Values.FOCUS;
    if (plan.paths().get(path) instanceof Path.Inverse it && it.path() instanceof Path.Predicate)
      return Values.INVERSE;
    return isOneStep(plan.paths().get(path)) ? Values.STEP : Values.LONGER;
  }

  /** Whether every way along a path is at most one step forward. */
  private static boolean isOneStep(Path path) {
    return switch (path) {
      case Path.Predicate _ -> true;
      case Path.ZeroOrOne it -> isOneStep(it.path());
      case Path.Alternative it -> it.members().stream().allMatch(Reach::isOneStep);
      case Path.Inverse _, Path.Sequence _, Path.ZeroOrMore _, Path.OneOrMore _ -> false;
    };
  }

  @Override
  public List<Check> checks(int shape) {
    PlannedShape planned = plan.shapes().get(shape);
    if (planned.shape().deactivated()) return List.of();
    return planned.checks().stream().map(check -> check(check.constraint())).toList();
  }

  private Check check(Constraint constraint) {
    Asks asks =
        switch (constraint) {
          case Constraint.Class _ -> Asks.TYPES;
          case Constraint.Closed _, Constraint.Sparql _ -> Asks.TRIPLES;
          case Constraint.Equals _,
              Constraint.Disjoint _,
              Constraint.LessThan _,
              Constraint.LessThanOrEquals _ ->
              Asks.PREDICATE;
          default -> constraint.shapes().isEmpty() ? Asks.TERM : Asks.SHAPES;
        };
    List<Integer> shapes = constraint.shapes().stream().map(numbers::get).toList();
    return new Check(asks, shapes, unit.detail && !Modes.explaining(constraint).isEmpty());
  }

  CText types() {
    return locality.types().map(this::text).orElse(NOTHING);
  }

  CText details() {
    return locality.details().map(this::text).orElse(NOTHING);
  }

  /** Targets first: those that are objects come from triples of others. */
  CText graph() {
    for (int shape : plan.entryPoints())
      for (Target target : plan.shapes().get(shape).shape().targets())
        if (target instanceof Target.ObjectsOf of)
          return text(shape, "its targets are the objects of a predicate", of.at());
    return locality.graph().map(this::text).orElse(NOTHING);
  }

  private CText text(Locality.Obstacle obstacle) {
    PlannedShape planned = plan.shapes().get(obstacle.shape());
    Origin at =
        obstacle.check() == Locality.Obstacle.PATH
            ? planned.shape().at()
            : planned.checks().get(obstacle.check()).constraint().at();
    return text(obstacle.shape(), obstacle.what(), at);
  }

  /** The document is left out: the same shapes make the same program wherever they are. */
  private CText text(int shape, String what, Origin at) {
    String where = at.isKnown() ? " (line " + at.line() + ", column " + at.column() + ")" : "";
    String id = plan.shapes().get(shape).shape().id().toString();
    return unit.text((id + where + ": " + what).replace('\0', '\uFFFD'));
  }

  /** By constant: whether the types of its objects are looked at. */
  int[] valued() {
    int[] valued = new int[unit.terms.terms().size() + 1];
    List<Iri> steps = new ArrayList<>();
    for (int shape : locality.valued())
      Optional.of(plan.shapes().get(shape).path())
          .filter(path -> path >= 0)
          .ifPresent(path -> steps(plan.paths().get(path), steps));
    steps.forEach(predicate -> valued[unit.terms.id(predicate)] = 1);
    return valued;
  }

  private static void steps(Path path, List<Iri> steps) {
    switch (path) {
      case Path.Predicate it -> steps.add(it.iri());
      case Path.Inverse it -> steps(it.path(), steps);
      case Path.Sequence it -> it.members().forEach(member -> steps(member, steps));
      case Path.Alternative it -> it.members().forEach(member -> steps(member, steps));
      case Path.ZeroOrMore it -> steps(it.path(), steps);
      case Path.OneOrMore it -> steps(it.path(), steps);
      case Path.ZeroOrOne it -> steps(it.path(), steps);
    }
  }
}
