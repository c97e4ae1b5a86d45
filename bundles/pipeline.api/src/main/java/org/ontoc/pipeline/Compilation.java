// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;

/**
 * What a compilation brought about. After an error in the diagnostics, whatever was not reached is
 * empty.
 *
 * @param program as the front ends read it
 * @param artifacts of the back end and, when it ran, of the toolchain
 * @param folder the verified cache entry that holds the artifacts, when a validator was asked for
 * @param trace who ran, how long, and whether from the cache
 * @param queries the part of the shapes that needs SPARQL, compiled for another target that takes
 *     it, with the plan and artifacts of that part only
 */
public record Compilation(
    String target,
    Optional<Program> program,
    Optional<Plan> plan,
    List<Artifact> artifacts,
    Optional<Path> folder,
    List<Diagnostic> diagnostics,
    List<Step> trace,
    Optional<Compilation> queries) {
  public Compilation {
    artifacts = List.copyOf(artifacts);
    diagnostics = List.copyOf(diagnostics);
    trace = List.copyOf(trace);
  }

  /** A compilation in one part. */
  public Compilation(
      String target,
      Optional<Program> program,
      Optional<Plan> plan,
      List<Artifact> artifacts,
      Optional<Path> folder,
      List<Diagnostic> diagnostics,
      List<Step> trace) {
    this(target, program, plan, artifacts, folder, diagnostics, trace, Optional.empty());
  }

  public boolean failed() {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
