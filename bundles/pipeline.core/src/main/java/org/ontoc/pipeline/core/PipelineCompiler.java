// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Step;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;

/** The compiler as a service. */
@Component(immediate = true, configurationPid = "org.ontoc.pipeline.core")
public final class PipelineCompiler implements Compiler {
  /** A swap may hit the next attempt as well; an endless one must not keep the caller. */
  private static final int ATTEMPTS = 100;

  /** What Config Admin can set. */
  @interface Settings {
    /** Ids of the passes and plan passes that run when a request names none. */
    String[] passes() default {
      "constant-folding", "merge-duplicates", "dead-shapes", "order-by-cost", "shared-paths"
    };

    /** Most bytes that the cache keeps on disk. */
    long cache_bytes() default 2L << 30;
  }

  private final Offer.Registry registry;
  private final Stores stores;
  private final Quarantine quarantine = new Quarantine();
  private final Departures departures = new Departures();
  private final CrashReports crashes;
  private volatile List<String> defaultPasses;

  @Activate
  public PipelineCompiler(BundleContext context, Settings settings) {
    this(
        new ServiceRegistry(context),
        new Stores(System::getenv, settings.cache_bytes()),
        List.of(settings.passes()));
  }

  PipelineCompiler(Offer.Registry registry, Stores stores, List<String> defaultPasses) {
    this.registry = registry;
    this.stores = stores;
    this.crashes = new CrashReports(stores.crashes());
    this.defaultPasses = defaultPasses;
  }

  @Modified
  void configure(Settings settings) {
    defaultPasses = List.of(settings.passes());
    stores.bound(settings.cache_bytes());
  }

  @Deactivate
  void close() throws IOException {
    stores.close();
  }

  @Override
  public Compilation compile(Request request) {
    Run run = new Run(request.options());
    Runner runner = new Runner(run, quarantine, crashes, stores);
    List<CompileJob> jobs = new ArrayList<>();
    jobs.add(new CompileJob(request, defaultPasses, runner, stores));
    run(
        "compile",
        runner,
        request.budget(),
        selection -> {
          CompileJob job = new CompileJob(request, defaultPasses, runner, stores);
          jobs.set(0, job);
          job.compile(selection);
        });
    Compilation made = jobs.getFirst().compilation();
    Path root = stores.root();
    if (root != null) new QuickStart(root, registry).remember(request, made);
    return made;
  }

  @Override
  public Report validate(
      Compilation compilation,
      List<Source> data,
      Map<String, String> options,
      Request.Budget budget) {
    Run run = new Run(Map.copyOf(options));
    Runner runner = new Runner(run, quarantine, crashes, stores);
    List<ValidateJob> jobs = new ArrayList<>();
    jobs.add(new ValidateJob(compilation, data, runner, stores));
    run(
        "validate",
        runner,
        budget,
        selection -> {
          ValidateJob job = new ValidateJob(compilation, data, runner, stores);
          jobs.set(0, job);
          job.validate(selection);
        });
    return jobs.getFirst().report();
  }

  @Override
  public Documents documents(List<String> names) {
    return new DocumentFinder().find(names);
  }

  /** Runs attempts on a thread of their own until one needs no other or the budget is used up. */
  private void run(String name, Runner runner, Request.Budget budget, Consumer<Selection> attempt) {
    Run run = runner.state();
    Supervisor supervisor = new Supervisor(run, budget);
    boolean ended =
        supervisor.supervise(
            name,
            () -> {
              try {
                attempts(runner, attempt);
              } catch (Throwable bug) {
                reportBug(run, bug);
              }
            });
    Member<?> culprit = run.culprit();
    if (!ended && culprit != null) quarantine.fault(culprit.offer());
    run.close();
  }

  private void attempts(Runner runner, Consumer<Selection> attempt) {
    Run run = runner.state();
    for (int i = 1; i <= ATTEMPTS; i++) {
      if (attempt(runner, attempt) == Stopped.Then.ANSWER) return;
      if (i < ATTEMPTS) run.restart();
    }
    run.report(
        Severity.ERROR,
        "E0903",
        "services were replaced in each of " + ATTEMPTS + " attempts",
        "try again when the bundles are at rest");
  }

  private Stopped.Then attempt(Runner runner, Consumer<Selection> attempt) {
    Run run = runner.state();
    Selection selection = new Selection(registry, quarantine, departures, run);
    try {
      run.listeners(selection.listeners());
      for (Step.Phase phase : Step.Phase.values()) {
        run.tell(Meter.instant(phase, Phases.word(phase), "", Step.State.PENDING));
      }
      attempt.accept(selection);
      return Stopped.Then.ANSWER;
    } catch (Stopped stopped) {
      return stopped.then;
    } finally {
      Meter meter = new Meter();
      run.started(Step.Phase.CLEANUP, Phases.word(Step.Phase.CLEANUP), "");
      selection.close();
      run.ended(meter.done(Step.Phase.CLEANUP));
    }
  }

  private void reportBug(Run run, @Nullable Throwable bug) {
    if (run.cause() != null || bug == null) return;
    String sentence = "the platform itself failed: " + bug;
    String report =
        crashes.write(run, Step.Phase.CLEANUP, sentence, bug).map(p -> "; see " + p).orElse("");
    run.report(Severity.ERROR, "E0900", sentence + report, "report this with the crash report");
  }
}
