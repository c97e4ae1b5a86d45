// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.pipeline.plan.Tier;

/**
 * The predicates whose objects only have to be told apart once each satisfies all constraints on
 * it: those constraints need the object alone, and nothing else looks at it but counts. Such an
 * object is checked as it is read and not kept.
 */
final class Passing {
  private final Map<Iri, List<Check>> checks = new LinkedHashMap<>();
  private final Set<Iri> others = new HashSet<>();
  private final boolean none;

  /**
   * @param isWritten whether the program has a function of the shape with a number
   */
  Passing(Plan plan, IntPredicate isWritten) {
    none = plan.reads().everything();
    others.addAll(List.of(TermNumbers.TYPE, TermNumbers.SUB_CLASS_OF));
    for (int i = 0; i < plan.shapes().size(); i++) {
      PlannedShape planned = plan.shapes().get(i);
      for (Target target : planned.shape().targets()) {
        if (target instanceof Target.ObjectsOf of) others.add(of.predicate());
      }
      if (isWritten.test(i) && !planned.shape().deactivated()) add(plan, planned);
    }
  }

  private void add(Plan plan, PlannedShape planned) {
    Path path = planned.path() < 0 ? null : plan.paths().get(planned.path());
    planned.checks().forEach(check -> pairs(check.constraint()));
    if (path == null) return;
    if (!(path instanceof Path.Predicate step)) {
      steps(path);
      return;
    }
    List<Check> known = checks.computeIfAbsent(step.iri(), _ -> new ArrayList<>());
    for (Check check : planned.checks()) {
      switch (check.constraint()) {
        case Constraint.MinCount _, Constraint.MaxCount _ -> {}
        case Constraint.In _ -> others.add(step.iri());
        default -> {
          if (check.tier() == Tier.TRIPLE) known.add(check);
          else others.add(step.iri());
        }
      }
    }
  }

  private void pairs(Constraint constraint) {
    switch (constraint) {
      case Constraint.Equals it -> others.add(it.predicate());
      case Constraint.Disjoint it -> others.add(it.predicate());
      case Constraint.LessThan it -> others.add(it.predicate());
      case Constraint.LessThanOrEquals it -> others.add(it.predicate());
      default -> {}
    }
  }

  private void steps(Path path) {
    switch (path) {
      case Path.Predicate step -> others.add(step.iri());
      case Path.Inverse it -> steps(it.path());
      case Path.Sequence it -> it.members().forEach(this::steps);
      case Path.Alternative it -> it.members().forEach(this::steps);
      case Path.ZeroOrMore it -> steps(it.path());
      case Path.OneOrMore it -> steps(it.path());
      case Path.ZeroOrOne it -> steps(it.path());
    }
  }

  boolean isPassing(Iri predicate) {
    return !none && !others.contains(predicate) && checks.containsKey(predicate);
  }

  /** The predicates, with what their objects must satisfy. */
  Map<Iri, List<Check>> predicates() {
    Map<Iri, List<Check>> passing = new LinkedHashMap<>();
    checks.forEach(
        (predicate, all) -> {
          if (isPassing(predicate)) passing.put(predicate, all);
        });
    return passing;
  }
}
