// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;

/** Proves that no literal lies between the bounds of a shape (SHACL section 4.3). */
final class Bounds {
  private Bounds() {}

  /**
   * One bound.
   *
   * @param lower values are above it, else below
   * @param exclusive the bound itself is no value
   */
  record Bound(Literal value, boolean lower, boolean exclusive) {}

  static Optional<Bound> of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.MinInclusive it -> Optional.of(new Bound(it.bound(), true, false));
      case Constraint.MinExclusive it -> Optional.of(new Bound(it.bound(), true, true));
      case Constraint.MaxInclusive it -> Optional.of(new Bound(it.bound(), false, false));
      case Constraint.MaxExclusive it -> Optional.of(new Bound(it.bound(), false, true));
      default -> Optional.empty();
    };
  }

  /** Whether a literal is certainly not on the right side of a bound. */
  static boolean excludes(Bound bound, Literal value) {
    if (Literals.isIncomparable(bound.value()) || Literals.isIncomparable(value)) return true;
    if (Literals.neverComparable(bound.value().datatype(), value.datatype())) return true;
    OptionalInt order = Literals.compare(bound.value(), value);
    if (order.isEmpty()) return false;
    int sign = bound.lower() ? order.getAsInt() : -order.getAsInt();
    return bound.exclusive() ? sign >= 0 : sign > 0;
  }

  static void check(List<Claim> claims, Consumer<Conflict> sink) {
    for (Claim claim : claims) {
      Optional<Bound> bound = of(claim.constraint());
      if (bound.isEmpty()) continue;
      checkAlone(claim, bound.get(), sink);
      for (Claim other : claims) {
        if (other.constraint() instanceof Constraint.Datatype datatype)
          checkDatatype(claim, bound.get(), other, datatype.datatype(), sink);
        Optional<Bound> second = of(other.constraint());
        if (second.isPresent() && bound.get().lower() && !second.get().lower())
          checkPair(claim, bound.get(), other, second.get(), integer(claims), sink);
      }
    }
  }

  private static Optional<Iri> integer(List<Claim> claims) {
    return claims.stream()
        .map(Claim::constraint)
        .filter(Constraint.Datatype.class::isInstance)
        .map(it -> ((Constraint.Datatype) it).datatype())
        .filter(Literals::isInteger)
        .findFirst();
  }

  private static void checkAlone(Claim claim, Bound bound, Consumer<Conflict> sink) {
    if (Literals.isIncomparable(bound.value()))
      sink.accept(
          Conflict.of(
              "W0350",
              claim,
              Names.of(bound.value())
                  + " is comparable with no value, so that every value violates "
                  + claim.name(),
              "Correct the bound"));
  }

  private static void checkDatatype(
      Claim claim, Bound bound, Claim other, Iri datatype, Consumer<Conflict> sink) {
    if (Literals.neverComparable(bound.value().datatype(), datatype)) {
      sink.accept(
          Conflict.of(
              "W0350",
              other,
              claim,
              "The bound "
                  + Names.of(bound.value())
                  + " is comparable with no value of the datatype "
                  + Names.of(datatype),
              "Give the bound the datatype of the values"));
      return;
    }
    Optional<BigInteger> end =
        bound.lower() ? Literals.greatest(datatype) : Literals.least(datatype);
    Optional<BigDecimal> exact = Literals.exact(bound.value());
    if (end.isEmpty() || exact.isEmpty()) return;
    int order = exact.get().compareTo(new BigDecimal(end.get()));
    int sign = bound.lower() ? order : -order;
    if (sign > 0 || bound.exclusive() && sign == 0)
      sink.accept(
          Conflict.of(
              "W0346",
              other,
              claim,
              "No "
                  + Names.of(datatype)
                  + " is "
                  + (bound.lower() ? "above " : "below ")
                  + Names.of(bound.value()),
              "Correct the bound or the datatype"));
  }

  private static void checkPair(
      Claim low,
      Bound lower,
      Claim high,
      Bound upper,
      Optional<Iri> integer,
      Consumer<Conflict> sink) {
    String bounds =
        low.name()
            + " "
            + Names.of(lower.value())
            + " and "
            + high.name()
            + " "
            + Names.of(upper.value());
    if (Literals.neverComparable(lower.value().datatype(), upper.value().datatype())) {
      sink.accept(
          Conflict.of(
              "W0350",
              low,
              high,
              "No value is comparable with the bounds of both " + bounds,
              "Give both bounds the datatype of the values"));
      return;
    }
    boolean empty = isEmpty(lower, upper);
    boolean gap = !empty && integer.isPresent() && isGap(lower, upper);
    if (empty || gap)
      sink.accept(
          Conflict.of(
              "W0346",
              low,
              high,
              (gap ? "No integer is between " : "No value is between ") + bounds,
              "Exchange or correct the bounds"));
  }

  private static boolean isEmpty(Bound lower, Bound upper) {
    OptionalInt order = Literals.compare(lower.value(), upper.value());
    if (order.isEmpty()) return false;
    boolean exclusive = lower.exclusive() || upper.exclusive();
    return order.getAsInt() > 0 || order.getAsInt() == 0 && exclusive;
  }

  /** Integers are compared exactly with exact bounds. */
  private static boolean isGap(Bound lower, Bound upper) {
    Optional<BigDecimal> low = Literals.exact(lower.value());
    Optional<BigDecimal> high = Literals.exact(upper.value());
    if (low.isEmpty() || high.isEmpty()) return false;
    BigDecimal first = low.get().setScale(0, RoundingMode.CEILING);
    BigDecimal last = high.get().setScale(0, RoundingMode.FLOOR);
    if (lower.exclusive() && first.compareTo(low.get()) == 0) first = first.add(BigDecimal.ONE);
    if (upper.exclusive() && last.compareTo(high.get()) == 0) last = last.subtract(BigDecimal.ONE);
    return first.compareTo(last) > 0;
  }
}
