// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.planner.regex.PatternException.Kind;

/**
 * Compiles a regular expression: parse, NFA over bytes, DFA by subset construction, minimal DFA.
 */
public final class PatternCompiler {
  private static final int LONGEST = 100_000;

  /** An automaton and, one sentence each, what in the pattern other engines may read otherwise. */
  public record Result(Automaton automaton, List<String> warnings) {
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  private PatternCompiler() {}

  /** Throws when the pattern or the flags are not defined, not regular, or too large. */
  public static Result compile(String regex, String flags, Budget budget) throws PatternException {
    if (regex.length() > LONGEST) {
      throw PatternException.of(
          Kind.TOO_LARGE, "the pattern is longer than " + LONGEST + " characters");
    }
    List<String> warnings = new ArrayList<>();
    Syntax syntax = PatternParser.parse(regex, Flags.of(flags), warnings);
    Code code = NfaBuilder.build(syntax);
    Optional<Dfa> dfa =
        DfaBuilder.build(code, budget)
            .map(Minimizer::minimize)
            .filter(d -> budget.takeTable(d.states(), d.classes()));
    if (dfa.isPresent()) return new Result(automaton(regex, flags, dfa.get()), warnings);
    if (!budget.takeInstructions(code.size())) {
      throw PatternException.of(
          Kind.TOO_LARGE, "the patterns of the shapes need too many instructions together");
    }
    return new Result(new Automaton.Nfa(regex, flags, code.instructions()), warnings);
  }

  private static Automaton automaton(String regex, String flags, Dfa dfa) {
    byte[] accepting = new byte[dfa.states()];
    for (int i = 0; i < accepting.length; i++) accepting[i] = (byte) (dfa.accepting()[i] ? 1 : 0);
    return new Automaton.Dfa(
        regex,
        flags,
        dfa.states(),
        dfa.classes(),
        0,
        dfa.classOf(),
        dfa.next(),
        accepting,
        dfa.sink(false),
        dfa.sink(true));
  }
}
