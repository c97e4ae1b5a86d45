// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The known deviations of the peers from the specification, each as narrow as it can be said. */
final class Explained {
  /**
   * A deviation.
   *
   * @param reason who is right, and by which section
   */
  record Rule(String engine, String name, String reason, BiPredicate<Pair, Difference> applies) {}

  static final List<Rule> RULES = List.of();

  private Explained() {}

  static Optional<Rule> of(Pair pair, Difference difference) {
    return RULES.stream()
        .filter(rule -> difference.between(rule.engine()) && rule.applies().test(pair, difference))
        .findFirst();
  }
}
