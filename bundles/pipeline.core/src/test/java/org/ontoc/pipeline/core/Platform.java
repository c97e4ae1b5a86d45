// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Planner;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.tck.Samples;
import org.ontoc.pipeline.tck.Samples.Sample;

/** A compiler with one plain service of each kind; the front end reads the name of a sample. */
final class Platform {
  static final Request.Budget BUDGET = new Request.Budget(Duration.ofMinutes(2), Long.MAX_VALUE);

  final PlainRegistry registry = new PlainRegistry();
  final AtomicInteger rendered = new AtomicInteger();
  final AtomicInteger built = new AtomicInteger();
  final AtomicInteger shared = new AtomicInteger();
  volatile String sharedKey = "runtime 1";
  volatile List<Artifact> sharedMade = List.of(new Artifact("r.o", "object"));
  volatile String toolchainIdentity = "cc 1.0";
  final PipelineCompiler compiler;
  final PlainRegistry.Service<Backend> backend;

  Platform(Path cache, String... passes) {
    this(Map.of("ONTOC_CACHE", cache.toString()), passes);
  }

  Platform(Map<String, String> environment, String... passes) {
    Stores stores = new Stores(name -> value(environment, name), 1L << 30);
    compiler = new PipelineCompiler(registry, stores, List.of(passes));
    Map<String, Object> accepts =
        Map.of("role", "shapes", "value", new String[] {"text/turtle", "text/plain"});
    registry.add(FrontEnd.class, (sources, _) -> read(sources).program(), accepts, "front 1.0.0");
    registry.add(
        Planner.class,
        (program, _) ->
            Samples.all().stream()
                .filter(sample -> sample.program().equals(program))
                .findFirst()
                .orElseThrow()
                .plan(),
        Map.of(),
        "planner 1.0.0");
    backend =
        registry.add(
            Backend.class,
            (plan, _) -> {
              rendered.incrementAndGet();
              return List.of(
                  new Artifact(plan.name() + ".c", "/* " + plan.name() + " */"),
                  new Artifact("sub/" + plan.name() + ".h", "#define X"));
            },
            "target",
            "c");
    registry.add(Toolchain.class, new PlainToolchain(), "builds", "c");
    registry.add(ValidatorProvider.class, (_, _, _) -> new NoResults(), "opens", "c");
  }

  private static @Nullable String value(Map<String, String> environment, String name) {
    return environment.get(name);
  }

  static Sample sample(String name) {
    return Samples.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Sample read(List<Source> sources) {
    try (var in = sources.getFirst().content().open()) {
      return sample(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  void pass(String id, Pass pass) {
    registry.add(Pass.class, pass, Map.of("id", id), "org.example." + id + " 2.3.4");
  }

  void planPass(String id, PlanPass pass) {
    registry.add(PlanPass.class, pass, Map.of("id", id), "org.example." + id + " 2.3.4");
  }

  static Request request(String sample, Request.Until until, String... passes) {
    return request(sample, until, Map.of(), BUDGET, passes);
  }

  static Request request(
      String sample,
      Request.Until until,
      Map<String, String> options,
      Request.Budget budget,
      String... passes) {
    Source source = Source.of("shapes.ttl", "text/turtle", sample.getBytes(StandardCharsets.UTF_8));
    Optional<List<String>> named =
        passes.length == 0 ? Optional.empty() : Optional.of(List.of(passes));
    return new Request(List.of(source), List.of(), "c", named, options, until, budget);
  }

  Compilation compile(String sample, Request.Until until, String... passes) {
    return compiler.compile(request(sample, until, passes));
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  private final class PlainToolchain implements Toolchain {
    @Override
    public String identity(Context context) {
      return toolchainIdentity;
    }

    @Override
    public List<Artifact> build(List<Artifact> sources, Context context) {
      built.incrementAndGet();
      context.kept(
          sharedKey,
          () -> {
            shared.incrementAndGet();
            return sharedMade;
          });
      return List.of(new Artifact("lib.so", new byte[] {0x7f, 'E', 'L', 'F'}, true));
    }
  }

  private static final class NoResults implements Validator {
    @Override
    public Statistics validate(
        List<Source> data,
        java.util.function.Consumer<org.ontoc.pipeline.ValidationResult> results,
        Context context) {
      return Statistics.NONE;
    }

    @Override
    public void close() {}
  }
}
