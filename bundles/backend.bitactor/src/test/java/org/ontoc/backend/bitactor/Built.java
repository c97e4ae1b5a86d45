// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** Compiles plans to graph images and opens them. */
final class Built {
  private Built() {}

  /** Empty when an error was reported. */
  static Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    Files.createDirectories(folder);
    for (Artifact artifact : new BitactorBackend().apply(plan, context))
      Files.write(folder.resolve(artifact.path()), artifact.bytes());
    if (context.failed()) return Optional.empty();
    return Optional.of(new BitactorProvider().open(plan, folder, context));
  }
}
