// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import java.util.Map;

/**
 * The outcome of a validation.
 *
 * @param conforms no results at all (SHACL section 3.6.1.1)
 * @param results may be iterated any number of times; larger than memory is allowed
 * @param diagnostics findings about the sources; with an error among them, the rest means nothing
 * @param switches options that changed the meaning of the shapes, e.g. {@code
 *     implicit-class-targets=false}
 */
public record Report(
    boolean conforms,
    Iterable<ValidationResult> results,
    List<Diagnostic> diagnostics,
    Validator.Statistics statistics,
    Map<String, String> switches) {
  public Report {
    diagnostics = List.copyOf(diagnostics);
    switches = Map.copyOf(switches);
  }

  /** The report of a command that reads sources and validates no data. */
  public static Report ofFindings(List<Diagnostic> diagnostics) {
    return new Report(true, List.of(), diagnostics, Validator.Statistics.NONE, Map.of());
  }

  /** Whether there are only findings about sources, so that there is nothing to say about data. */
  public boolean validatedNothing() {
    return statistics.equals(Validator.Statistics.NONE) && !results.iterator().hasNext();
  }

  public boolean failed() {
    return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
