// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The framework's service registry. It is asked anew by every call, so that nothing has to be kept
 * up to date; highest service.ranking first, then lowest service.id.
 */
final class ServiceRegistry implements Offer.Registry {
  private final BundleContext context;
  private final BundleDigests digests = new BundleDigests();

  ServiceRegistry(BundleContext context) {
    this.context = context;
  }

  @Override
  public <S> List<Offer<S>> offers(Class<S> type) {
    List<ServiceReference<S>> references;
    try {
      references = new ArrayList<>(context.getServiceReferences(type, null));
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
    references.sort(Comparator.reverseOrder());
    List<Offer<S>> offers = new ArrayList<>();
    for (ServiceReference<S> reference : references) {
      ServiceObjects<S> objects = context.getServiceObjects(reference);
      Bundle bundle = reference.getBundle();
      if (objects != null && bundle != null) offers.add(new Registration<>(objects, bundle));
    }
    return offers;
  }

  private final class Registration<S> implements Offer<S> {
    private final ServiceObjects<S> objects;
    private final ServiceReference<S> reference;
    private final Bundle provider;
    private final String label;

    Registration(ServiceObjects<S> objects, Bundle provider) {
      this.objects = objects;
      this.reference = objects.getServiceReference();
      this.provider = provider;
      this.label = label(provider);
    }

    @Override
    public long id() {
      return (Long) Objects.requireNonNull(reference.getProperty("service.id"));
    }

    @Override
    public @Nullable Object property(String key) {
      return reference.getProperty(key);
    }

    @Override
    public String bundle() {
      return label;
    }

    @Override
    public String identity() {
      return label + " " + digests.of(provider) + wires(provider);
    }

    @Override
    public @Nullable S take() {
      return objects.getService();
    }

    @Override
    public void release(S service) {
      try {
        objects.ungetService(service);
      } catch (IllegalStateException | IllegalArgumentException _) {
        // the framework already took the service back: its bundle or ours was stopped
      }
    }

    @Override
    public boolean gone() {
      return reference.getBundle() == null;
    }
  }

  private static String label(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /** What the bundle's classes are linked with: a new template engine may write other text. */
  private static String wires(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring == null) return "";
    var wires = wiring.getRequiredWires(null);
    if (wires == null) return "";
    return wires.stream()
        .map(wire -> wire.getProvider().getBundle())
        .filter(provider -> provider.getBundleId() != 0)
        .map(ServiceRegistry::label)
        .distinct()
        .sorted()
        .collect(Collectors.joining(",", " [", "]"));
  }
}
