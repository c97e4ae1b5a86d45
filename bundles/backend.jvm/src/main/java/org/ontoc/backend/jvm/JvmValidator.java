// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

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
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.runtime.graph.ReadException;
import org.ontoc.runtime.graph.Validation;

/** Runs compiled classes inside this process. */
final class JvmValidator implements Validator {
  private final Plan plan;
  private final Supplier<Optional<QueryEngine>> engines;
  private final boolean queries;
  // held for reading while a validation runs: closing waits
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private org.ontoc.runtime.graph.@Nullable Validator compiled;

  JvmValidator(
      Plan plan,
      Supplier<Optional<QueryEngine>> engines,
      org.ontoc.runtime.graph.Validator compiled) {
    this.plan = plan;
    this.engines = engines;
    this.queries = Queries.areAsked(plan);
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
    validation.limit(documents.limits());
    validation.poll(context::checkCancelled);
    for (int i = 0; i < documents.list().size(); i++) {
      if (!read(validation, documents, i, context)) return Statistics.NONE;
    }
    Results results = new Results(plan, validation, documents);
    if (queries) return query(validation, results, consumer, context);
    return statistics(validation.validate(result -> consumer.accept(results.result(result))), 0);
  }

  private static Statistics statistics(Validation.Statistics s, long more) {
    return new Statistics(
        s.triples(),
        s.kept(),
        s.focusNodes(),
        s.results() + more,
        s.readNanos(),
        s.checkNanos(),
        0);
  }

  private Statistics query(
      Validation validation,
      Results results,
      Consumer<ValidationResult> consumer,
      Context context) {
    Optional<QueryEngine> engine = engines.get();
    if (engine.isEmpty()) {
      context.error(
          "E0611",
          Origin.NOWHERE,
          "these shapes have SPARQL queries, and nothing here answers them",
          "start the bundle org.ontoc.sparql");
      return Statistics.NONE;
    }
    long[] found = {0};
    List<int[]> targets = targets(engine.get(), validation, context);
    TermIds terms = new TermIds(validation);
    EngineQueries asked =
        new EngineQueries(
            engine.get(),
            terms,
            results,
            result -> {
              found[0]++;
              consumer.accept(result);
            },
            context);
    asked.targets(targets);
    Validation.Statistics s =
        validation.validate(result -> consumer.accept(results.result(result)), asked);
    return statistics(s, found[0]);
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
    try (InputStream in = SourceStream.open(document.source())) {
      validation.read(in, document.format(), document.base());
      return true;
    } catch (ReadException fault) {
      report(fault, documents.origin(number, fault.line(), fault.column()), context);
    } catch (IOException cause) {
      unreadable(document.source(), cause, context);
    }
    return false;
  }

  private static void unreadable(Source source, IOException cause, Context context) {
    context.error(
        "E0703",
        new Origin(source.name(), 0, 0, ""),
        "the data cannot be read: " + (cause.getMessage() == null ? cause : cause.getMessage()),
        "see that the file exists, is readable and whole");
  }

  private static void report(ReadException fault, Origin at, Context context) {
    String message = String.valueOf(fault.getMessage());
    switch (fault.kind()) {
      case SYNTAX ->
          context.report(
              Severity.ERROR,
              "E0701",
              at,
              message,
              "",
              List.of(new Diagnostic.Note(at, "this is byte " + fault.offset())));
      case IO ->
          context.error(
              "E0703", at, message, "see that the file exists, is readable and stays as it is");
      case LIMIT ->
          context.error(
              "E0811",
              at,
              message,
              "raise the limit by the option max-line-bytes, or mend the data");
    }
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
