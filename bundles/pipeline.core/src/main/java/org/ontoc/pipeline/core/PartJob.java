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
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Step.Phase;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.plan.Plan;

/** Makes the artifacts of one plan for one target, or takes them from the cache. */
final class PartJob {
  private final Request request;
  private final String target;
  private final Plan plan;
  private final Runner runner;
  private final Run run;
  private final Stores stores;
  // read by the caller while a stage that was left behind may still run
  private volatile List<Artifact> artifacts = List.of();
  private volatile @Nullable Path folder;
  private Meter packaging = new Meter();

  PartJob(Request request, String target, Plan plan, Runner runner, Stores stores) {
    this.request = request;
    this.target = target;
    this.plan = plan;
    this.runner = runner;
    this.run = runner.state();
    this.stores = stores;
  }

  /** What was reached, as a compilation without findings and steps. */
  Compilation compilation() {
    return new Compilation(
        target,
        Optional.empty(),
        Optional.of(plan),
        artifacts,
        Optional.ofNullable(folder),
        List.of(),
        List.of());
  }

  /**
   * Builds.
   *
   * @throws Stopped when it ends before
   */
  void build(Member<Backend> backend, Optional<Member<Toolchain>> toolchain) {
    if (request.until() != Request.Until.VALIDATOR && Stores.off(request.options())) {
      artifacts = once(() -> make(backend, toolchain)).get();
      run.ended(packaging.done(Phase.PACKAGING));
      return;
    }
    List<Object> key = keyParts(backend);
    toolchain.ifPresent(builder -> key.addAll(identity(builder)));
    keep(CacheKey.of(key), backend, toolchain);
  }

  /** Everything that can change the artifacts (docs/decisions/0003-cache.md). */
  private List<Object> keyParts(Member<Backend> backend) {
    Map<String, String> options = new TreeMap<>(request.options());
    options.remove("cache");
    List<Object> parts = new ArrayList<>();
    parts.add("ontoc 1");
    parts.add(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    parts.add(Integer.toString(Runtime.version().feature()));
    parts.add(target);
    parts.add(request.until() == Request.Until.ARTIFACTS);
    parts.add(options);
    parts.add(backend.offer().identity());
    parts.add(plan);
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

  private void keep(String key, Member<Backend> backend, Optional<Member<Toolchain>> toolchain) {
    boolean validator = request.until() == Request.Until.VALIDATOR;
    Meter lookup = new Meter();
    packaging = lookup;
    // when the cache fails after the build, the build is not repeated
    Supplier<List<Artifact>> build = once(() -> make(backend, toolchain));
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
    Store.warnOfDamage(run, what);
  }

  private List<Artifact> make(Member<Backend> backend, Optional<Member<Toolchain>> toolchain) {
    List<Artifact> sources =
        List.copyOf(runner.run(backend, Phase.CODE_GENERATION, plan, ArtifactVerifier::verify));
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
