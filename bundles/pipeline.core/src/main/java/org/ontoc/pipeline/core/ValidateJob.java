// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Step.Phase;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.plan.Plan;

/** One attempt to validate data with a compilation. */
final class ValidateJob {
  /** Options that change what the shapes mean, and so belong into a report. */
  private static final List<String> SWITCHES =
      List.of("implicit-class-targets", "imports", "recursion");

  private final Compilation compilation;
  private final List<Source> data;
  private final Runner runner;
  private final Run run;
  private final Stores stores;
  private final Results results;
  private volatile Validator.Statistics statistics = Validator.Statistics.NONE;

  ValidateJob(Compilation compilation, List<Source> data, Runner runner, Stores stores) {
    this.compilation = compilation;
    this.data = data;
    this.runner = runner;
    this.run = runner.state();
    this.stores = stores;
    this.results = new Results(() -> new SpoolFile(stores.scratch().root()));
  }

  Report report() {
    Map<String, String> switches = new TreeMap<>();
    for (String name : SWITCHES) {
      String value = run.options().get(name);
      if (value != null) switches.put(name, value);
    }
    return new Report(
        results.count() == 0 && !run.failed(), results, run.diagnostics(), statistics, switches);
  }

  /**
   * Opens the validator, or one for each part, and reads the data.
   *
   * @throws Stopped when it ends before
   */
  void validate(Selection selection) {
    Optional<Compilation> queries = compilation.queries();
    if (queries.isEmpty()) {
      statistics = validate(compilation, data, selection);
      return;
    }
    try (Replay replay = new Replay(data, stores, run)) {
      Validator.Statistics first = validate(compilation, replay.sources(), selection);
      statistics = sum(first, validate(queries.get(), replay.sources(), selection));
    }
  }

  /** Both parts read the same data, one after the other, for different shapes with targets. */
  private static Validator.Statistics sum(Validator.Statistics one, Validator.Statistics other) {
    return new Validator.Statistics(
        Math.max(one.triples(), other.triples()),
        Math.max(one.kept(), other.kept()),
        one.focusNodes() + other.focusNodes(),
        one.results() + other.results(),
        one.readNanos() + other.readNanos(),
        one.checkNanos() + other.checkNanos(),
        Math.max(one.peakBytes(), other.peakBytes()));
  }

  private Validator.Statistics validate(
      Compilation part, List<Source> sources, Selection selection) {
    String target = part.target();
    Optional<Member<ValidatorProvider>> found =
        runner.step(
            Phase.INITIALIZATION,
            () -> selection.one(ValidatorProvider.class, "validator provider", "opens", target));
    if (found.isEmpty() || part.plan().isEmpty() || part.folder().isEmpty()) {
      selection.reportNoProvider(target);
      throw new Stopped(Stopped.Then.ANSWER);
    }
    ReadableData readable = ReadableData.of(sources, selection, runner);
    Plan plan = part.plan().get();
    Path folder = folder(part);
    Member<ValidatorProvider> provider = found.get();
    Validator validator =
        runner.call(
            provider,
            Phase.LINKING,
            context -> provider.service().open(plan, folder, context),
            _ -> Optional.empty(),
            _ -> true);
    long before = results.count();
    try {
      return runner.call(
          provider,
          Phase.VALIDATION,
          context ->
              validator.validate(
                  readable.sources(), readable.results(results), readable.context(context)),
          counted -> verify(counted, results.count() - before),
          _ -> true);
    } finally {
      close(provider, validator);
      // the folder must not be evicted from the cache while the validator is open
      Reference.reachabilityFence(part.folder().get());
    }
  }

  private void close(Member<ValidatorProvider> provider, Validator validator) {
    try {
      validator.close();
    } catch (RuntimeException | LinkageError thrown) {
      run.report(Severity.ERROR, "E0901", provider + " failed when it was closed: " + thrown, "");
    }
  }

  /** The artifacts are written again when somebody deleted the cache. */
  private Path folder(Compilation part) {
    Path kept = part.folder().orElseThrow();
    if (Files.isDirectory(kept)) return kept;
    try {
      return stores
          .scratch()
          .get(CacheKey.of(kept.toString()), part::artifacts, _ -> {}, () -> {})
          .folder();
    } catch (IOException failed) {
      run.report(
          Severity.ERROR,
          "E0111",
          "the validator cannot be written: " + failed,
          "make room in the temporary folder");
      throw new Stopped(Stopped.Then.ANSWER);
    }
  }

  private static Optional<String> verify(Validator.Statistics counted, long handed) {
    return counted.results() == handed
        ? Optional.empty()
        : Optional.of("it counted " + counted.results() + " results and handed over " + handed);
  }
}
