// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlanQueries;
import org.ontoc.pipeline.validation.DataFault;
import org.ontoc.pipeline.validation.Documents;
import org.ontoc.pipeline.validation.ResultTree;
import org.ontoc.pipeline.validation.ValidationOptions;
import org.ontoc.runtime.graph.Details;
import org.ontoc.runtime.graph.Limits;
import org.ontoc.runtime.graph.ReadException;
import org.ontoc.runtime.graph.Result;
import org.ontoc.runtime.graph.Validation;

/** Runs a compiled program inside this process. */
public final class PlanValidator implements Validator {
  private final Plan plan;
  private final Supplier<Optional<QueryEngine>> engines;
  private final boolean queries;
  // held for reading while a validation runs: closing waits
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private org.ontoc.runtime.graph.@Nullable Validator compiled;

  /**
   * A validator of a plan.
   *
   * @param engines what answers its queries, asked for when there are some
   * @param compiled the plan's program; checks and shapes have the numbers of the plan
   */
  public PlanValidator(
      Plan plan,
      Supplier<Optional<QueryEngine>> engines,
      org.ontoc.runtime.graph.Validator compiled) {
    this.plan = plan;
    this.engines = engines;
    this.queries = PlanQueries.areAsked(plan);
    this.compiled = compiled;
  }

  @Override
  public Statistics validate(
      List<Source> data, Consumer<ValidationResult> consumer, Context context) {
    use.readLock().lock();
    try {
      org.ontoc.runtime.graph.Validator opened = compiled;
      if (opened == null) throw new IllegalStateException("the validator is closed");
      Optional<Documents> documents = Documents.of(data, context);
      return documents.isEmpty()
          ? Statistics.NONE
          : run(opened.validation(), documents.get(), consumer, context);
    } catch (OutOfMemoryError _) {
      context.error(
          "E0812",
          Origin.NOWHERE,
          "there is not enough memory for this data",
          "give the JVM more memory, or validate the data in parts");
      return Statistics.NONE;
    } finally {
      use.readLock().unlock();
    }
  }

  private Statistics run(
      Validation validation,
      Documents documents,
      Consumer<ValidationResult> consumer,
      Context context) {
    Optional<ValidationOptions> given = ValidationOptions.inMemory(context);
    if (given.isEmpty()) return Statistics.NONE;
    ValidationOptions options = given.get();
    validation.limit(
        new Limits(
            options.maxLineBytes().orElse(Limits.DEFAULT.tokenBytes()), Limits.DEFAULT.depth()));
    validation.poll(context::checkCancelled);
    for (int i = 0; i < documents.list().size(); i++) {
      if (!read(validation, documents, i, context)) return Statistics.NONE;
    }
    Details details = new Details(options.detailDepth(), options.detailResults());
    validation.details(details);
    Results results = new Results(plan, validation, documents);
    long[] counted = {0};
    ResultTree explained =
        new ResultTree(
            result -> {
              counted[0]++;
              consumer.accept(result);
            });
    Optional<Validation.Statistics> s = check(validation, results, explained, context);
    if (s.isEmpty()) return Statistics.NONE;
    explained.end();
    ResultTree.reportCut(details.cutResults(), context);
    return statistics(s.get(), counted[0]);
  }

  private static Statistics statistics(Validation.Statistics s, long results) {
    return new Statistics(
        s.triples(), s.kept(), s.focusNodes(), results, s.readNanos(), s.checkNanos(), 0);
  }

  /** Empty when it cannot be done, which was reported. */
  private Optional<Validation.Statistics> check(
      Validation validation, Results results, ResultTree explained, Context context) {
    Consumer<Result> plain = result -> explained.add(results.result(result), result.depth());
    if (!queries) return Optional.of(validation.validate(plain));
    Optional<QueryEngine> engine = engines.get();
    if (engine.isEmpty()) {
      context.error(
          "E0611",
          Origin.NOWHERE,
          "these shapes have SPARQL queries, and nothing here answers them",
          "start the bundle org.ontoc.sparql");
      return Optional.empty();
    }
    List<int[]> targets = targets(engine.get(), validation, context);
    TermIds terms = new TermIds(validation);
    EngineQueries asked = new EngineQueries(engine.get(), terms, results, explained, context);
    asked.targets(targets);
    return Optional.of(validation.validate(plain, asked));
  }

  /** Selected first, since a node that is not in the data becomes a term of the graph by it. */
  private List<int[]> targets(QueryEngine engine, Validation validation, Context context) {
    TermIds terms = new TermIds(validation);
    return EngineQueries.select(engine, plan, terms, context).stream()
        .map(nodes -> nodes.stream().mapToInt(terms::id).toArray())
        .toList();
  }

  private static boolean read(
      Validation validation, Documents documents, int number, Context context) {
    Documents.Document document = documents.list().get(number);
    Validation.Format format =
        switch (document.format()) {
          case N_TRIPLES -> Validation.Format.N_TRIPLES;
          case TURTLE -> Validation.Format.TURTLE;
        };
    try (InputStream in = SourceStream.open(document.source())) {
      validation.read(in, format, document.base());
      return true;
    } catch (ReadException fault) {
      fault(fault, documents.origin(number, fault.line(), fault.column())).report(context);
    } catch (IOException cause) {
      String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      DataFault.unreadable(document.source(), TerminalText.sanitize(reason), context);
    }
    return false;
  }

  private static DataFault fault(ReadException fault, Origin at) {
    DataFault.Kind kind =
        switch (fault.kind()) {
          case SYNTAX -> DataFault.Kind.SYNTAX;
          case IO -> DataFault.Kind.IO;
          case LIMIT -> DataFault.Kind.LIMIT;
        };
    return new DataFault(kind, at, String.valueOf(fault.getMessage()), fault.offset());
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      compiled = null;
    } finally {
      use.writeLock().unlock();
    }
  }
}
