// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.backend.c.CBackend;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** All stages from shapes to a native validator, one after the other. */
final class Stages {
  private Stages() {}

  /** A compiled validator, its plan and its folder. */
  record Compiled(Plan plan, Path folder) {
    Validator open(RecordingContext context) {
      return new NativeProvider().open(plan, folder, context);
    }
  }

  /** What a validation gave. */
  record Outcome(List<ValidationResult> results, Validator.Statistics statistics) {}

  /** Empty when a stage reported an error to the context. */
  static Optional<Compiled> compile(List<Source> shapes, Path folder, RecordingContext context)
      throws IOException {
    Program program = new ShaclFrontEnd().apply(shapes, context);
    if (context.failed()) return Optional.empty();
    Plan plan = new StandardPlanner().apply(program, context);
    if (context.failed()) return Optional.empty();
    return build(plan, folder, context);
  }

  /** Empty when a stage reported an error to the context. */
  static Optional<Compiled> build(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    List<Artifact> artifacts = new ArrayList<>(new CBackend().apply(plan, context));
    if (context.failed()) return Optional.empty();
    artifacts.addAll(new NativeToolchain().build(artifacts, context));
    if (context.failed()) return Optional.empty();
    Files.createDirectories(folder);
    return Optional.of(new Compiled(plan, Echo.store(artifacts, folder)));
  }

  static Outcome validate(Compiled compiled, List<Source> data, RecordingContext context) {
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = compiled.open(context)) {
      Validator.Statistics statistics = validator.validate(data, results::add, context);
      return new Outcome(results, statistics);
    }
  }
}
