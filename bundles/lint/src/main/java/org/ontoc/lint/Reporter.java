// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** Reports warnings, each once: what several shapes include is found in each of them. */
final class Reporter {
  private record Key(String code, Origin at, String message) {}

  private final Context context;
  private final Set<Key> seen = new HashSet<>();

  Reporter(Context context) {
    this.context = context;
  }

  void warn(String code, Origin at, String message, String hint, Diagnostic.Note... notes) {
    warn(new Conflict(code, at, message, hint, List.of(notes)));
  }

  void warn(Conflict found) {
    if (seen.add(new Key(found.code(), found.at(), found.message())))
      context.report(
          Severity.WARNING, found.code(), found.at(), found.message(), found.hint(), found.notes());
  }
}
