// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A service registry in a list; what is registered first is preferred. */
final class PlainRegistry implements Offer.Registry {
  private final AtomicLong ids = new AtomicLong();
  private final List<Service<?>> services = new CopyOnWriteArrayList<>();

  /** Uses of all services that were not given back. */
  final AtomicInteger inUse = new AtomicInteger();

  <S> Service<S> add(Class<S> type, S service, String key, Object value) {
    return add(type, service, Map.of(key, value), "test.bundle 1.0.0");
  }

  <S> Service<S> add(Class<S> type, S service, Map<String, ?> properties, String bundle) {
    Service<S> added = new Service<>(ids.incrementAndGet(), type, service, properties, bundle);
    services.add(added);
    return added;
  }

  void remove(Service<?> service) {
    service.gone = true;
    services.remove(service);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <S> List<Offer<S>> offers(Class<S> type) {
    return services.stream()
        .filter(service -> service.type == type)
        .<Offer<S>>map(service -> (Offer<S>) service)
        .toList();
  }

  final class Service<S> implements Offer<S> {
    private final long id;
    private final Class<S> type;
    private final S service;
    private final Map<String, ?> properties;
    private final String bundle;
    volatile String identity;
    volatile boolean gone;

    Service(long id, Class<S> type, S service, Map<String, ?> properties, String bundle) {
      this.id = id;
      this.type = type;
      this.service = service;
      this.properties = properties;
      this.bundle = bundle;
      this.identity = bundle;
    }

    @Override
    public long id() {
      return id;
    }

    @Override
    public @Nullable Object property(String key) {
      return properties.get(key);
    }

    @Override
    public String bundle() {
      return bundle;
    }

    @Override
    public String identity() {
      return identity;
    }

    @Override
    public @Nullable S take() {
      if (gone) return null;
      inUse.incrementAndGet();
      return service;
    }

    @Override
    public void release(S service) {
      inUse.decrementAndGet();
    }

    @Override
    public boolean gone() {
      return gone;
    }
  }
}
