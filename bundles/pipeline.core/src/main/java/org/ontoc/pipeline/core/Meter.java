// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Step;

/** Measures what the current thread does from the meter's making on. */
final class Meter {
  private static final @Nullable ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean ? bean : null;

  private final long wall = System.nanoTime();
  private final long cpu = cpuNow();
  private final long allocated = allocatedNow();

  Step step(
      Step.Phase phase,
      String stage,
      String bundle,
      Step.State state,
      boolean changed,
      boolean cached) {
    return new Step(
        phase,
        stage,
        bundle,
        state,
        Duration.ofNanos(System.nanoTime() - wall),
        Duration.ofNanos(Math.max(0, cpuNow() - cpu)),
        Math.max(0, allocatedNow() - allocated),
        heapInUse(),
        changed,
        cached);
  }

  /** A step whose result was kept. */
  Step cached(Step.Phase phase, Member<?> member) {
    return step(phase, member.stage(), member.bundle(), Step.State.COMPLETED, true, true);
  }

  /** A step of the platform that is done. */
  Step done(Step.Phase phase) {
    return step(phase, Phases.word(phase), "", Step.State.COMPLETED, false, false);
  }

  /** A step that takes no time. */
  static Step instant(Step.Phase phase, String stage, String bundle, Step.State state) {
    return new Step(phase, stage, bundle, state, Duration.ZERO, Duration.ZERO, 0, 0, false, false);
  }

  static long heapInUse() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long cpuNow() {
    return THREADS == null || Thread.currentThread().isVirtual()
        ? 0
        : THREADS.getCurrentThreadCpuTime();
  }

  private static long allocatedNow() {
    return THREADS == null || Thread.currentThread().isVirtual()
        ? 0
        : THREADS.getCurrentThreadAllocatedBytes();
  }
}
