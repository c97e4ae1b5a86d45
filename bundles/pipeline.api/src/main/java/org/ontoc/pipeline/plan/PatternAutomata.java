// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.HashMap;
import java.util.Map;
import org.ontoc.pipeline.ir.Constraint;

/** The automata of a plan by the patterns that they were made from. */
public final class PatternAutomata {
  private record Key(String regex, String flags) {}

  private final Map<Key, Automaton> byPattern = new HashMap<>();

  public PatternAutomata(Plan plan) {
    for (Automaton automaton : plan.automata())
      byPattern.put(new Key(automaton.regex(), automaton.flags()), automaton);
  }

  /**
   * The automaton of a pattern.
   *
   * @throws IllegalArgumentException when the plan has none
   */
  public Automaton of(Constraint.Pattern pattern) {
    Automaton automaton = byPattern.get(new Key(pattern.regex(), pattern.flags()));
    if (automaton == null)
      throw new IllegalArgumentException("the plan has no automaton for " + pattern.regex());
    return automaton;
  }
}
