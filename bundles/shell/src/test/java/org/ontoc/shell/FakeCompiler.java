// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Origin;

/** Remembers what it was asked for and answers what a test wants. */
final class FakeCompiler implements Compiler {
  final List<Request> requests = new ArrayList<>();
  final Map<String, List<Diagnostic>> targetFindings = new HashMap<>();
  List<Diagnostic> compileFindings = List.of();
  List<Diagnostic> validateFindings = List.of();
  List<Artifact> artifacts =
      List.of(new Artifact("people.h", "/* h */\n"), new Artifact("people.c", "/* c */\n"));
  Iterable<ValidationResult> results = List.of();
  long count;
  Map<String, String> switches = Map.of();
  @Nullable RuntimeException failure;
  Function<Thread, List<Diagnostic>> during = _ -> List.of();
  List<Source> data = List.of();
  Map<String, String> validatorOptions = Map.of();
  Request.Budget validatorBudget = Request.Budget.DEFAULT;

  void results(List<ValidationResult> list) {
    results = list;
    count = list.size();
  }

  static Diagnostic error(String code) {
    return new Diagnostic(
        Severity.ERROR, "fake", code, new Origin("shapes.ttl", 2, 3, ""), "wrong in " + code);
  }

  @Override
  public Compilation compile(Request request) {
    requests.add(request);
    if (failure != null) throw failure;
    List<Diagnostic> findings = new ArrayList<>(compileFindings);
    findings.addAll(targetFindings.getOrDefault(request.target(), List.of()));
    findings.addAll(during.apply(Thread.currentThread()));
    Step step =
        new Step(
            Step.Phase.PARSING,
            "frontend.shacl",
            "org.ontoc.frontend.shacl 1.0.0",
            Step.State.COMPLETED,
            Duration.ofMillis(12),
            Duration.ofMillis(11),
            1 << 20,
            1 << 24,
            true,
            false);
    return new Compilation(
        request.target(),
        Optional.empty(),
        Optional.of(Samples.plan()),
        artifacts,
        Optional.empty(),
        findings,
        List.of(step));
  }

  @Override
  public Report validate(
      Compilation compilation,
      List<Source> documents,
      Map<String, String> options,
      Request.Budget budget) {
    data = documents;
    validatorOptions = options;
    validatorBudget = budget;
    return new Report(
        count == 0,
        results,
        validateFindings,
        new Statistics(8, 6, 3, count, 1_000_000, 2_000_000, 0),
        switches);
  }

  @Override
  public Documents documents(List<String> names) {
    List<Source> sources = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (String name : names) {
      if (name.contains("missing"))
        findings.add(
            new Diagnostic(
                Severity.ERROR,
                "fake",
                "E0101",
                new Origin(name, 0, 0, ""),
                "there is no such file"));
      else sources.add(Source.of(name, "text/turtle", Samples.text(name)));
    }
    return new Documents(sources, findings);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
