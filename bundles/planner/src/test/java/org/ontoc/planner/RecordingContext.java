// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** Keeps what is reported. */
final class RecordingContext implements Context {
  final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, String> options;

  RecordingContext(Map<String, String> options) {
    this.options = options;
  }

  List<String> codes() {
    return findings.stream().map(Diagnostic::code).toList();
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
    findings.add(new Diagnostic(severity, "planner", code, at, message, hint, notes));
  }

  @Override
  public void checkCancelled() {}
}
