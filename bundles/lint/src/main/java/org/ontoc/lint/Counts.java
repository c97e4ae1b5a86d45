// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** How many values of a path its constraints demand and allow. */
final class Counts {
  private final Conjunction.Group group;
  private final Map<Term, Claim> demanded = new LinkedHashMap<>();
  private @Nullable Claim leastClaim;
  private @Nullable Claim mostClaim;
  private long least;
  private long most = Long.MAX_VALUE;

  Counts(Conjunction.Group group) {
    this.group = group;
    for (Claim claim : group.whole()) read(claim);
    long distinct = demanded.keySet().stream().map(Literals::normal).distinct().count();
    if (distinct > least) {
      least = distinct;
      leastClaim = demanded.values().stream().reduce((_, last) -> last).orElseThrow();
    }
    if (least == 0 && Paths.isReflexive(group.path())) least = 1;
  }

  private void read(Claim claim) {
    switch (claim.constraint()) {
      case Constraint.MinCount it -> atLeast(it.count(), claim);
      case Constraint.QualifiedValueShape it -> atLeast(it.min().orElse(0), claim);
      case Constraint.MaxCount it -> {
        if (it.count() < most) {
          most = it.count();
          mostClaim = claim;
        }
      }
      case Constraint.HasValue it -> demanded.putIfAbsent(it.value(), claim);
      default -> {}
    }
  }

  private void atLeast(long count, Claim claim) {
    if (count <= least) return;
    least = count;
    leastClaim = claim;
  }

  /** The number of values that every conforming focus node has. */
  long least() {
    return least;
  }

  void check(Members members, Consumer<Conflict> sink) {
    if (leastClaim != null && mostClaim != null && least > most)
      sink.accept(
          Conflict.of(
              "W0345",
              leastClaim,
              mostClaim,
              "At least "
                  + values(least)
                  + " of "
                  + group.path()
                  + " are required, but sh:maxCount allows "
                  + most,
              "Exchange or correct the counts"));
    checkIn(sink);
    checkQualified(sink);
    demanded.forEach((value, claim) -> checkDemanded(value, claim, members, sink));
    checkPairs(sink);
  }

  private static String values(long count) {
    return count == 1 ? "1 value" : count + " values";
  }

  /** Values are distinct terms: a list bounds their number. */
  private void checkIn(Consumer<Conflict> sink) {
    if (leastClaim == null) return;
    for (Claim claim : group.each().claims) {
      if (!(claim.constraint() instanceof Constraint.In in)) continue;
      long listed = in.values().stream().map(Literals::normal).distinct().count();
      if (listed > 0 && listed < least)
        sink.accept(
            Conflict.of(
                "W0345",
                claim,
                leastClaim,
                "At least " + values(least) + " are required, but sh:in lists " + listed,
                "Lower the count, or list more values"));
    }
  }

  private void checkQualified(Consumer<Conflict> sink) {
    for (Claim claim : group.whole())
      if (claim.constraint() instanceof Constraint.QualifiedValueShape it
          && it.min().orElse(0) > it.max().orElse(Long.MAX_VALUE))
        sink.accept(
            Conflict.of(
                "W0345",
                claim,
                "sh:qualifiedMinCount "
                    + it.min().getAsLong()
                    + " is above sh:qualifiedMaxCount "
                    + it.max().getAsLong(),
                "Exchange or correct the counts"));
  }

  private void checkDemanded(Term value, Claim claim, Members members, Consumer<Conflict> sink) {
    group.each().claims.stream()
        .filter(it -> Values.violates(value, it.constraint()))
        .findFirst()
        .map(it -> members.violation(value, claim, it, "sh:hasValue demands "))
        .ifPresent(sink);
  }

  /** A path compared with itself. */
  private void checkPairs(Consumer<Conflict> sink) {
    if (!(group.path() instanceof Path.Predicate(var predicate)) || least == 0) return;
    List<Claim> never = new ArrayList<>();
    for (Claim claim : group.whole()) {
      boolean same =
          switch (claim.constraint()) {
            case Constraint.Disjoint it -> it.predicate().equals(predicate);
            case Constraint.LessThan it -> it.predicate().equals(predicate);
            default -> false;
          };
      if (same) never.add(claim);
    }
    never.forEach(
        claim ->
            sink.accept(
                Conflict.of(
                    "W0348",
                    claim,
                    "The values of "
                        + group.path()
                        + " are compared with themselves by "
                        + claim.name()
                        + ", which none satisfies",
                    "Name another property")));
  }
}
