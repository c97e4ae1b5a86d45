// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which stages were there, so that a call that falls into the moment in which a bundle is
 * updated waits for it instead of failing. A stage that was never there is not waited for, and one
 * that does not come back is waited for only once.
 */
final class Departures {
  private static final long PATIENCE = 3_000_000_000L;
  private static final long PAUSE_MILLIS = 5;

  private final ConcurrentHashMap<String, Boolean> known = new ConcurrentHashMap<>();

  void seen(String stage) {
    known.put(stage, true);
  }

  /** How long to wait for a stage that is not there, in nanoseconds. */
  long patience(String stage) {
    return known.containsKey(stage) ? PATIENCE : 0;
  }

  void lost(String stage) {
    known.remove(stage);
  }

  static void pause(Run run) {
    run.checkCancelled();
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      run.checkCancelled();
    }
  }
}
