// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.QueryEngine.Focus;
import org.ontoc.pipeline.QueryEngine.Violation;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/** A SPARQL-based constraint of one shape, ready for its focus nodes. */
final class ConstraintQuery implements QueryEngine.Prepared {
  private final Shape shape;
  private final boolean asks;
  private final Evaluation evaluation;
  private final Messages messages;

  ConstraintQuery(
      Shape shape, Constraint.Sparql constraint, QueryEngine.Graph data, Context context) {
    this.shape = shape;
    this.asks = constraint.query().kind() == Query.Kind.ASK;
    Set<String> variables = asks ? Set.of("this", "value") : Set.of("this");
    this.evaluation = new Evaluation(constraint.query(), variables, data, context);
    this.messages = new Messages(shape, constraint);
  }

  @Override
  public void evaluate(Iterable<Focus> nodes, Predicate<Violation> violations) {
    for (Focus focus : nodes) {
      boolean more = asks ? ask(focus, violations) : select(focus.node(), violations);
      if (!more || evaluation.failed()) return;
    }
  }

  /** A value node for which the query has no answer violates the constraint. */
  private boolean ask(Focus focus, Predicate<Violation> violations) {
    for (Term value : focus.values()) {
      Map<String, Term> bindings = new HashMap<>(Map.of("this", focus.node(), "value", value));
      long solutions = evaluation.solutions(bindings, _ -> false);
      if (evaluation.failed()) return false;
      if (solutions > 0) continue;
      Violation violation =
          new Violation(focus.node(), Optional.of(value), shape.path(), messages.of(bindings::get));
      if (!violations.test(violation)) return false;
    }
    return true;
  }

  private boolean select(Term focus, Predicate<Violation> violations) {
    boolean[] more = {true};
    evaluation.solutions(
        Map.of("this", focus),
        solution -> {
          if (Literal.xsd("true", "boolean").equals(solution.get("failure")))
            evaluation.fail("the query reports a failure for " + focus);
          else more[0] = violations.test(violation(focus, solution));
          return more[0] && !evaluation.failed();
        });
    return more[0];
  }

  private Violation violation(Term focus, Evaluation.Solution solution) {
    Term value = solution.get("value");
    if (value == null && shape.path().isEmpty()) value = focus;
    return new Violation(
        focus, Optional.ofNullable(value), path(solution.get("path")), messages(focus, solution));
  }

  private Optional<Path> path(@Nullable Term bound) {
    return bound instanceof Iri iri ? Optional.of(new Path.Predicate(iri)) : shape.path();
  }

  private List<Literal> messages(Term focus, Evaluation.Solution solution) {
    if (solution.get("message") instanceof Literal message) return List.of(message);
    return messages.of(
        variable -> {
          Term bound = solution.get(variable);
          return bound == null && variable.equals("this") ? focus : bound;
        });
  }
}
