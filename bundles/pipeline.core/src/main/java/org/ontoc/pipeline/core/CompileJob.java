// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Step.Phase;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;

/** One attempt to compile a request, from sources to a validator. */
final class CompileJob {
  private final Request request;
  private final List<String> defaultPasses;
  private final Runner runner;
  private final Run run;
  private final Stores stores;
  private final ProgramVerifier programs = new ProgramVerifier();
  // read by the caller while a stage that was left behind may still run
  private volatile @Nullable Program program;
  private volatile @Nullable Plan plan;
  private volatile @Nullable PartJob first;
  private volatile @Nullable PartJob second;

  CompileJob(Request request, List<String> defaultPasses, Runner runner, Stores stores) {
    this.request = request;
    this.defaultPasses = defaultPasses;
    this.runner = runner;
    this.run = runner.state();
    this.stores = stores;
  }

  /** What was reached. */
  Compilation compilation() {
    Optional<Compilation> made = Optional.ofNullable(first).map(PartJob::compilation);
    return new Compilation(
        made.map(Compilation::target).orElse(request.target()),
        Optional.ofNullable(program),
        made.flatMap(Compilation::plan).or(() -> Optional.ofNullable(plan)),
        made.map(Compilation::artifacts).orElse(List.of()),
        made.flatMap(Compilation::folder),
        run.diagnostics(),
        run.trace(),
        Optional.ofNullable(second).map(PartJob::compilation));
  }

  /**
   * Compiles as far as the request asks.
   *
   * @throws Stopped when it ends before
   */
  void compile(Selection selection) {
    LineUp lineUp =
        runner.step(Phase.INITIALIZATION, () -> LineUp.of(request, defaultPasses, selection, run));
    Program linked = read(lineUp);
    program = linked;
    Program optimized = optimize(lineUp, linked);
    if (lineUp.backend().isEmpty()) {
      plan = plan(lineUp, optimized);
      return;
    }
    Member<Backend> backend = lineUp.backend().get();
    Optional<Delegate> delegate = delegate(optimized, backend, selection);
    if (delegate.isEmpty()) {
      first = part(request.target(), plan(lineUp, optimized));
      build(first, backend, lineUp.toolchain());
      return;
    }
    Split split = Split.of(optimized);
    PartJob queries = part(delegate.get().target(), plan(lineUp, split.queries()));
    if (split.others().shapes().isEmpty()) {
      first = queries;
    } else {
      first = part(request.target(), plan(lineUp, split.others()));
      second = queries;
      build(first, backend, lineUp.toolchain());
    }
    build(queries, delegate.get().backend(), delegate.get().toolchain());
  }

  private Program read(LineUp lineUp) {
    List<Program> parts = new ArrayList<>();
    for (LineUp.Reader reader : lineUp.readers()) {
      parts.add(
          runner.run(
              reader.frontEnd(), Phase.PARSING, List.copyOf(reader.sources()), programs::verify));
    }
    return runner.step(Phase.SEMANTIC_ANALYSIS, () -> Linker.link(parts, run));
  }

  private Program optimize(LineUp lineUp, Program linked) {
    Program optimized = linked;
    for (Member<Pass> pass : lineUp.passes()) {
      optimized = runner.run(pass, Phase.OPTIMIZATION, optimized, programs::verify);
    }
    return optimized;
  }

  private Plan plan(LineUp lineUp, Program optimized) {
    Plan planned =
        runner.run(
            lineUp.planner().orElseThrow(),
            Phase.CONSTRAINT_EXTRACTION,
            optimized,
            PlanVerifier::verify);
    for (Member<PlanPass> pass : lineUp.planPasses()) {
      planned = runner.run(pass, Phase.OPTIMIZATION, planned, PlanVerifier::verify);
    }
    return planned;
  }

  /** Who checks the shapes with queries instead, when the back end cannot and one can. */
  private Optional<Delegate> delegate(
      Program optimized, Member<Backend> backend, Selection selection) {
    boolean needed =
        request.until() == Request.Until.VALIDATOR
            && !Delegate.takesQueries(backend.offer())
            && Split.hasQueries(optimized);
    return needed
        ? runner.step(Phase.INITIALIZATION, () -> Delegate.of(selection))
        : Optional.empty();
  }

  private PartJob part(String target, Plan planned) {
    return new PartJob(request, target, planned, runner, stores);
  }

  private static void build(
      @Nullable PartJob part, Member<Backend> backend, Optional<Member<Toolchain>> toolchain) {
    if (part != null) part.build(backend, toolchain);
  }
}
