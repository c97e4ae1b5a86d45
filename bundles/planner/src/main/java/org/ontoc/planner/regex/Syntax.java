// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.List;
import org.ontoc.pipeline.plan.Automaton;

/** A parsed regular expression; groups and reluctance are gone, they do not change the language. */
sealed interface Syntax {
  /** The empty text. */
  Sequence EMPTY = new Sequence(List.of());

  /** One character of a set. */
  record Characters(CodePoints set) implements Syntax {}

  /** An anchor. */
  record Anchor(Automaton.Op op) implements Syntax {}

  record Sequence(List<Syntax> members) implements Syntax {}

  record Choice(List<Syntax> members) implements Syntax {}

  /** A quantified expression; {@code max} is {@link #UNBOUNDED} when there is no upper bound. */
  record Repeat(Syntax body, int min, int max) implements Syntax {
    static final int UNBOUNDED = Integer.MAX_VALUE;
  }
}
