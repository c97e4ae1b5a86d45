// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * Evaluates what stands twice once. Two equal constraints of a shape that reports, such as two
 * sh:and with equal lists, have two results each time, and stay. They are merged where only
 * conformance is asked for, and members of lists where a second one cannot change the answer.
 */
@Component
@Pass.Id("merge-duplicates")
public final class MergeDuplicates implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    References references = new References(program.shapes());
    Set<Term> reported = references.reported();
    Map<Term, Shape> merged = new HashMap<>();
    for (Shape shape : program.shapes()) {
      merged.put(shape.id(), merge(shape, !reported.contains(shape.id())));
    }
    for (Shape shape : program.shapes()) {
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints()) {
        if (constraint instanceof Constraint.And and) {
          mergeConjunction(and.shapes(), merged, references, reported);
        }
      }
    }
    List<Shape> shapes =
        program.shapes().stream().map(shape -> merged.getOrDefault(shape.id(), shape)).toList();
    return shapes.equals(program.shapes()) ? program : program.withShapes(shapes);
  }

  private static Shape merge(Shape shape, boolean onlyTested) {
    if (shape.deactivated()) return shape;
    List<Constraint> kept = new ArrayList<>();
    Set<Constraint> seen = new HashSet<>();
    for (Constraint constraint : shape.constraints()) {
      Constraint merged = mergeLists(constraint);
      boolean repeated = !seen.add(Origins.without(merged));
      if (!(onlyTested && repeated)) kept.add(merged);
    }
    return kept.equals(shape.constraints()) ? shape : shape.withConstraints(kept);
  }

  private static Constraint mergeLists(Constraint constraint) {
    return switch (constraint) {
      // One result for a value node however many members it fails, or conforms to.
      case Constraint.And c -> new Constraint.And(distinct(c.shapes()), c.at());
      case Constraint.Or c -> new Constraint.Or(distinct(c.shapes()), c.at());
      case Constraint.QualifiedValueShape c ->
          new Constraint.QualifiedValueShape(
              c.shape(), c.min(), c.max(), distinct(c.siblings()), c.at());
      case Constraint.In c -> new Constraint.In(distinct(c.values()), c.at());
      case Constraint.LanguageIn c -> new Constraint.LanguageIn(distinct(c.ranges()), c.at());
      case Constraint.Closed c -> new Constraint.Closed(distinct(c.allowed()), c.at());
      // A node that conforms to a member that stands twice in sh:xone conforms to two.
      case Constraint.Xone _,
          Constraint.Class _,
          Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _,
          Constraint.Not _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.HasValue _,
          Constraint.Sparql _ ->
          constraint;
    };
  }

  private static <T> List<T> distinct(List<T> members) {
    return List.copyOf(new LinkedHashSet<>(members));
  }

  /**
   * All members of sh:and are asked about the same node. So a constraint of a member needs not be
   * asked again in a later one, if nothing else asks that one.
   */
  private static void mergeConjunction(
      List<Term> members, Map<Term, Shape> merged, References references, Set<Term> reported) {
    Set<Constraint> seen = new HashSet<>();
    for (Term member : members) {
      Shape shape = merged.get(member);
      if (shape == null || shape.deactivated() || shape.path().isPresent()) continue;
      boolean exclusive = references.count(member) == 1 && !reported.contains(member);
      List<Constraint> kept = new ArrayList<>();
      for (Constraint constraint : shape.constraints()) {
        boolean repeated = !seen.add(Origins.without(constraint));
        if (!(exclusive && repeated)) kept.add(constraint);
      }
      if (kept.size() < shape.constraints().size()) merged.put(member, shape.withConstraints(kept));
    }
  }
}
