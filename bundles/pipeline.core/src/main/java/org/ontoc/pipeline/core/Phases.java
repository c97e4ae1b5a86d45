// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.Locale;
import org.ontoc.pipeline.Step;

/** The names of phases in traces. */
final class Phases {
  private Phases() {}

  /** The phase in lower case: the stage's name when the platform itself runs. */
  static String word(Step.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }
}
