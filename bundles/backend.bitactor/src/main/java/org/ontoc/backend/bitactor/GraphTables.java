// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.PatternAutomata;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphOpcode;
import org.ontoc.runtime.graph.Automaton.Bytes;
import org.ontoc.runtime.graph.Automaton.Characters;
import org.ontoc.runtime.graph.Automaton.Parallel;
import org.ontoc.runtime.graph.PathTable;
import org.ontoc.runtime.graph.plan.PlanTables;

/** The tables of a graph image that its instructions ask for by number. */
final class GraphTables {
  /** Where an automaton is: the instruction that runs it and its index. */
  record Place(GraphOpcode opcode, int index) {}

  private final Plan plan;
  private final PatternAutomata patterns;
  private final Map<Automaton, Place> places = new IdentityHashMap<>();
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
    patterns = new PatternAutomata(plan);
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
          paths.add(PlanTables.of(new PathAutomaton(plan.paths().get(p)), terms));
          return paths.size() - 1;
        });
  }

  Path planPath(int path) {
    return plan.paths().get(path);
  }

  Place automaton(Constraint.Pattern pattern) {
    return places.computeIfAbsent(patterns.of(pattern), it -> place(PlanTables.of(it)));
  }

  private Place place(org.ontoc.runtime.graph.Automaton automaton) {
    return switch (automaton) {
      case Bytes it -> place(GraphOpcode.PATTERNB, byteAutomata, it);
      case Characters it -> place(GraphOpcode.PATTERNC, characterAutomata, it);
      case Parallel it -> place(GraphOpcode.PATTERNP, programs, it);
    };
  }

  private static <T> Place place(GraphOpcode opcode, List<T> all, T automaton) {
    all.add(automaton);
    return new Place(opcode, all.size() - 1);
  }
}
