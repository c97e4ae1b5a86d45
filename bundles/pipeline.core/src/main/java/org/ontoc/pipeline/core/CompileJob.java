// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
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
  private volatile List<Artifact> artifacts = List.of();
  private volatile @Nullable Path folder;
  private Meter packaging = new Meter();

  CompileJob(Request request, List<String> defaultPasses, Runner runner, Stores stores) {
    this.request = request;
    this.defaultPasses = defaultPasses;
    this.runner = runner;
    this.run = runner.state();
    this.stores = stores;
  }

  /** What was reached. */
  Compilation compilation() {
    return new Compilation(
        request.target(),
        Optional.ofNullable(program),
        Optional.ofNullable(plan),
        artifacts,
        Optional.ofNullable(folder),
        run.diagnostics(),
        run.trace());
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
    Plan planned = plan(lineUp, linked);
    plan = planned;
    if (lineUp.backend().isEmpty()) return;
    Member<Backend> backend = lineUp.backend().get();
    List<Object> key = keyParts(planned, backend);
    lineUp.toolchain().ifPresent(toolchain -> key.addAll(identity(toolchain)));
    keep(CacheKey.of(key), backend, lineUp.toolchain(), planned);
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

  private Plan plan(LineUp lineUp, Program linked) {
    Program optimized = linked;
    for (Member<Pass> pass : lineUp.passes()) {
      optimized = runner.run(pass, Phase.OPTIMIZATION, optimized, programs::verify);
    }
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

  /** Everything that can change the artifacts (docs/decisions/0003-cache.md). */
  private List<Object> keyParts(Plan planned, Member<Backend> backend) {
    Map<String, String> options = new TreeMap<>(request.options());
    options.remove("cache");
    List<Object> parts = new ArrayList<>();
    parts.add("ontoc 1");
    parts.add(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    parts.add(Integer.toString(Runtime.version().feature()));
    parts.add(request.target());
    parts.add(request.until());
    parts.add(options);
    parts.add(backend.offer().identity());
    parts.add(planned);
    return parts;
  }

  private List<Object> identity(Member<Toolchain> toolchain) {
    String identity =
        runner.call(
            toolchain,
            Phase.INITIALIZATION,
            context -> toolchain.service().identity(context),
            found -> found.isEmpty() ? Optional.of("it has no identity") : Optional.empty(),
            _ -> false);
    return List.of(toolchain.offer().identity(), identity);
  }

  private void keep(
      String key, Member<Backend> backend, Optional<Member<Toolchain>> toolchain, Plan planned) {
    boolean validator = request.until() == Request.Until.VALIDATOR;
    Meter lookup = new Meter();
    packaging = lookup;
    // when the cache fails after the build, the build is not repeated
    Supplier<List<Artifact>> build = once(() -> build(backend, toolchain, planned));
    Store.Entry entry;
    try {
      Store store = stores.store(run, request.options());
      entry = store.get(key, build, this::warnOfDamage, run::checkCancelled);
    } catch (IOException failed) {
      entry = withoutCache(key, build, failed);
    }
    if (entry.cached()) {
      run.ended(lookup.cached(Phase.CODE_GENERATION, backend));
      toolchain.ifPresent(builder -> run.ended(lookup.cached(Phase.COMPILATION, builder)));
    }
    artifacts = entry.artifacts();
    if (validator) folder = entry.folder();
    run.ended(packaging.done(Phase.PACKAGING));
  }

  /** A cache that cannot be written must not stop a compilation: a temporary folder will do. */
  private Store.Entry withoutCache(String key, Supplier<List<Artifact>> build, IOException failed) {
    run.checkCancelled();
    run.report(
        Severity.WARNING,
        "W0105",
        "the cache cannot be used: " + failed,
        "set ONTOC_CACHE to a folder that can be written");
    try {
      return stores.scratch().get(key, build, this::warnOfDamage, run::checkCancelled);
    } catch (IOException hopeless) {
      run.report(
          Severity.ERROR,
          "E0111",
          "the artifacts cannot be written: " + hopeless,
          "make room in the temporary folder");
      throw new Stopped(Stopped.Then.ANSWER);
    }
  }

  private Supplier<List<Artifact>> once(Supplier<List<Artifact>> build) {
    List<List<Artifact>> made = new ArrayList<>(1);
    return () -> {
      if (made.isEmpty()) made.add(build.get());
      run.started(Phase.PACKAGING, Phases.word(Phase.PACKAGING), "");
      packaging = new Meter();
      return made.getFirst();
    };
  }

  private void warnOfDamage(String what) {
    run.report(
        Severity.WARNING, "W0904", what + "; it was built anew", "check the disk if this repeats");
  }

  private List<Artifact> build(
      Member<Backend> backend, Optional<Member<Toolchain>> toolchain, Plan planned) {
    List<Artifact> sources =
        List.copyOf(runner.run(backend, Phase.CODE_GENERATION, planned, ArtifactVerifier::verify));
    artifacts = sources;
    if (toolchain.isEmpty()) return sources;
    List<Artifact> binaries =
        runner.call(
            toolchain.get(),
            Phase.COMPILATION,
            (Context context) -> toolchain.get().service().build(sources, context),
            made -> ArtifactVerifier.verify(union(sources, made)),
            _ -> true);
    artifacts = union(sources, binaries);
    return artifacts;
  }

  /** Sources and binaries; a toolchain may hand a source back. */
  private static List<Artifact> union(List<Artifact> sources, List<Artifact> binaries) {
    Map<String, Artifact> byPath = new LinkedHashMap<>();
    sources.forEach(artifact -> byPath.put(artifact.path(), artifact));
    binaries.forEach(artifact -> byPath.put(artifact.path(), artifact));
    return List.copyOf(byPath.values());
  }
}
