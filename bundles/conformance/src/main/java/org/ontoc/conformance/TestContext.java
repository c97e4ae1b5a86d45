// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** Keeps what is reported; can be cancelled. */
public final class TestContext implements Context {
  /** What was reported. */
  public final List<Diagnostic> diagnostics = new CopyOnWriteArrayList<>();

  private final Map<String, String> options;
  private volatile boolean cancelled;

  public TestContext(Map<String, String> options) {
    this.options = options;
  }

  public static TestContext of(String... keysAndValues) {
    Map<String, String> options = new java.util.HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2)
      options.put(keysAndValues[i], keysAndValues[i + 1]);
    return new TestContext(options);
  }

  public void cancel() {
    cancelled = true;
  }

  public boolean failed() {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }

  public List<String> codes() {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  @Override
  public String option(String key, String fallback) {
    return options.getOrDefault(key, fallback);
  }

  @Override
  public void report(
      Severity severity,
      String code,
      Origin at,
      String message,
      String hint,
      List<Diagnostic.Note> notes) {
    diagnostics.add(new Diagnostic(severity, "test", code, at, message, hint, notes));
  }

  @Override
  public void checkCancelled() {
    if (cancelled || Thread.currentThread().isInterrupted())
      throw new CancellationException("cancelled by the test");
  }
}
