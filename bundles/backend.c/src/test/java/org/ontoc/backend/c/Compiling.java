// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.planner.StandardPlanner;

/** From shapes to C, with a context that collects findings. */
final class Compiling implements Context {
  final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, String> options;

  Compiling(Map<String, String> options) {
    this.options = options;
  }

  Compiling() {
    this(Map.of());
  }

  @Override
  public String option(String key, String fallback) {
    return options.getOrDefault(key, fallback);
  }

  @Override
  public void report(
      Severity severity,
      String code,
      Origin at,
      String message,
      String hint,
      List<Diagnostic.Note> notes) {
    findings.add(new Diagnostic(severity, "test", code, at, message, hint, notes));
  }

  @Override
  public void checkCancelled() {}

  Plan plan(Program program) {
    return new StandardPlanner().apply(program, this);
  }

  Plan plan(Path shapes) throws IOException {
    return plan(program(shapes));
  }

  Program program(Path shapes) throws IOException {
    return program(
        Source.of(shapes.getFileName().toString(), "text/turtle", Files.readAllBytes(shapes)));
  }

  Program program(Source shapes) {
    return new ShaclFrontEnd().apply(List.of(shapes), this);
  }

  List<Artifact> artifacts(Plan plan) {
    return new CBackend().apply(plan, this);
  }

  static void write(List<Artifact> artifacts, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Artifact artifact : artifacts) {
      Files.write(folder.resolve(artifact.path()), artifact.bytes());
    }
  }

  /** {@code shapes.ttl folder [option=value …]}: for trials by hand. */
  public static void main(String... arguments) throws IOException {
    Map<String, String> options = new java.util.HashMap<>();
    for (int i = 2; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      options.put(pair[0], pair[1]);
    }
    Compiling compiling = new Compiling(options);
    Plan plan = compiling.plan(Path.of(arguments[0]));
    compiling.findings.forEach(System.err::println);
    write(compiling.artifacts(plan), Path.of(arguments[1]));
  }
}
