// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** From shapes to C; findings are kept. */
final class Compiling {
  private final RecordingContext context;

  Compiling(Map<String, String> options) {
    context = new RecordingContext(options);
  }

  Compiling() {
    this(Map.of());
  }

  List<Diagnostic> findings() {
    return context.diagnostics();
  }

  Plan plan(Program program) {
    return new StandardPlanner().apply(program, context);
  }

  Plan plan(Path shapes) throws IOException {
    return plan(program(shapes));
  }

  Program program(Path shapes) throws IOException {
    return program(
        Source.of(shapes.getFileName().toString(), "text/turtle", Files.readAllBytes(shapes)));
  }

  Program program(Source shapes) {
    return new ShaclFrontEnd().apply(List.of(shapes), context);
  }

  List<Artifact> artifacts(Plan plan) {
    return new CBackend().apply(plan, context);
  }

  static void write(List<Artifact> artifacts, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Artifact artifact : artifacts) {
      Path file = folder.resolve(artifact.path());
      Files.createDirectories(file.getParent());
      Files.write(file, artifact.bytes());
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
    compiling.findings().forEach(System.err::println);
    write(compiling.artifacts(plan), Path.of(arguments[1]));
  }
}
