// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker: a service that failed three times in a row is not called again until it is
 * registered anew.
 */
final class Quarantine {
  static final int FAULTS = 3;

  private final ConcurrentHashMap<Long, Integer> faults = new ConcurrentHashMap<>();

  boolean holds(Offer<?> offer) {
    return faults.getOrDefault(offer.id(), 0) >= FAULTS;
  }

  /** Counts a fault and tells whether it was the one too many. */
  boolean fault(Offer<?> offer) {
    return faults.merge(offer.id(), 1, Integer::sum) == FAULTS;
  }

  void success(Offer<?> offer) {
    // a service in quarantine may still end other calls well; it stays there
    faults.computeIfPresent(offer.id(), (_, count) -> count >= FAULTS ? count : null);
  }
}
