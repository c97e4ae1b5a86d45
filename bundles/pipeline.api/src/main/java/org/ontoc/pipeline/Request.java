// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to compile.
 *
 * @param target the back end's word
 * @param passes ids of passes and plan passes in order; empty optional for the configured default
 *     list
 * @param options read by stages through their context
 * @param until how far to go
 */
public record Request(
    List<Source> shapes,
    List<Source> ontologies,
    String target,
    Optional<List<String>> passes,
    Map<String, String> options,
    Until until,
    Budget budget) {
  public Request {
    shapes = List.copyOf(shapes);
    ontologies = List.copyOf(ontologies);
    options = Map.copyOf(options);
  }

  /** This request with other passes. */
  public Request withPasses(List<String> others) {
    return new Request(shapes, ontologies, target, Optional.of(others), options, until, budget);
  }

  /** How far to go. */
  public enum Until {
    /** A program and a plan. */
    PLAN,
    /** The back end's artifacts. */
    ARTIFACTS,
    /** The toolchain's artifacts, too. */
    BINARIES,
    /**
     * A validator that can be opened; when the shapes need SPARQL and the target does not take it,
     * one for each part.
     */
    VALIDATOR
  }

  /** Most wall time and most memory that the whole request may take. */
  public record Budget(Duration time, long memoryBytes) {
    public static final Budget DEFAULT = new Budget(Duration.ofMinutes(10), Long.MAX_VALUE);
  }
}
