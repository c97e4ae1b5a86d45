// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.ir.Origin;

/** The state of one call: what was reported, who ran, and whether it is to stop. Thread-safe. */
final class Run {
  /** Why a call ends before it is done. */
  enum Cause {
    TIME("E0801", "the time budget ran out", "allow more time with --time-limit"),
    MEMORY("E0802", "the memory budget ran out", "allow more memory, or split the input"),
    CALLER("E0803", "the call was cancelled", "");

    final String code;
    final String message;
    final String hint;

    Cause(String code, String message, String hint) {
      this.code = code;
      this.message = message;
      this.hint = hint;
    }
  }

  private final Map<String, String> options;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Step> trace = new ArrayList<>();
  private List<Member<Step.Listener>> listeners = List.of();
  private volatile @Nullable Cause cause;
  private volatile String running = "";
  private volatile @Nullable Member<?> culprit;
  private boolean failed;
  private boolean closed;

  Run(Map<String, String> options) {
    this.options = options;
  }

  /** Forgets everything but the cause to stop, for another attempt. */
  synchronized void restart() {
    diagnostics.clear();
    trace.clear();
    listeners = List.of();
    failed = false;
  }

  synchronized void listeners(List<Member<Step.Listener>> members) {
    listeners = List.copyOf(members);
  }

  Map<String, String> options() {
    return options;
  }

  /** Asks the call to stop; the first cause is kept. */
  synchronized boolean stop(Cause why) {
    if (cause != null) return false;
    cause = why;
    return true;
  }

  @Nullable Cause cause() {
    return cause;
  }

  /** The stage that runs now, or the empty string. */
  String running() {
    return running;
  }

  void checkCancelled() {
    Cause why = cause;
    if (why != null) throw new CancellationException(why.message);
  }

  /** Ends the call when a stage reported an error. */
  synchronized void stopWhenFailed() {
    if (failed) throw new Stopped(Stopped.Then.ANSWER);
  }

  synchronized boolean failed() {
    return failed;
  }

  synchronized void report(Diagnostic diagnostic) {
    // two validators of one validation find the same about the data
    if (closed || diagnostics.contains(diagnostic)) return;
    diagnostics.add(diagnostic);
    if (diagnostic.severity() == Severity.ERROR) failed = true;
  }

  void report(Severity severity, String code, String message, String hint) {
    report(
        new Diagnostic(severity, "pipeline.core", code, Origin.NOWHERE, message, hint, List.of()));
  }

  /** The service that runs now, or null. */
  @Nullable Member<?> culprit() {
    return culprit;
  }

  void started(Step.Phase phase, Member<?> member) {
    culprit = member;
    started(phase, member.stage(), member.bundle());
  }

  void started(Step.Phase phase, String stage, String bundle) {
    running = stage;
    tell(Meter.instant(phase, stage, bundle, Step.State.RUNNING));
  }

  void ended(Step step) {
    running = "";
    culprit = null;
    synchronized (this) {
      if (closed) return;
      trace.add(step);
    }
    tell(step);
  }

  /** Tells the listeners; one that throws hears nothing more of this call. */
  void tell(Step step) {
    List<Member<Step.Listener>> now;
    synchronized (this) {
      now = listeners;
    }
    for (Member<Step.Listener> listener : now) {
      try {
        listener.service().step(step);
      } catch (RuntimeException | LinkageError thrown) {
        synchronized (this) {
          listeners = listeners.stream().filter(other -> other != listener).toList();
        }
        report(
            Severity.WARNING,
            "W0901",
            "the " + listener + " failed and was left out: " + thrown,
            "report this to the bundle's author");
      }
    }
  }

  /** Names the phases that had no step, orders the trace by phase, and takes no more reports. */
  synchronized void close() {
    if (closed) return;
    Step.State state = cause == null ? Step.State.SKIPPED : Step.State.CANCELLED;
    for (Step.Phase phase : Step.Phase.values()) {
      if (trace.stream().noneMatch(step -> step.phase() == phase)) {
        trace.add(Meter.instant(phase, Phases.word(phase), "", state));
      }
    }
    trace.sort(Comparator.comparing(Step::phase));
    closed = true;
  }

  synchronized List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  synchronized List<Step> trace() {
    return List.copyOf(trace);
  }

  /** Keeps what a stage makes under a key. */
  interface Keeping extends BiFunction<String, Supplier<List<Artifact>>, List<Artifact>> {}

  /** What a stage is lent. */
  Context context(String stage, Keeping keeping) {
    return new StageContext(this, stage, keeping);
  }

  private record StageContext(Run run, String stage, Keeping keeping) implements Context {
    @Override
    public String option(String key, String fallback) {
      return run.options.getOrDefault(key, fallback);
    }

    @Override
    public void report(
        Severity severity,
        String code,
        Origin at,
        String message,
        String hint,
        List<Diagnostic.Note> notes) {
      run.report(new Diagnostic(severity, stage, code, at, message, hint, notes));
    }

    @Override
    public void checkCancelled() {
      run.checkCancelled();
    }

    @Override
    public List<Artifact> kept(String key, Supplier<List<Artifact>> make) {
      return keeping.apply(key, make);
    }
  }
}
