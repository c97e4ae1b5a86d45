// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.PatternAutomata;

/** The automata of sh:pattern as tables; see ort_regex.h. */
final class Automata {
  /** States have 16 bits in C. */
  static final int MOST_STATES = 65_536;

  private final Unit unit;
  private final PatternAutomata patterns;
  private final Map<Automaton, CIdentifier> declared = new IdentityHashMap<>();

  Automata(Unit unit) {
    this.unit = unit;
    this.patterns = new PatternAutomata(unit.plan);
  }

  Automaton of(Constraint.Pattern pattern) {
    return patterns.of(pattern);
  }

  /** The name of the automaton, whose tables are declared by its first use. */
  CIdentifier declared(Automaton automaton) {
    CIdentifier known = declared.get(automaton);
    if (known != null) return known;
    CIdentifier name = new CIdentifier("pattern_" + declared.size());
    declared.put(automaton, name);
    switch (automaton) {
      case Automaton.Dfa dfa -> declare(dfa, name);
      case Automaton.CharacterDfa dfa -> declare(dfa, name);
      case Automaton.Nfa nfa -> declare(nfa, name);
    }
    unit.share("shared", type(automaton), name);
    return name;
  }

  private static String type(Automaton automaton) {
    return switch (automaton) {
      case Automaton.Dfa _ -> "ort_dfa";
      case Automaton.CharacterDfa _ -> "ort_character_dfa";
      case Automaton.Nfa _ -> "ort_nfa";
    };
  }

  private void declare(Automaton.Dfa dfa, CIdentifier name) {
    unit.declare(
        "dfa",
        "regex",
        new CText.CComment(dfa.regex()),
        "flags",
        new CText.CComment(dfa.flags()),
        "name",
        name,
        "table",
        new Table(
                dfa.states(),
                dfa.classes(),
                dfa.start(),
                dfa.dead(),
                dfa.always(),
                dfa.next(),
                dfa.accepting())
            .render(unit, name),
        "classOf",
        unit.numbers("uint8_t", name.name() + "_class_of", dfa.classOf()));
  }

  private void declare(Automaton.CharacterDfa dfa, CIdentifier name) {
    unit.declare(
        "character_dfa",
        "regex",
        new CText.CComment(dfa.regex()),
        "flags",
        new CText.CComment(dfa.flags()),
        "name",
        name,
        "table",
        new Table(
                dfa.states(),
                dfa.classes(),
                dfa.start(),
                dfa.dead(),
                dfa.always(),
                dfa.next(),
                dfa.accepting())
            .render(unit, name),
        "ranges",
        new CNumber(dfa.first().length),
        "first",
        unit.numbers("uint32_t", name.name() + "_first", dfa.first()),
        "classOf",
        unit.numbers("uint16_t", name.name() + "_class_of", dfa.classOf()));
  }

  /** What automata over bytes and over characters have in common. */
  private record Table(
      int states, int classes, int start, int dead, int always, int[] next, byte[] accepting) {
    Rendered render(Unit unit, CIdentifier name) {
      int[] flags = new int[accepting.length];
      for (int i = 0; i < flags.length; i++) flags[i] = accepting[i];
      return unit.templates.render(
          "dfa_table",
          "states",
          new CNumber(states),
          "classes",
          new CNumber(classes),
          "start",
          new CNumber(start),
          "dead",
          state(dead),
          "always",
          state(always),
          "next",
          unit.numbers("uint16_t", name.name() + "_next", next),
          "accepting",
          unit.numbers("uint8_t", name.name() + "_accepting", flags));
    }
  }

  private static CText state(int state) {
    return state < 0 ? new CIdentifier("ORT_DFA_NONE") : new CNumber(state);
  }

  private void declare(Automaton.Nfa nfa, CIdentifier name) {
    List<Rendered> program =
        nfa.instructions().stream()
            .map(
                instruction ->
                    unit.templates.render(
                        "nfa_instruction",
                        "first",
                        new CNumber(instruction.a()),
                        "second",
                        new CNumber(instruction.b()),
                        "op",
                        op(instruction.op())))
            .toList();
    unit.declare(
        "nfa",
        "regex",
        new CText.CComment(nfa.regex()),
        "flags",
        new CText.CComment(nfa.flags()),
        "name",
        name,
        "program",
        Rendered.concat(program),
        "length",
        new CNumber(program.size()));
  }

  private static CIdentifier op(Automaton.Op op) {
    return new CIdentifier(
        switch (op) {
          case RANGE -> "ORT_NFA_RANGE";
          case SPLIT -> "ORT_NFA_SPLIT";
          case JUMP -> "ORT_NFA_JUMP";
          case ASSERT_BEGIN -> "ORT_NFA_BEGIN";
          case ASSERT_END -> "ORT_NFA_END";
          case ASSERT_LINE_BEGIN -> "ORT_NFA_LINE_BEGIN";
          case ASSERT_LINE_END -> "ORT_NFA_LINE_END";
          case MATCH -> "ORT_NFA_MATCH";
        });
  }
}
