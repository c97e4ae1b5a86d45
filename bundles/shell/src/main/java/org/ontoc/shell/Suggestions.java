// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.Collection;
import org.ontoc.pipeline.Spelling;

/** Did you mean. */
final class Suggestions {
  private Suggestions() {}

  /** {@code did you mean 'validate'?}, or the fallback. */
  static String hint(String typed, Collection<String> words, String fallback) {
    return Spelling.closest(typed, words)
        .map(word -> "did you mean '" + word + "'?")
        .orElse(fallback);
  }
}
