// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/** Evaluates queries with RDF4J's SPARQL engine over the validator's own graph. */
@Component
public final class RdfQueryEngine implements QueryEngine {
  @Override
  public Prepared prepare(Shape shape, Constraint.Sparql constraint, Graph data, Context context) {
    return new ConstraintQuery(shape, constraint, data, context);
  }

  @Override
  public void select(Target.Sparql target, Graph data, Consumer<Term> nodes, Context context) {
    Set<Term> selected = new HashSet<>();
    Evaluation evaluation = new Evaluation(target.query(), Set.of(), data, context);
    evaluation.solutions(
        Map.of(),
        solution -> {
          Term node = solution.get("this");
          if (node != null && selected.add(node)) nodes.accept(node);
          return true;
        });
  }
}
