// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;

/** Reads plans for comparison. */
final class Plans {
  private Plans() {}

  /** Everything in a plan, with the contents of arrays. */
  static String text(Plan plan) {
    String automata =
        plan.automata().stream()
            .map(
                automaton ->
                    switch (automaton) {
                      case Automaton.Dfa dfa ->
                          Arrays.toString(dfa.classOf())
                              + Arrays.toString(dfa.next())
                              + Arrays.toString(dfa.accepting());
                      case Automaton.CharacterDfa dfa ->
                          Arrays.toString(dfa.first())
                              + Arrays.toString(dfa.classOf())
                              + Arrays.toString(dfa.next())
                              + Arrays.toString(dfa.accepting());
                      case Automaton.Nfa nfa -> nfa.toString();
                    })
            .collect(Collectors.joining());
    return plan.name()
        + plan.reads()
        + plan.shapes()
        + plan.entryPoints()
        + plan.paths()
        + automata
        + plan.hierarchy();
  }

  /**
   * What a plan finds, by the reference evaluator. A result's path is the one that its shape has in
   * the sources, whatever simpler path the plan walks; of a closed shape it is the offending
   * predicate.
   */
  static List<Result> results(Plan plan, Collection<Triple> data) {
    Map<Term, Shape> shapes = new HashMap<>();
    plan.shapes().forEach(planned -> shapes.put(planned.shape().id(), planned.shape()));
    return ReferenceValidator.validate(program(plan), data).stream()
        .map(result -> asWritten(result, shapes.get(result.shape())))
        .toList();
  }

  private static Result asWritten(Result found, @Nullable Shape shape) {
    if (shape == null || found.component().value().endsWith("#ClosedConstraintComponent")) {
      return found;
    }
    return new Result(
        found.focus(),
        shape.path(),
        found.value(),
        found.component(),
        found.shape(),
        found.severity());
  }

  /** The program that a plan executes. */
  private static Program program(Plan plan) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < plan.shapes().size(); i++) {
      PlannedShape planned = plan.shapes().get(i);
      Shape shape = planned.shape();
      List<Constraint> constraints = planned.checks().stream().map(Check::constraint).toList();
      Optional<Path> path =
          planned.path() < 0 ? Optional.empty() : Optional.of(plan.paths().get(planned.path()));
      shapes.add(
          new Shape(
              shape.id(),
              path,
              plan.entryPoints().contains(i) ? shape.targets() : List.of(),
              constraints,
              shape.severity(),
              shape.messages(),
              shape.deactivated(),
              shape.signal(),
              shape.at()));
    }
    return new Program(shapes, new Ontology(List.of(), List.of(), plan.hierarchy()));
  }
}
