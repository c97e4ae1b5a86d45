// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** Shapes on their way through the compiler. */
record Compiled(Program program, Plan plan, List<Artifact> artifacts, RecordingContext context) {
  static final Path EXAMPLE =
      Path.of(System.getProperty("ontoc.root"), "examples/signals/shapes.ttl");

  static Compiled of(Path shapes, Map<String, String> options) throws IOException {
    return of(Files.readString(shapes), options);
  }

  static Compiled of(String turtle, Map<String, String> options) {
    RecordingContext context = new RecordingContext(options);
    Source source =
        Source.of("signals.ttl", "text/turtle", turtle.getBytes(StandardCharsets.UTF_8));
    Program program = new ShaclFrontEnd().apply(List.of(source), context);
    assertEquals(List.of(), context.diagnostics());
    Plan plan = new StandardPlanner().apply(program, context);
    return new Compiled(program, plan, new BitactorBackend().apply(plan, context), context);
  }

  byte[] artifact(String path) {
    return artifacts.stream()
        .filter(artifact -> artifact.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + ": " + context.diagnostics()))
        .bytes();
  }

  /** Code, line, and sentence of each finding. */
  List<String> findings() {
    return context.diagnostics().stream()
        .map(it -> it.code() + " " + it.at().line() + " " + it.message())
        .toList();
  }
}
