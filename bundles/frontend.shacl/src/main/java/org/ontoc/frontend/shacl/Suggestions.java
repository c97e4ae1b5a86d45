// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.Collection;
import org.ontoc.pipeline.Spelling;

/** Finds the known name that a misspelt one was meant to be. */
final class Suggestions {
  private Suggestions() {}

  /** A hint that names the closest one, or says something else. */
  static String hint(String prefix, String wrong, Collection<String> known, String otherwise) {
    return Spelling.closest(wrong, known)
        .map(name -> "Did you mean " + prefix + name + "?")
        .orElse(otherwise);
  }
}
