// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Positions;
import org.ontoc.pipeline.ir.Term;

/** Finds values of sh:in and sh:hasValue that violate what else the same node must satisfy. */
final class Members {
  private final Positions positions;

  Members(Positions positions) {
    this.positions = positions;
  }

  /**
   * Hands over a conflict for each member that violates a constraint of its own shape.
   *
   * @return why no member is left; empty when that is not proved
   */
  Optional<Conflict> check(List<Claim> claims, Consumer<Conflict> sink) {
    Optional<Conflict> reason = Optional.empty();
    for (Claim claim : claims) {
      List<Term> members = members(claim.constraint());
      if (members.isEmpty()) continue;
      long excluded = members.stream().filter(it -> isExcluded(it, claim, claims, sink)).count();
      if (excluded == members.size() && reason.isEmpty())
        reason =
            Optional.of(
                Conflict.of(
                    "W0348",
                    claim,
                    "Every value of this " + claim.name() + " violates another constraint",
                    "Name values that satisfy the others"));
    }
    return reason;
  }

  /** The only terms that satisfy a constraint; empty when it does not list them. */
  static List<Term> members(Constraint constraint) {
    return switch (constraint) {
      case Constraint.In it -> it.values();
      case Constraint.HasValue it -> List.of(it.value());
      default -> List.of();
    };
  }

  private boolean isExcluded(Term member, Claim list, List<Claim> claims, Consumer<Conflict> sink) {
    for (Claim claim : claims) {
      boolean listed = !members(claim.constraint()).isEmpty();
      if (claim.equals(list) || !Values.violates(member, claim.constraint())) continue;
      // a list that several shapes share may be narrowed by each of them
      if (!listed && claim.shape().equals(list.shape()))
        sink.accept(violation(member, list, claim, list.name() + " lists "));
      return true;
    }
    return false;
  }

  /** A finding at the value itself. */
  Conflict violation(Term member, Claim list, Claim violated, String what) {
    return new Conflict(
        "W0349",
        at(member, list),
        what + Names.of(member) + ", which violates " + violated.name(),
        "Correct the value or the constraint",
        List.of(violated.note("The constraint that it violates is here")));
  }

  private Origin at(Term member, Claim list) {
    return positions.first(
        list.shape().id(), Names.sh(list.name().substring(3)), member, list.at());
  }
}
