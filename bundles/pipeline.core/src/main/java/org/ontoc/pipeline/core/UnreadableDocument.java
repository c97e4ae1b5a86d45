// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** A document that could be opened turned out not to be readable to its end. */
final class UnreadableDocument extends IOException {
  private static final long serialVersionUID = 1;

  private final String document;

  UnreadableDocument(String document, String message, IOException cause) {
    super(document + ": " + message, cause);
    this.document = document;
  }

  /** The one that brought about what a stage threw. */
  static Optional<UnreadableDocument> among(Throwable thrown) {
    Throwable current = thrown;
    for (int depth = 0; current != null && depth < 20; depth++) {
      if (current instanceof UnreadableDocument found) return Optional.of(found);
      current = current.getCause();
    }
    return Optional.empty();
  }

  Diagnostic diagnostic(String stage) {
    Origin at = new Origin(document, 0, 0, "");
    String message = String.valueOf(getMessage());
    return new Diagnostic(
        Severity.ERROR, stage, "E0107", at, message, "check that the file is complete", List.of());
  }
}
