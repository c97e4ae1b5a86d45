// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.time.Duration;

/**
 * One step of a compilation or validation as it was measured.
 *
 * @param stage who ran, e.g. a pass id; the phase's name in lower case when it is the platform
 *     itself
 * @param bundle symbolic name and version of the bundle that provided the stage
 * @param allocated bytes allocated on the Java heap by the stage's thread
 * @param peakBytes most heap in use, sampled at the end of the step
 * @param changed whether the output differs from the input
 * @param cached whether the result came from the cache
 */
public record Step(
    Phase phase,
    String stage,
    String bundle,
    State state,
    Duration wall,
    Duration cpu,
    long allocated,
    long peakBytes,
    boolean changed,
    boolean cached) {
  /** The lifecycle of a compilation. */
  public enum Phase {
    INITIALIZATION,
    PARSING,
    SEMANTIC_ANALYSIS,
    CONSTRAINT_EXTRACTION,
    OPTIMIZATION,
    CODE_GENERATION,
    COMPILATION,
    LINKING,
    VALIDATION,
    PACKAGING,
    DEPLOYMENT,
    CLEANUP
  }

  /** How far a step is. */
  public enum State {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    SKIPPED,
    CANCELLED
  }

  /** Hears of every step when it starts and when it ends. */
  @org.osgi.annotation.versioning.ConsumerType
  @FunctionalInterface
  public interface Listener {
    void step(Step step);
  }
}
