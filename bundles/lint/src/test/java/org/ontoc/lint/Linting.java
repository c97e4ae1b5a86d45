// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** Runs all lints over Turtle as the command does. */
final class Linting {
  static final String PREFIXES =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> ."
          + " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
          + " @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
          + " @prefix owl: <http://www.w3.org/2002/07/owl#> ."
          + " @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n";

  private static final List<Pass> PASSES =
      List.of(
          new DeadShapes(),
          new Targets(),
          new Contradictions(),
          new Redundant(),
          new ClosedShapes(),
          new Messages(),
          new OntologyTerms(),
          new DomainsAndRanges());

  private Linting() {}

  /** The prefixes are declared in line 1, the text starts in line 2. */
  static Program program(String turtle) {
    RecordingContext context = new RecordingContext();
    Program program =
        new ShaclFrontEnd().apply(List.of(source("s.ttl", PREFIXES + turtle)), context);
    assertFalse(context.failed(), () -> context.diagnostics().toString());
    return program;
  }

  static Source source(String name, String text) {
    return Source.of(name, "text/turtle", text.getBytes(StandardCharsets.UTF_8));
  }

  static List<Diagnostic> lint(String turtle) {
    return lint(program(turtle));
  }

  static List<Diagnostic> lint(String turtle, Ontology ontology) {
    Program program = program(turtle);
    return lint(new Program(program.shapes(), ontology, program.positions()));
  }

  static List<Diagnostic> lint(Program program) {
    RecordingContext context = new RecordingContext();
    for (Pass pass : PASSES) assertSame(program, pass.apply(program, context));
    Plan plan = new StandardPlanner().apply(program, context);
    assertSame(plan, new Patterns().apply(plan, context));
    return context.diagnostics();
  }
}
