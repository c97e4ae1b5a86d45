// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * Removes constraints that hold for every graph: a constraint that cannot be violated has no
 * results, so the results stay as they are, each with its number of occurrences. What then has no
 * constraints needs no targets either, and references to it hold in turn.
 */
@Component
@Pass.Id("constant-folding")
public final class ConstantFolding implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    return new Folding(program, context).apply();
  }

  private static final class Folding {
    private final Program program;
    private final Context context;
    private final Map<Term, Shape> shapes = new LinkedHashMap<>();
    private final References references;

    /**
     * Shapes to which every node conforms. A recursive shape is never proven so: it gets here only
     * after all that it refers to.
     */
    private final Set<Term> conforming = new HashSet<>();

    Folding(Program program, Context context) {
      this.program = program;
      this.context = context;
      this.references = new References(program.shapes());
      program.shapes().forEach(shape -> shapes.put(shape.id(), shape));
    }

    Program apply() {
      Deque<Term> open = new ArrayDeque<>(shapes.keySet());
      while (!open.isEmpty()) {
        context.checkCancelled();
        Term id = open.poll();
        Shape shape = shapes.get(id);
        if (shape == null || conforming.contains(id)) continue;
        Shape folded = fold(shape);
        shapes.put(id, folded);
        if (folded.deactivated() || folded.constraints().isEmpty()) {
          conforming.add(id);
          references.referrers(id).forEach(referrer -> open.add(referrer.id()));
        }
      }
      List<Shape> folded = List.copyOf(shapes.values());
      return folded.equals(program.shapes()) ? program : program.withShapes(folded);
    }

    private Shape fold(Shape shape) {
      // Deactivated: nothing in it has an effect, and dead-shapes empties it.
      if (shape.deactivated()) return shape;
      StaticValues values = new StaticValues(shape, references.count(shape.id()) > 0);
      List<Constraint> kept = new ArrayList<>();
      for (Constraint constraint : shape.constraints()) {
        Constraint reduced = reduce(constraint);
        if (!holds(reduced) && !values.prove(reduced)) kept.add(reduced);
      }
      Shape folded = kept.equals(shape.constraints()) ? shape : shape.withConstraints(kept);
      // Without constraints no focus node has a result, so none needs to be found.
      boolean idle = kept.isEmpty() && !folded.targets().isEmpty();
      return idle ? folded.withTargets(List.of()) : folded;
    }

    /** sh:and has one result for a value node, whichever members it fails: those that hold go. */
    private Constraint reduce(Constraint constraint) {
      if (!(constraint instanceof Constraint.And and)) return constraint;
      List<Term> members =
          and.shapes().stream().filter(member -> !conforming.contains(member)).toList();
      return members.size() == and.shapes().size() ? and : new Constraint.And(members, and.at());
    }

    /** Whether a constraint holds whatever the value nodes are. */
    private boolean holds(Constraint constraint) {
      return switch (constraint) {
        // No set has fewer than 0 values.
        case Constraint.MinCount c -> c.count() == 0;
        // Stands for all counts that no graph reaches.
        case Constraint.MaxCount c -> c.count() == Long.MAX_VALUE;
        case Constraint.QualifiedValueShape c ->
            c.min().orElse(0) == 0 && c.max().orElse(Long.MAX_VALUE) == Long.MAX_VALUE;
        // A conjunction of nothing, such as what is left when all members hold.
        case Constraint.And c -> c.shapes().isEmpty();
        case Constraint.Or c -> c.shapes().stream().anyMatch(conforming::contains);
        // Of more members the others would have to be proven never to conform.
        case Constraint.Xone c -> c.shapes().size() == 1 && conforming.containsAll(c.shapes());
        case Constraint.Node c -> conforming.contains(c.shape());
        case Constraint.Property c -> conforming.contains(c.shape());
        // A minimum or maximum length never holds for blank nodes, even 0 (SHACL section 4.4).
        case Constraint.MinLength _, Constraint.MaxLength _, Constraint.Pattern _ -> false;
        case Constraint.Class _,
            Constraint.Datatype _,
            Constraint.NodeKind _,
            Constraint.MinExclusive _,
            Constraint.MinInclusive _,
            Constraint.MaxExclusive _,
            Constraint.MaxInclusive _,
            Constraint.LanguageIn _,
            Constraint.UniqueLang _,
            Constraint.Equals _,
            Constraint.Disjoint _,
            Constraint.LessThan _,
            Constraint.LessThanOrEquals _,
            Constraint.Not _,
            Constraint.Closed _,
            Constraint.HasValue _,
            Constraint.In _,
            Constraint.Sparql _ ->
            false;
      };
    }
  }
}
