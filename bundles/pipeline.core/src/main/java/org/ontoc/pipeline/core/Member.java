// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

/**
 * A service that takes part in a call.
 *
 * @param kind what it is, for messages, e.g. {@code pass}
 * @param stage its name in traces and diagnostics, e.g. a pass id
 */
record Member<S>(String kind, String stage, S service, Offer<S> offer) {
  String bundle() {
    return offer.bundle();
  }

  void release() {
    offer.release(service);
  }

  /** {@code pass dead-shapes of bundle org.ontoc.passes 1.0.0}. */
  @Override
  public String toString() {
    return kind + " " + stage + " of bundle " + offer.bundle();
  }
}
