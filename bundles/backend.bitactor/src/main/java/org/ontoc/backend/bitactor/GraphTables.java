// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphOpcode;
import org.ontoc.runtime.graph.Automaton.Bytes;
import org.ontoc.runtime.graph.Automaton.Characters;
import org.ontoc.runtime.graph.Automaton.Parallel;
import org.ontoc.runtime.graph.PathTable;

/** The tables of a graph image that its instructions ask for by number. */
final class GraphTables {
  /** Where an automaton is: the instruction that runs it and its index. */
  record Place(GraphOpcode opcode, int index) {}

  private record Pattern(String regex, String flags) {}

  private final Plan plan;
  private final Map<Pattern, Automaton> byPattern = new HashMap<>();
  private final Map<Pattern, Place> places = new HashMap<>();
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<Integer, Integer> pathNumbers = new HashMap<>();
  final TermNumbers terms = new TermNumbers();
  final List<int[]> sets = new ArrayList<>();
  final List<PathTable> paths = new ArrayList<>();
  final List<Bytes> byteAutomata = new ArrayList<>();
  final List<Characters> characterAutomata = new ArrayList<>();
  final List<Parallel> programs = new ArrayList<>();
  final List<GraphImage.Qualified> qualified = new ArrayList<>();

  GraphTables(Plan plan) {
    this.plan = plan;
    string("");
    plan.reads().constants().forEach(terms::id);
    for (Automaton automaton : plan.automata())
      byPattern.put(new Pattern(automaton.regex(), automaton.flags()), automaton);
  }

  int string(String text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }

  List<String> strings() {
    return List.copyOf(strings.keySet());
  }

  int set(int[] numbers) {
    sets.add(numbers);
    return sets.size() - 1;
  }

  /** The number of a path of the plan. */
  int path(int path) {
    return pathNumbers.computeIfAbsent(
        path,
        p -> {
          paths.add(table(new PathAutomaton(plan.paths().get(p))));
          return paths.size() - 1;
        });
  }

  Path planPath(int path) {
    return plan.paths().get(path);
  }

  private PathTable table(PathAutomaton automaton) {
    int[] first = new int[automaton.states().size() + 1];
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < automaton.states().size(); i++) {
      for (PathAutomaton.Move move : automaton.states().get(i)) {
        numbers.add(move.kind().ordinal());
        numbers.add(
            switch (move.kind()) {
              case FORWARD -> terms.forward(move.predicate());
              case INVERSE -> terms.inverse(move.predicate());
              case EMPTY -> 0;
            });
        numbers.add(move.to());
      }
      first[i + 1] = numbers.size() / 3;
    }
    return new PathTable(numbers.stream().mapToInt(n -> n).toArray(), first, automaton.accept());
  }

  Place automaton(Constraint.Pattern pattern) {
    Pattern key = new Pattern(pattern.regex(), pattern.flags());
    Automaton automaton = byPattern.get(key);
    if (automaton == null)
      throw new IllegalArgumentException("the plan has no automaton for " + pattern.regex());
    return places.computeIfAbsent(key, _ -> place(automaton));
  }

  private Place place(Automaton automaton) {
    return switch (automaton) {
      case Automaton.Dfa a -> {
        byteAutomata.add(
            new Bytes(
                a.classes(),
                a.start(),
                a.classOf(),
                a.next(),
                a.accepting(),
                a.dead(),
                a.always()));
        yield new Place(GraphOpcode.PATTERNB, byteAutomata.size() - 1);
      }
      case Automaton.CharacterDfa a -> {
        characterAutomata.add(
            new Characters(
                a.classes(),
                a.start(),
                a.first(),
                a.classOf(),
                a.next(),
                a.accepting(),
                a.dead(),
                a.always()));
        yield new Place(GraphOpcode.PATTERNC, characterAutomata.size() - 1);
      }
      case Automaton.Nfa a -> {
        int[] program =
            a.instructions().stream()
                .flatMapToInt(
                    it -> java.util.stream.IntStream.of(it.op().ordinal(), it.a(), it.b()))
                .toArray();
        programs.add(new Parallel(program));
        yield new Place(GraphOpcode.PATTERNP, programs.size() - 1);
      }
    };
  }
}
