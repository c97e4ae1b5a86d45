// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

/**
 * A bounded queue of signals with one consumer. When it is full, the producer is told, and decides:
 * nothing is overwritten.
 */
public sealed interface Ring permits SingleProducerRing, ManyProducersRing {
  int CAPACITY = 1024;

  /**
   * Appends a copy of the signal that begins at a place.
   *
   * @return false when there is no room now
   */
  boolean offer(byte[] signals, int at);

  /** Where the oldest signal begins in {@link #bytes}; -1 when there is none. */
  int peek();

  /** Gives the oldest signal's room back. */
  void advance();

  byte[] bytes();

  /** Bytes of a signal. */
  int stride();
}
