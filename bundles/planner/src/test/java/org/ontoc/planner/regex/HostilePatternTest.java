// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.planner.regex.PatternException.Kind;

/** Patterns made to exhaust the compiler end within its bounds: with an automaton or a refusal. */
class HostilePatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a{1000}){1000}",
        "(((a{100}){100}){100}){100}",
        "(a|){1000000000}",
        "^{999999999}",
        "(a|b)*a(\\p{L}|b){500}",
        "a{99999999999999999999}"
      })
  void expansionsAreRefused(String regex) {
    PatternException fault =
        assertThrows(
            PatternException.class,
            () -> PatternCompiler.compile(regex, "", new Budget(2000, () -> {})));
    assertEquals(Kind.TOO_LARGE, fault.kind(), regex);
  }

  @Test
  void nestingIsRefusedNotOverflowing() {
    for (String regex :
        List.of(
            "(".repeat(50_000),
            "(".repeat(40_000) + ")".repeat(40_000),
            "[a-".repeat(30_000),
            "(?:".repeat(300) + "a" + ")*".repeat(300))) {
      PatternException fault =
          assertThrows(
              PatternException.class,
              () -> PatternCompiler.compile(regex, "", new Budget(2000, () -> {})));
      assertEquals(Kind.TOO_LARGE, fault.kind());
    }
  }

  @Test
  void longPatternsWithoutNestingCompile() throws PatternException {
    Budget budget = new Budget(2000, () -> {});
    PatternCompiler.compile("a|".repeat(20_000), "", budget);
    PatternCompiler.compile("[" + "a-z".repeat(20_000) + "]", "i", budget);
    PatternCompiler.compile("^" + "ab?".repeat(1_000) + "$", "", budget);
    PatternCompiler.compile("(a*)*".repeat(1_000), "", budget);
    PatternCompiler.compile("(?:".repeat(249) + "a" + ")*".repeat(249), "", budget);
  }

  @Test
  void fiveHundredHostilePatternsOfOneProgramStayWithinTheirBudget() {
    Budget budget = new Budget(2000, () -> {});
    long instructions = 0;
    long cells = 0;
    int refused = 0;
    for (String regex : fiveHundred()) {
      try {
        switch (PatternCompiler.compile(regex, "i", budget).automaton()) {
          case Automaton.Nfa nfa -> instructions += nfa.instructions().size();
          case Automaton.Dfa dfa -> cells += dfa.next().length;
          case Automaton.CharacterDfa dfa -> cells += dfa.next().length;
        }
      } catch (PatternException fault) {
        assertEquals(Kind.TOO_LARGE, fault.kind(), regex);
        refused++;
      }
    }
    assertTrue(instructions <= 2_000_000 && cells <= 20_000_000, instructions + " " + cells);
    assertTrue(refused < 500, "some of them are only slow elsewhere");
  }

  private static List<String> fiveHundred() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      all.add("(a|b)*a(a|b){" + i + "}c");
      all.add("(x+x+)+y{" + i + "}$");
      all.add("^(\\w{1," + i + "}|\\p{L}*){1,20}$");
      all.add("(.*a){" + i * 10 + "}");
      all.add("([a-z]{" + i + ",2000}[0-9]?){1," + i + "}x$");
    }
    return all;
  }
}
