// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Planner;
import org.ontoc.pipeline.Probe;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.ValidatorProvider;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Asks the service registry at each call: a bundle that arrives or leaves between two commands is
 * seen by the second. Services are given back when the shell bundle stops, or when they go.
 */
@Component(service = Platform.class)
public final class RegisteredPlatform implements Platform {
  private static final Comparator<Provider> ORDER =
      Comparator.comparing(Provider::kind).thenComparing(Provider::word);

  private final BundleContext context;

  @Activate
  public RegisteredPlatform(BundleContext context) {
    this.context = context;
  }

  @Override
  public Optional<Compiler> compiler() {
    return first(Compiler.class, "");
  }

  @Override
  public Optional<Renderer> renderer(String format) {
    return first(Renderer.class, filter("format", format));
  }

  @Override
  public List<Probe> probes() {
    return references(Probe.class, "").stream()
        .map(context::getService)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  @Override
  public Optional<ToIntFunction<String[]>> command(String word) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // what the property promises
    Optional<ToIntFunction<String[]>> found =
        (Optional) first(ToIntFunction.class, filter("ontoc.command", word));
    return found;
  }

  @Override
  public List<Provider> providers() {
    List<Provider> all = new ArrayList<>();
    add(all, Kind.FRONT_END, FrontEnd.class, "role", "value");
    add(all, Kind.PASS, Pass.class, "id", "");
    add(all, Kind.PLANNER, Planner.class, "", "");
    add(all, Kind.PLAN_PASS, PlanPass.class, "id", "");
    add(all, Kind.BACK_END, Backend.class, "target", "");
    add(all, Kind.TOOLCHAIN, Toolchain.class, "builds", "");
    add(all, Kind.VALIDATOR, ValidatorProvider.class, "opens", "");
    add(all, Kind.RENDERER, Renderer.class, "format", "");
    for (ServiceReference<?> reference : references(ToIntFunction.class, "(ontoc.command=*)"))
      all.add(provider(Kind.COMMAND, reference, "ontoc.command", ""));
    all.sort(ORDER);
    return all;
  }

  @Override
  public String version() {
    Version version = context.getBundle().getVersion();
    return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
  }

  private void add(List<Provider> all, Kind kind, Class<?> type, String word, String detail) {
    for (ServiceReference<?> reference : references(type, ""))
      all.add(provider(kind, reference, word, detail));
  }

  private static Provider provider(
      Kind kind, ServiceReference<?> reference, String word, String detail) {
    Bundle bundle = reference.getBundle();
    return new Provider(
        kind,
        word.isEmpty() ? "-" : text(reference.getProperty(word)),
        detail.isEmpty() ? "" : text(reference.getProperty(detail)),
        bundle == null ? "-" : bundle.getSymbolicName(),
        bundle == null ? "-" : bundle.getVersion().toString());
  }

  private static String text(@Nullable Object property) {
    return switch (property) {
      case null -> "-";
      case String[] several -> String.join(", ", Arrays.asList(several));
      case Collection<?> several ->
          String.join(", ", several.stream().map(String::valueOf).toList());
      default -> property.toString();
    };
  }

  private <S> Optional<S> first(Class<S> type, String filter) {
    for (ServiceReference<S> reference : references(type, filter)) {
      S service = context.getService(reference);
      if (service != null) return Optional.of(service);
    }
    return Optional.empty();
  }

  /** Highest ranking first. */
  private <S> List<ServiceReference<S>> references(Class<S> type, String filter) {
    try {
      return context.getServiceReferences(type, filter.isEmpty() ? null : filter).stream()
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalArgumentException(filter, impossible);
    }
  }

  /** An LDAP filter (RFC 4515) for a word that a user typed. */
  static String filter(String property, String word) {
    return "(" + property + "=" + word.replaceAll("[\\\\*()]", "\\\\$0") + ")";
  }
}
