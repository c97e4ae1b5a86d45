// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * Reports constraints that contradict each other, within a shape, through the shapes that it
 * includes, and among shapes with the same target; and shapes that no node conforms to.
 */
@Component
@Pass.Id("lint-contradictions")
public final class Contradictions implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Proofs proofs = new Proofs(program);
    Reporter reporter = new Reporter(context);
    Map<Term, Set<Term>> referrers = new LinkedHashMap<>();
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      if (shape.deactivated()) continue;
      proofs.refute(proofs.conjunction().add(shape.id()), reporter::warn);
      for (Constraint constraint : shape.constraints())
        for (Term reference : constraint.shapes())
          referrers.computeIfAbsent(reference, _ -> new HashSet<>()).add(shape.id());
    }
    for (TargetGroups.Group same : TargetGroups.of(program)) {
      context.checkCancelled();
      checkTargets(same, proofs, reporter);
    }
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      boolean told = isToldByReferrers(shape, referrers, proofs);
      if (!told) proofs.impossible(shape.id()).ifPresent(why -> warn(shape, why, reporter));
    }
    return program;
  }

  private static void checkTargets(TargetGroups.Group same, Proofs proofs, Reporter reporter) {
    Conjunction node = proofs.conjunction();
    same.shapes().forEach(shape -> node.add(shape.id()));
    if (same.subjects()) node.neverLiteral = "The targets select subjects of triples";
    proofs.refute(node, reporter::warn);
  }

  /** A blank shape that makes all shapes around it impossible is a part of their finding. */
  private static boolean isToldByReferrers(
      Shape shape, Map<Term, Set<Term>> referrers, Proofs proofs) {
    Set<Term> around = referrers.getOrDefault(shape.id(), Set.of());
    return shape.id() instanceof BlankNode
        && !around.isEmpty()
        && around.stream().allMatch(it -> proofs.impossible(it).isPresent());
  }

  private static void warn(Shape shape, Conflict why, Reporter reporter) {
    String name =
        shape.id() instanceof BlankNode ? "this shape" : "the shape " + Names.of(shape.id());
    reporter.warn(
        "W0351",
        shape.at(),
        "No node conforms to " + name,
        "Correct what contradicts itself",
        new Diagnostic.Note(why.at(), "Because of this: " + why.message()));
  }
}
