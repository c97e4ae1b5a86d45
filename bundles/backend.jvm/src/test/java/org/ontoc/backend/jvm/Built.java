// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;
import org.ontoc.sparql.RdfQueryEngine;

/** Compiles plans and opens what comes of it. */
final class Built {
  private Built() {}

  /** The plan of shapes in Turtle, which is called shapes. */
  static Plan plan(String turtle, RecordingContext context) {
    Source source = Source.of("shapes.ttl", "text/turtle", turtle.getBytes(StandardCharsets.UTF_8));
    return new StandardPlanner()
        .apply(new ShaclFrontEnd().apply(List.of(source), context), context);
  }

  /** Empty when an error was reported. */
  static Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    for (Artifact artifact : new JvmBackend().apply(plan, context)) {
      Path file = folder.resolve(artifact.path());
      Files.createDirectories(file.getParent());
      Files.write(file, artifact.bytes());
    }
    if (context.failed()) return Optional.empty();
    return Optional.of(new JvmProvider(new RdfQueryEngine()).open(plan, folder, context));
  }
}
