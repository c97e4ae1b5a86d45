// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;

/** Turns options into requests. */
final class Requests {
  private final CompilationOptions options;
  private final Compiler compiler;
  private final long start = System.nanoTime();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<Source> documents = new ArrayList<>();

  Requests(CompilationOptions options, Compiler compiler) {
    this.options = options;
    this.compiler = compiler;
  }

  /** The documents found so far, to show lines of. */
  List<Source> documents() {
    return List.copyOf(documents);
  }

  /** What was found about the names of documents. */
  List<Diagnostic> findings() {
    return List.copyOf(findings);
  }

  boolean failed() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Finds documents; what cannot be found is among the findings. */
  List<Source> find(List<String> names) {
    if (names.isEmpty()) return List.of();
    Compiler.Documents found = compiler.documents(names);
    findings.addAll(found.diagnostics());
    documents.addAll(found.sources());
    return found.sources();
  }

  Request request(
      List<Source> shapes, List<Source> ontologies, String target, Request.Until until) {
    return new Request(shapes, ontologies, target, passes(), stageOptions(), until, budget());
  }

  private Optional<List<String>> passes() {
    if (options.noOptimize) return Optional.of(List.of());
    List<String> named = options.passes;
    return Optional.ofNullable(named).map(list -> list.stream().map(String::strip).toList());
  }

  /** The options that stages read through their context. */
  private Map<String, String> stageOptions() {
    Map<String, String> map = new HashMap<>(options.others);
    put(map, "profile", options.profile);
    put(map, "cc", options.cc);
    put(map, "catalog", options.catalog);
    put(map, "implicit-class-targets", options.implicitClassTargets);
    put(map, "recursion", options.recursion);
    if (options.detail != null) map.put("detail", options.detail.toString());
    put(map, "detail-depth", options.detailDepth);
    put(map, "detail-results", options.detailResults);
    String cache = options.cache;
    if (cache != null)
      map.put("cache", cache.equals("off") ? cache : Path.of(cache).toAbsolutePath().toString());
    return map;
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) map.put(key, value);
  }

  /** What is left of the limits; never less than a moment, so that the platform reports the end. */
  Request.Budget budget() {
    Duration time = options.timeLimit;
    Long memory = options.memoryLimit;
    Duration all = time == null ? Request.Budget.DEFAULT.time() : time;
    Duration left = all.minus(Duration.ofNanos(System.nanoTime() - start));
    return new Request.Budget(
        left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left,
        memory == null ? Request.Budget.DEFAULT.memoryBytes() : memory);
  }
}
