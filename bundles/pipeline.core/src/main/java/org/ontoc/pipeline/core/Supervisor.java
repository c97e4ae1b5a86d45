// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;

/**
 * Runs a call on a thread of its own and watches its budget. A stage that does not stop when it is
 * told to is left behind: the caller gets its answer within two seconds.
 *
 * <p>The thread is a platform thread, since the time and the allocations of a virtual thread cannot
 * be measured, and since a stage that loops would take a carrier thread away from all others; its
 * stack is large, since terms and paths may nest deeply. Callers may well be virtual threads.
 */
final class Supervisor {
  private static final Duration SLICE = Duration.ofMillis(50);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final long STACK = 64L << 20;
  private static final AtomicLong CALLS = new AtomicLong();

  private final Run run;
  private final Request.Budget budget;
  private final long start = System.nanoTime();
  private long lastCollection;

  Supervisor(Run run, Request.Budget budget) {
    this.run = run;
    this.budget = budget;
  }

  /** Runs the work; false when it was left behind. */
  boolean supervise(String name, Runnable work) {
    Thread thread =
        new Thread(null, work, "ontoc " + name + " " + CALLS.incrementAndGet(), STACK, false);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    long stopped = 0;
    while (true) {
      try {
        if (thread.join(SLICE)) break;
      } catch (InterruptedException _) {
        interrupted = true;
        run.stop(Run.Cause.CALLER);
      }
      if (run.cause() == null) watch();
      if (run.cause() == null) continue;
      if (stopped == 0) stopped = System.nanoTime();
      if (System.nanoTime() - stopped > GRACE.toNanos()) break;
      // again and again: a stage may swallow the first interrupt
      thread.interrupt();
    }
    boolean leftBehind = thread.isAlive();
    reportCause(leftBehind);
    if (interrupted) Thread.currentThread().interrupt();
    return !leftBehind;
  }

  private void watch() {
    long taken = System.nanoTime() - start;
    if (taken > nanos(budget.time())) {
      run.stop(Run.Cause.TIME);
    } else if (Meter.heapInUse() > budget.memoryBytes() && liveBytes() > budget.memoryBytes()) {
      run.stop(Run.Cause.MEMORY);
    }
  }

  private static long nanos(Duration time) {
    try {
      return time.toNanos();
    } catch (ArithmeticException forever) {
      return Long.MAX_VALUE;
    }
  }

  /** Bytes in use after a collection, which is asked for at most once a second. */
  private long liveBytes() {
    long now = System.nanoTime();
    if (lastCollection != 0 && now - lastCollection < 1_000_000_000L) return 0;
    lastCollection = now;
    System.gc();
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      if (usage != null) used += usage.getUsed();
    }
    return used;
  }

  private void reportCause(boolean leftBehind) {
    Run.@Nullable Cause cause = run.cause();
    if (cause == null) return;
    String stage = run.running();
    String where = stage.isEmpty() ? "" : " in stage " + stage;
    String left = leftBehind ? ", which did not stop and was left behind" : "";
    boolean known = run.diagnostics().stream().anyMatch(d -> d.code().equals(cause.code));
    if (!known) run.report(Severity.ERROR, cause.code, cause.message + where + left, cause.hint);
  }
}
