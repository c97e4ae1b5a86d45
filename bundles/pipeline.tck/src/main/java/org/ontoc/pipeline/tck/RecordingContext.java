// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** A context for tests: keeps what is reported, and can be cancelled. Thread-safe. */
public final class RecordingContext implements Context {
  private final Map<String, String> options;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private volatile long checksLeft = Long.MAX_VALUE;
  private long checks;

  /** A context whose options are all absent. */
  public RecordingContext() {
    this(Map.of());
  }

  public RecordingContext(Map<String, String> options) {
    this.options = Map.copyOf(options);
  }

  /** A context with options, each given as a key and a value. */
  public static RecordingContext of(String... keysAndValues) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2)
      options.put(keysAndValues[i], keysAndValues[i + 1]);
    return new RecordingContext(options);
  }

  /** A context that cancels after a number of calls of {@link #checkCancelled}. */
  public static RecordingContext cancelledAfter(long checks) {
    RecordingContext context = new RecordingContext();
    context.checksLeft = checks;
    return context;
  }

  @Override
  public String option(String key, String fallback) {
    return options.getOrDefault(key, fallback);
  }

  @Override
  public synchronized void report(
      Severity severity,
      String code,
      Origin at,
      String message,
      String hint,
      List<Diagnostic.Note> notes) {
    diagnostics.add(new Diagnostic(severity, "test", code, at, message, hint, notes));
  }

  @Override
  public synchronized void checkCancelled() {
    checks++;
    if (checks > checksLeft || Thread.currentThread().isInterrupted())
      throw new CancellationException("cancelled by the test");
  }

  /** Cancels at the next call of {@link #checkCancelled}. */
  public void cancel() {
    checksLeft = 0;
  }

  /** How often {@link #checkCancelled} was called. */
  public synchronized long checks() {
    return checks;
  }

  /** What was reported, in order. */
  public synchronized List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** The codes of what was reported, in order. */
  public List<String> codes() {
    return diagnostics().stream().map(Diagnostic::code).toList();
  }

  /** Whether an error was reported. */
  public boolean failed() {
    return diagnostics().stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }
}
