// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.List;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Origin;

/** A proof that something cannot be satisfied, and what to say about it. */
record Conflict(String code, Origin at, String message, String hint, List<Diagnostic.Note> notes) {
  Conflict {
    notes = List.copyOf(notes);
  }

  /** One constraint that nothing satisfies. */
  static Conflict of(String code, Claim claim, String message, String hint) {
    return new Conflict(code, claim.at(), message, hint, List.of());
  }

  /** Two constraints that nothing satisfies both of; the finding is at the second. */
  static Conflict of(String code, Claim first, Claim second, String message, String hint) {
    return new Conflict(
        code, second.at(), message, hint, List.of(first.note("The other constraint is here")));
  }
}
