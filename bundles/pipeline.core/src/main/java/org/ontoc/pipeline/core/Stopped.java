// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

/** Ends a call from inside; why is already in the run's diagnostics, except for a retry. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What the call does next. */
  enum Then {
    /** Answers with what was reached. */
    ANSWER,
    /** Begins again with the services that are registered then. */
    RETRY
  }

  final Then then;

  Stopped(Then then) {
    super(null, null, false, false);
    this.then = then;
  }
}
