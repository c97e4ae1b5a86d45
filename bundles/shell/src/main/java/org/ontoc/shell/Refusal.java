// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.List;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** Ends a command with findings that are the user's to mend. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<Diagnostic> diagnostics;

  Refusal(String code, String message, String hint) {
    this(List.of(diagnostic(code, message, hint)));
  }

  Refusal(List<Diagnostic> diagnostics) {
    super(diagnostics.toString());
    this.diagnostics = List.copyOf(diagnostics);
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  static Diagnostic diagnostic(String code, String message, String hint) {
    return new Diagnostic(Severity.ERROR, "shell", code, Origin.NOWHERE, message, hint, List.of());
  }
}
