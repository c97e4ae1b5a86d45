// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;

/** Says what is wrong with a plan that a stage returned. */
final class PlanVerifier {
  private record Expression(String regex, String flags) {}

  private final Plan plan;
  private final Map<Term, Integer> numbers;
  private final Set<Expression> expressions = new HashSet<>();
  private final BitSet checks = new BitSet();

  private PlanVerifier(Plan plan) {
    this.plan = plan;
    this.numbers = plan.shapeNumbers();
  }

  static Optional<String> verify(Plan plan) {
    String where = Nulls.in(plan);
    if (where != null) return Optional.of("null at " + where);
    return Optional.ofNullable(new PlanVerifier(plan).fault());
  }

  private @Nullable String fault() {
    if (!plan.name().matches("[a-z][a-z0-9_]*")) {
      return "the plan's name '" + plan.name() + "' is no lower-case C identifier";
    }
    if (numbers.size() != plan.shapes().size()) return "two shapes have the same id";
    String fault = automata();
    if (fault == null) fault = shapes();
    if (fault == null) fault = entryPoints();
    return fault != null ? fault : reads(plan.reads());
  }

  private @Nullable String automata() {
    for (Automaton automaton : plan.automata()) {
      if (!expressions.add(new Expression(automaton.regex(), automaton.flags()))) {
        return "two automata for the expression " + automaton.regex();
      }
      String fault =
          switch (automaton) {
            case Automaton.Dfa dfa -> dfa(dfa);
            case Automaton.CharacterDfa dfa -> dfa(dfa);
            case Automaton.Nfa nfa -> nfa(nfa);
          };
      if (fault != null) return "the automaton of " + automaton.regex() + ": " + fault;
    }
    return null;
  }

  private static @Nullable String dfa(Automaton.Dfa dfa) {
    if (dfa.classOf().length != 256) return "classOf has " + dfa.classOf().length + " entries";
    String fault = table(dfa.states(), dfa.classes(), dfa.classOf(), dfa.next(), dfa.accepting());
    return fault != null ? fault : named(dfa.states(), dfa.start(), dfa.dead(), dfa.always());
  }

  private static @Nullable String dfa(Automaton.CharacterDfa dfa) {
    int[] first = dfa.first();
    if (first.length == 0 || first[0] != 0) return "the first range does not begin at 0";
    if (first.length != dfa.classOf().length) return "classOf has another length than first";
    for (int i = 1; i < first.length; i++) {
      if (first[i] <= first[i - 1] || first[i] > Character.MAX_CODE_POINT)
        return "range " + i + " is out of order";
    }
    String fault = table(dfa.states(), dfa.classes(), dfa.classOf(), dfa.next(), dfa.accepting());
    return fault != null ? fault : named(dfa.states(), dfa.start(), dfa.dead(), dfa.always());
  }

  private static @Nullable String table(
      int states, int classes, int[] classOf, int[] next, byte[] accepting) {
    if (next.length != (long) states * classes) return "next has a wrong length";
    if (accepting.length != states) return "accepting has a wrong length";
    if (!within(classOf, classes)) return "a class is out of range";
    return within(next, states) ? null : "a next state is out of range";
  }

  private static @Nullable String named(int states, int start, int dead, int always) {
    boolean named = start >= 0 && start < states;
    named &= dead >= -1 && dead < states;
    named &= always >= -1 && always < states;
    return named ? null : "start, dead or always is out of range";
  }

  private static boolean within(int[] values, int bound) {
    for (int value : values) if (value < 0 || value >= bound) return false;
    return true;
  }

  private static @Nullable String nfa(Automaton.Nfa nfa) {
    int size = nfa.instructions().size();
    if (size == 0) return "it has no instructions";
    for (int i = 0; i < size; i++) {
      Automaton.Instruction at = nfa.instructions().get(i);
      boolean good =
          switch (at.op()) {
            case RANGE -> at.a() >= 0 && at.a() <= at.b() && at.b() <= 255 && i + 1 < size;
            case SPLIT -> within(new int[] {at.a(), at.b()}, size);
            case JUMP -> within(new int[] {at.a()}, size);
            case ASSERT_BEGIN, ASSERT_END, ASSERT_LINE_BEGIN, ASSERT_LINE_END -> i + 1 < size;
            case MATCH -> true;
          };
      if (!good) return "instruction " + i + " is out of range";
    }
    return null;
  }

  private @Nullable String shapes() {
    for (PlannedShape planned : plan.shapes()) {
      boolean indexed = planned.path() >= 0 && planned.path() < plan.paths().size();
      boolean expected = planned.shape().path().isPresent() ? indexed : planned.path() == -1;
      String fault = expected ? checks(planned) : "its path index is " + planned.path();
      if (fault != null) return "shape " + planned.shape().id() + ": " + fault;
    }
    boolean dense = checks.cardinality() == checks.length();
    return dense ? null : "check number " + checks.nextClearBit(0) + " is missing";
  }

  private @Nullable String checks(PlannedShape planned) {
    for (Check check : planned.checks()) {
      if (check.number() < 0) return "check number " + check.number() + " is negative";
      if (checks.get(check.number())) return "check number " + check.number() + " occurs twice";
      checks.set(check.number());
      for (Term reference : check.constraint().shapes()) {
        if (!numbers.containsKey(reference)) return "it refers to a missing " + reference;
      }
      if (check.constraint() instanceof Constraint.Pattern pattern
          && !expressions.contains(new Expression(pattern.regex(), pattern.flags()))) {
        return "no automaton for the expression " + pattern.regex();
      }
    }
    return null;
  }

  private @Nullable String entryPoints() {
    BitSet entries = new BitSet();
    int last = -1;
    for (int number : plan.entryPoints()) {
      if (number <= last || number >= plan.shapes().size()) {
        return "entry point " + number + " is out of order or range";
      }
      last = number;
      entries.set(number);
    }
    for (int i = 0; i < plan.shapes().size(); i++) {
      PlannedShape planned = plan.shapes().get(i);
      var shape = planned.shape();
      boolean live = !shape.deactivated() && !planned.checks().isEmpty();
      boolean wanted = !shape.targets().isEmpty() && live;
      if (wanted && !entries.get(i)) return "shape " + shape.id() + " has targets but no entry";
      if (entries.get(i) && shape.targets().isEmpty()) {
        return "entry point " + i + " has no targets";
      }
    }
    return null;
  }

  private static @Nullable String reads(ReadSet reads) {
    List<Iri> predicates = reads.predicates().stream().map(ReadSet.Predicate::iri).toList();
    if (!ascending(predicates)) return "the read set's predicates are not sorted";
    if (!ascending(reads.classes())) return "the read set's classes are not sorted";
    boolean distinct = new HashSet<>(reads.constants()).size() == reads.constants().size();
    return distinct ? null : "the read set has a constant twice";
  }

  private static boolean ascending(List<Iri> iris) {
    for (int i = 1; i < iris.size(); i++) {
      if (iris.get(i - 1).compareTo(iris.get(i)) >= 0) return false;
    }
    return true;
  }
}
