// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;

/** What every diagnostic must look like. */
final class Findings {
  private Findings() {}

  static void assertWellFormed(RecordingContext context) {
    for (Diagnostic found : context.diagnostics()) {
      String letter = found.severity() == Severity.ERROR ? "E" : "[WN]";
      assertTrue(found.code().matches(letter + "0[1-9][0-9]{2}"), "no proper code: " + found);
      assertFalse(found.message().isBlank(), "no message: " + found);
      assertFalse(found.message().endsWith("."), "a message has no full stop: " + found);
    }
  }
}
