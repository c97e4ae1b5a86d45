// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedCheck;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.validation.ResultTree;
import org.ontoc.runtime.graph.Details;
import org.ontoc.runtime.graph.Evaluation;
import org.ontoc.runtime.graph.Queries;

/**
 * Answers a plan's queries by a query engine. What is to be reported is asked for all focus nodes
 * of a shape at once; what is only to be tested is asked for one node at a time.
 */
final class EngineQueries implements Queries {
  private record Pending(int focus, Map<Term, Integer> rows, int place, int times) {
    Pending again() {
      return new Pending(focus, rows, place, times + 1);
    }
  }

  private final QueryEngine engine;
  private final TermIds terms;
  private final Results results;
  private final ResultTree consumer;
  private final Context context;
  private final Map<Integer, QueryEngine.Prepared> prepared = new HashMap<>();
  private final Map<Integer, Map<Term, Pending>> pending = new TreeMap<>();
  private final List<int[]> targets = new ArrayList<>();

  EngineQueries(
      QueryEngine engine, TermIds terms, Results results, ResultTree consumer, Context context) {
    this.engine = engine;
    this.terms = terms;
    this.results = results;
    this.consumer = consumer;
    this.context = context;
  }

  /** The nodes of all targets that are queries, in the order in which they are numbered. */
  static List<List<Term>> select(
      QueryEngine engine, Plan plan, QueryEngine.Graph graph, Context context) {
    List<List<Term>> all = new ArrayList<>();
    for (int shape : plan.entryPoints()) {
      PlannedShape planned = plan.shapes().get(shape);
      for (Target target : planned.shape().targets()) {
        if (!(target instanceof Target.Sparql query)) continue;
        List<Term> nodes = new ArrayList<>();
        engine.select(query, graph, nodes::add, context);
        all.add(nodes);
      }
    }
    return all;
  }

  /** Says what the targets select. */
  void targets(List<int[]> nodes) {
    targets.addAll(nodes);
  }

  @Override
  public int[] select(int target) {
    return targets.get(target);
  }

  private QueryEngine.Prepared prepared(int check) {
    return prepared.computeIfAbsent(
        check,
        number -> {
          PlannedCheck entry = results.entry(number);
          Constraint.Sparql constraint = (Constraint.Sparql) entry.check().constraint();
          return engine.prepare(entry.shape(), constraint, terms, context);
        });
  }

  @Override
  public boolean answers(int check, int focus, int[] nodes, int from, int end) {
    List<Term> values = new ArrayList<>();
    for (int i = from; i < end; i++) values.add(terms.term(nodes[i]));
    boolean[] conforms = {true};
    prepared(check)
        .evaluate(
            List.of(new QueryEngine.Focus(terms.term(focus), values)),
            _ -> {
              conforms[0] = false;
              return false;
            });
    return conforms[0];
  }

  @Override
  public void ask(
      int check,
      int focus,
      int[] nodes,
      int[] rows,
      int from,
      int end,
      int place,
      Details details) {
    boolean now = details.depth() > 0;
    Map<Term, Pending> asked =
        now ? new LinkedHashMap<>() : pending.computeIfAbsent(check, _ -> new LinkedHashMap<>());
    Term node = terms.term(focus);
    Pending known = asked.get(node);
    if (known != null) {
      asked.put(node, known.again());
      return;
    }
    Map<Term, Integer> values = new LinkedHashMap<>();
    for (int i = from; i < end; i++) values.put(terms.term(nodes[i]), rows[i]);
    asked.put(node, new Pending(focus, values, place, 1));
    if (now) evaluate(check, asked, details.depth(), details::take);
  }

  @Override
  public void flush() {
    pending.forEach((check, asked) -> evaluate(check, asked, 0, () -> true));
    pending.clear();
  }

  private void evaluate(int check, Map<Term, Pending> asked, int depth, BooleanSupplier room) {
    List<QueryEngine.Focus> nodes = new ArrayList<>();
    asked.forEach((node, it) -> nodes.add(new QueryEngine.Focus(node, it.rows.keySet())));
    prepared(check)
        .evaluate(
            nodes,
            violation -> {
              context.checkCancelled();
              Pending about = asked.get(violation.focusNode());
              if (about == null)
                throw new IllegalStateException("no focus node: " + violation.focusNode());
              ValidationResult result = result(check, about, violation);
              for (int i = 0; i < about.times; i++) {
                if (!room.getAsBoolean()) return false;
                consumer.add(result, depth);
              }
              return true;
            });
  }

  private ValidationResult result(int check, Pending about, QueryEngine.Violation violation) {
    PlannedCheck entry = results.entry(check);
    Optional<Integer> row = violation.value().map(about.rows::get);
    Origin at = results.origin(check, about.focus, row.orElse(Evaluation.NO_ROW), about.place);
    return new ValidationResult(
        violation.focusNode(),
        violation.value(),
        violation.path(),
        entry.check().component(false),
        entry.shape(),
        entry.check(),
        at,
        violation.messages(),
        List.of());
  }
}
