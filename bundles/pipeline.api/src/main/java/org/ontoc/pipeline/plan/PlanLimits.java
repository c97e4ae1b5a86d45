// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;

/** How large a plan may be for a back end; reports what is larger. */
public final class PlanLimits {
  private PlanLimits() {}

  /**
   * Whether no chain of shapes that refer to each other is longer than a stack allows; E0521 if
   * not.
   */
  public static boolean areChainsShort(Plan plan, int longest, Context context) {
    Optional<Shape> deep = plan.recursion().longChain(longest);
    deep.ifPresent(shape -> reportLongChain(shape, longest, context));
    return deep.isEmpty();
  }

  /** E0521 at the shape where a chain starts. */
  public static void reportLongChain(Shape first, int longest, Context context) {
    context.error(
        "E0521",
        first.at(),
        "a chain of more than " + longest + " shapes that refer to each other starts here",
        "refer to fewer shapes in a row");
  }

  /**
   * Whether no automaton of a pattern has too many states; E0523 if not.
   *
   * @param what cannot have more, e.g. {@code bytecode}
   */
  public static boolean areAutomataSmall(Plan plan, int most, String what, Context context) {
    for (Automaton automaton : plan.automata()) {
      int states =
          switch (automaton) {
            case Automaton.Dfa dfa -> dfa.states();
            case Automaton.CharacterDfa dfa -> dfa.states();
            case Automaton.Nfa _ -> 0;
          };
      if (states <= most) continue;
      context.error(
          "E0523",
          Origin.NOWHERE,
          "the automaton of a pattern has " + states + " states, more than " + what + " takes",
          "lower the option dfa-states");
      return false;
    }
    return true;
  }
}
