// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.ValidatorProvider;

/** Takes services out of the registry for one call, holds them, and gives them back at its end. */
final class Selection implements AutoCloseable {
  private final Offer.Registry registry;
  private final Quarantine quarantine;
  private final Departures departures;
  private final Run run;
  private final List<Member<?>> taken = new ArrayList<>();

  Selection(Offer.Registry registry, Quarantine quarantine, Departures departures, Run run) {
    this.registry = registry;
    this.quarantine = quarantine;
    this.departures = departures;
    this.run = run;
  }

  /** The preferred service of a type whose property is a value. */
  <S> Optional<Member<S>> one(Class<S> type, String kind, String key, String value) {
    return one(type, kind, value, offer -> strings(offer.property(key)).contains(value));
  }

  /**
   * The preferred service of a type that fits and is not in quarantine; waits for one that was
   * there before, since its bundle may just be updated.
   */
  <S> Optional<Member<S>> one(Class<S> type, String kind, String stage, Predicate<Offer<S>> fits) {
    String name = kind + " " + stage;
    long start = System.nanoTime();
    while (true) {
      List<Offer<S>> offers = registry.offers(type).stream().filter(fits).toList();
      Optional<Member<S>> member = pick(kind, stage, offers);
      if (member.isPresent()) {
        departures.seen(name);
        return member;
      }
      boolean held = !offers.isEmpty() && offers.stream().noneMatch(Offer::gone);
      if (held || System.nanoTime() - start >= departures.patience(name)) {
        departures.lost(name);
        return member;
      }
      Departures.pause(run);
    }
  }

  private <S> Optional<Member<S>> pick(String kind, String stage, List<Offer<S>> offers) {
    String skipped = "";
    for (Offer<S> offer : offers) {
      if (quarantine.holds(offer)) {
        skipped = kind + " " + stage + " of bundle " + offer.bundle();
        continue;
      }
      Optional<Member<S>> member = take(kind, stage, offer);
      if (member.isEmpty()) continue;
      if (!skipped.isEmpty()) warnOfQuarantine(skipped, member.get().bundle() + " is used instead");
      return member;
    }
    if (!skipped.isEmpty()) warnOfQuarantine(skipped, "there is no other");
    return Optional.empty();
  }

  private void warnOfQuarantine(String skipped, String instead) {
    run.report(
        Severity.WARNING,
        "W0903",
        "the " + skipped + " is in quarantine, " + instead,
        "restart or replace the bundle to have it called again");
  }

  /** All services of a type. */
  <S> List<Member<S>> all(Class<S> type, String kind) {
    List<Member<S>> members = new ArrayList<>();
    for (Offer<S> offer : registry.offers(type)) {
      take(kind, kind, offer).ifPresent(members::add);
    }
    return members;
  }

  private <S> Optional<Member<S>> take(String kind, String stage, Offer<S> offer) {
    S service = offer.take();
    if (service == null) return Optional.empty();
    Member<S> member = new Member<>(kind, stage, service, offer);
    taken.add(member);
    return Optional.of(member);
  }

  /** Reports that no service executes the validators of a target. */
  void reportNoProvider(String target) {
    run.report(
        Severity.ERROR,
        "E0593",
        "nothing can execute validators of the target " + target,
        "targets that can be executed here: " + known(ValidatorProvider.class, "opens"));
  }

  /** The values of a property that the services of a type have now, for messages. */
  <S> String known(Class<S> type, String key) {
    TreeSet<String> words = new TreeSet<>();
    registry.offers(type).forEach(offer -> words.addAll(strings(offer.property(key))));
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  /** The values of a property of the services that fit, those of the preferred ones first. */
  <S> List<String> words(Class<S> type, String key, Predicate<Offer<S>> fits) {
    return registry.offers(type).stream()
        .filter(fits)
        .flatMap(offer -> strings(offer.property(key)).stream())
        .distinct()
        .toList();
  }

  /** A service property as strings: one, an array or a collection. */
  static List<String> strings(@Nullable Object property) {
    return switch (property) {
      case null -> List.of();
      case String one -> List.of(one);
      case String[] several -> Arrays.asList(several);
      case Collection<?> several -> several.stream().map(String::valueOf).toList();
      default -> List.of(property.toString());
    };
  }

  List<Member<Step.Listener>> listeners() {
    return all(Step.Listener.class, "listener");
  }

  @Override
  public void close() {
    taken.forEach(Member::release);
    taken.clear();
  }
}
