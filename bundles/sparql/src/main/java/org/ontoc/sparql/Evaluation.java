// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.transaction.QueryEvaluationMode;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.QueryRoot;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;
import org.eclipse.rdf4j.query.algebra.evaluation.optimizer.QueryJoinOptimizer;
import org.eclipse.rdf4j.query.impl.EmptyBindingSet;
import org.eclipse.rdf4j.query.parser.ParsedQuery;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Term;

/** One query, parsed and planned once, and evaluated for any number of pre-bindings in turn. */
final class Evaluation {
  private final Query query;
  private final Context context;
  private final PreBinding preBinding;
  private final QueryEvaluationStep step;
  private boolean failed;

  /**
   * @param variables what is pre-bound with each evaluation, besides the query's own bindings
   */
  Evaluation(Query query, Set<String> variables, QueryEngine.Graph data, Context context) {
    this.query = query;
    this.context = context;
    Set<String> names = new TreeSet<>(variables);
    query.bindings().forEach(binding -> names.add(binding.variable()));
    this.preBinding = new PreBinding(names);
    for (Query.Binding binding : query.bindings())
      preBinding.bind(binding.variable(), TermValues.ofShapes(binding.value()));
    this.step = prepare(data);
  }

  private QueryEvaluationStep prepare(QueryEngine.Graph data) {
    GraphSource source = new GraphSource(query, data, context);
    Strategy strategy = new Strategy(source, context);
    strategy.setQueryEvaluationMode(QueryEvaluationMode.STRICT);
    try {
      ParsedQuery parsed = new SPARQLParser().parseQuery(query.text(), null);
      TupleExpr algebra = new QueryRoot(parsed.getTupleExpr());
      preBinding.insertInto(algebra);
      // the other optimizers of RDF4J take what is bound now for what is always bound
      new QueryJoinOptimizer(new EvaluationStatistics(), source)
          .optimize(algebra, null, EmptyBindingSet.getInstance());
      return strategy.precompile(algebra);
    } catch (RDF4JException failure) {
      fail("the query cannot be evaluated: " + failure.getMessage());
      return QueryEvaluationStep.EMPTY;
    }
  }

  /** Terms by variable, unbound ones left out. */
  interface Solution {
    @org.jspecify.annotations.Nullable
    Term get(String variable);
  }

  /**
   * Evaluates the query and reports when that fails; then, and after a failure before, there are no
   * solutions any more.
   *
   * @param bindings terms of the data
   * @param each takes a solution; false to be handed no more
   * @return the number of solutions handed over
   */
  long solutions(Map<String, Term> bindings, Predicate<Solution> each) {
    if (failed) return 0;
    bindings.forEach((name, term) -> preBinding.bind(name, TermValues.ofData(term)));
    long handed = 0;
    try (CloseableIteration<BindingSet> found = step.evaluate(EmptyBindingSet.getInstance())) {
      while (found.hasNext()) {
        context.checkCancelled();
        BindingSet solution = found.next();
        handed++;
        if (!each.test(variable -> TermValues.term(solution.getValue(variable)))) break;
      }
    } catch (RDF4JException failure) {
      fail("the query cannot be evaluated: " + failure.getMessage());
    }
    return handed;
  }

  boolean failed() {
    return failed;
  }

  void fail(String message) {
    failed = true;
    context.error("E0710", query.at(), message, "correct the query");
  }
}
