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
  private static final List<String> SWITCHES = List.of("implicit-class-targets", "recursion");

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
   * Opens the validator and reads the data.
   *
   * @throws Stopped when it ends before
   */
  void validate(Selection selection) {
    String target = compilation.target();
    Optional<Member<ValidatorProvider>> found =
        runner.step(
            Phase.INITIALIZATION,
            () -> selection.one(ValidatorProvider.class, "validator provider", "opens", target));
    if (found.isEmpty() || compilation.plan().isEmpty() || compilation.folder().isEmpty()) {
      selection.reportNoProvider(target);
      throw new Stopped(Stopped.Then.ANSWER);
    }
    ReadableData readable = ReadableData.of(data, selection, runner);
    Plan plan = compilation.plan().get();
    Path folder = folder(compilation.folder().get());
    Member<ValidatorProvider> provider = found.get();
    Validator validator =
        runner.call(
            provider,
            Phase.LINKING,
            context -> provider.service().open(plan, folder, context),
            _ -> Optional.empty(),
            _ -> true);
    try {
      statistics =
          runner.call(
              provider,
              Phase.VALIDATION,
              context ->
                  validator.validate(
                      readable.sources(), readable.results(results), readable.context(context)),
              this::verify,
              _ -> true);
    } finally {
      close(provider, validator);
      // the folder must not be evicted from the cache while the validator is open
      Reference.reachabilityFence(compilation.folder().get());
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
  private Path folder(Path kept) {
    if (Files.isDirectory(kept)) return kept;
    try {
      return stores
          .scratch()
          .get(CacheKey.of(kept.toString()), compilation::artifacts, _ -> {}, () -> {})
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

  private Optional<String> verify(Validator.Statistics counted) {
    long handed = results.count();
    return counted.results() == handed
        ? Optional.empty()
        : Optional.of("it counted " + counted.results() + " results and handed over " + handed);
  }
}
