// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import org.jspecify.annotations.Nullable;

/** A service that could take part in a call. */
interface Offer<S> {
  /** Tells one registration from every other; a service that is registered again has a new one. */
  long id();

  @Nullable Object property(String key);

  /** Symbolic name and version of the bundle that registered the service. */
  String bundle();

  /** Changes when the code behind the service changes; part of the cache key. */
  String identity();

  /** The service, or null when it went away or could not be activated. */
  @Nullable S take();

  /** Gives back what {@link #take} gave. */
  void release(S service);

  /** Whether the service was unregistered. */
  boolean gone();

  /** The services of a type that are registered now, the preferred one first. */
  interface Registry {
    <S> java.util.List<Offer<S>> offers(Class<S> type);
  }
}
