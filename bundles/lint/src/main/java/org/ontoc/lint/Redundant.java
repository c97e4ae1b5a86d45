// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/** Reports constraints that never fail, and those that fail only where another one does. */
@Component
@Pass.Id("lint-redundant")
public final class Redundant implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Reporter reporter = new Reporter(context);
    Proofs proofs = new Proofs(program);
    Hierarchy hierarchy = new Hierarchy(program.ontology());
    var shapes = program.shapesById();
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints()) {
        if (isToldElsewhere(constraint, shapes)) continue;
        if (proofs.neverFails(constraint)) reportCertain(constraint, reporter);
        else reportImplied(program, new Claim(shape, constraint), hierarchy, reporter);
      }
    }
    return program;
  }

  /**
   * A shape that is included is checked itself, and a deactivated one is another lint's finding.
   */
  private static boolean isToldElsewhere(Constraint constraint, Map<Term, Shape> shapes) {
    if (constraint instanceof Constraint.Property) return true;
    if (!(constraint instanceof Constraint.Node node)) return false;
    Shape shape = shapes.get(node.shape());
    return shape == null || shape.deactivated() || !shape.constraints().isEmpty();
  }

  private static void reportCertain(Constraint constraint, Reporter reporter) {
    reporter.warn(
        "W0354",
        constraint.at(),
        "This " + Claim.name(constraint) + " never fails, whatever the data",
        "Remove it, or demand what was meant");
  }

  private static void reportImplied(
      Program program, Claim claim, Hierarchy hierarchy, Reporter reporter) {
    Shape shape = claim.shape();
    for (Constraint other : shape.constraints()) {
      if (other.equals(claim.constraint()) || !implies(other, claim.constraint(), shape, hierarchy))
        continue;
      Claim stronger = new Claim(shape, other);
      reporter.warn(
          "W0355",
          at(program, claim),
          "This " + claim.name() + " fails only where " + stronger.name() + " fails, too",
          "Remove it",
          new Diagnostic.Note(at(program, stronger), "The constraint that implies it is here"));
      return;
    }
  }

  /** One of several values of a parameter is told by the value's position. */
  private static Origin at(Program program, Claim claim) {
    return claim.constraint() instanceof Constraint.Class it
        ? program.positions().first(claim.shape().id(), Names.sh("class"), it.type(), it.at())
        : claim.at();
  }

  /** Whether a focus node that satisfies the one constraint satisfies the other. */
  static boolean implies(Constraint one, Constraint other, Shape shape, Hierarchy hierarchy) {
    return switch (other) {
      case Constraint.NodeKind it -> {
        var admitted = Kinds.admitted(one);
        yield !admitted.isEmpty()
            && !(one instanceof Constraint.HasValue)
            && Kinds.of(it.kind()).containsAll(admitted);
      }
      case Constraint.Class it ->
          one instanceof Constraint.Class sub
              && !sub.type().equals(it.type())
              && hierarchy.above(sub.type()).contains(it.type())
              // of two equivalent classes one is left
              && !hierarchy.above(it.type()).contains(sub.type());
      case Constraint.MinCount it ->
          one instanceof Constraint.HasValue && it.count() <= 1 && shape.path().isPresent();
      case Constraint.UniqueLang _ -> one instanceof Constraint.MaxCount most && most.count() <= 1;
      case Constraint.LessThanOrEquals it ->
          one instanceof Constraint.LessThan less && less.predicate().equals(it.predicate());
      case Constraint.Datatype it
          when one instanceof Constraint.LanguageIn && Literals.isLanguageString(it.datatype()) ->
          true;
      default ->
          one instanceof Constraint.In in
              ? all(in.values(), other)
              : implies(Bounds.of(one).orElse(null), Bounds.of(other).orElse(null));
    };
  }

  private static boolean all(List<Term> members, Constraint constraint) {
    return !members.isEmpty()
        && members.stream().allMatch(member -> Values.satisfies(member, constraint));
  }

  private static boolean implies(Bounds.@Nullable Bound one, Bounds.@Nullable Bound other) {
    if (one == null || other == null || one.lower() != other.lower()) return false;
    boolean exact =
        Literals.exact(one.value()).isPresent() && Literals.exact(other.value()).isPresent();
    boolean strings =
        Literals.family(one.value().datatype()).equals(Optional.of(Literals.Family.STRING))
            && one.value().datatype().equals(other.value().datatype());
    if (!exact && !strings) return false;
    OptionalInt order = Literals.compare(one.value(), other.value());
    if (order.isEmpty()) return false;
    int sign = one.lower() ? order.getAsInt() : -order.getAsInt();
    return sign > 0 || sign == 0 && (one.exclusive() || !other.exclusive());
  }
}
