// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.List;
import org.ontoc.pipeline.ir.Origin;

/**
 * A finding about a source or about the way to compile it.
 *
 * @param stage who found it, e.g. {@code frontend.shacl}
 * @param code {@code E0301} for errors, {@code W0301} for warnings; a heading in docs/errors.md
 * @param message one sentence without a full stop
 * @param hint what to do about it; empty when there is nothing to say
 * @param notes further positions with a sentence each
 */
public record Diagnostic(
    Severity severity,
    String stage,
    String code,
    Origin at,
    String message,
    String hint,
    List<Note> notes) {
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  public Diagnostic(Severity severity, String stage, String code, Origin at, String message) {
    this(severity, stage, code, at, message, "", List.of());
  }

  /** A further position that explains the finding. */
  public record Note(Origin at, String message) {}
}
