// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.planner.regex.PatternException.Kind;

/**
 * Compiles a regular expression: parse, NFA over character sets, DFA over characters by subset
 * construction, minimal DFA over bytes; when that is too large the one over characters, and when
 * that is too large an NFA over bytes.
 */
public final class PatternCompiler {
  private static final int LONGEST = 100_000;

  /** An automaton and, one sentence each, what in the pattern other engines may read otherwise. */
  public record Result(Automaton automaton, List<String> warnings) {
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  private final String regex;
  private final String flags;
  private final Budget budget;

  private PatternCompiler(String regex, String flags, Budget budget) {
    this.regex = regex;
    this.flags = flags;
    this.budget = budget;
  }

  /** Throws when the pattern or the flags are not defined, not regular, or too large. */
  public static Result compile(String regex, String flags, Budget budget) throws PatternException {
    if (regex.length() > LONGEST) {
      throw PatternException.of(
          Kind.TOO_LARGE, "the pattern is longer than " + LONGEST + " characters");
    }
    List<String> warnings = new ArrayList<>();
    Flags set = Flags.of(flags);
    Syntax syntax = PatternParser.parse(regex, set, warnings);
    return new Result(
        new PatternCompiler(regex, flags, budget).compile(syntax, set.multiLine()), warnings);
  }

  private Automaton compile(Syntax syntax, boolean lines) throws PatternException {
    List<CodePoints> sets = new ArrayList<>();
    Code code = NfaBuilder.sets(syntax, sets);
    Alphabet alphabet = Alphabet.of(sets, lines);
    Optional<Dfa> dfa = DfaBuilder.build(code, alphabet, lines, budget).map(Minimizer::minimize);
    if (dfa.isEmpty()) return nfa(syntax);
    Optional<Automaton> bytes = bytes(dfa.get(), alphabet);
    if (bytes.isPresent()) return bytes.get();
    Dfa characters = dfa.get();
    boolean fits = budget.takeTable(characters.states(), characters.classes());
    return fits ? ofCharacters(characters, alphabet.first()) : nfa(syntax);
  }

  private Optional<Automaton> bytes(Dfa characters, Alphabet alphabet) {
    int cap = budget.states() * Budget.SLACK;
    return ByteExpansion.expand(characters, alphabet, cap, budget)
        .map(Minimizer::minimize)
        .filter(dfa -> budget.takeTable(dfa.states(), dfa.classes()))
        .map(this::ofBytes);
  }

  private Automaton nfa(Syntax syntax) throws PatternException {
    Code code = NfaBuilder.bytes(syntax);
    if (!budget.takeInstructions(code.size())) {
      throw PatternException.of(
          Kind.TOO_LARGE, "the patterns of the shapes need too many instructions together");
    }
    return new Automaton.Nfa(regex, flags, code.instructions());
  }

  private Automaton ofBytes(Dfa dfa) {
    return new Automaton.Dfa(
        regex,
        flags,
        dfa.states(),
        dfa.classes(),
        0,
        dfa.classOf(),
        dfa.next(),
        accepting(dfa),
        dfa.sink(false),
        dfa.sink(true));
  }

  private Automaton ofCharacters(Dfa dfa, int[] first) {
    // Neighbours that became one class are one interval.
    int[] kept =
        java.util.stream.IntStream.range(0, first.length)
            .filter(i -> i == 0 || dfa.classOf()[i] != dfa.classOf()[i - 1])
            .toArray();
    return new Automaton.CharacterDfa(
        regex,
        flags,
        dfa.states(),
        dfa.classes(),
        0,
        Arrays.stream(kept).map(i -> first[i]).toArray(),
        Arrays.stream(kept).map(i -> dfa.classOf()[i]).toArray(),
        dfa.next(),
        accepting(dfa),
        dfa.sink(false),
        dfa.sink(true));
  }

  private static byte[] accepting(Dfa dfa) {
    byte[] accepting = new byte[dfa.states()];
    for (int i = 0; i < accepting.length; i++) accepting[i] = (byte) (dfa.accepting()[i] ? 1 : 0);
    return accepting;
  }
}
