// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.runtime.graph.PathTable;

/** What a plan says of patterns and paths, as the tables that evaluate them. */
public final class PlanTables {
  private PlanTables() {}

  /** The table of a pattern. */
  public static org.ontoc.runtime.graph.Automaton of(Automaton automaton) {
    return switch (automaton) {
      case Automaton.Dfa a ->
          new org.ontoc.runtime.graph.Automaton.Bytes(
              a.classes(), a.start(), a.classOf(), a.next(), a.accepting(), a.dead(), a.always());
      case Automaton.CharacterDfa a ->
          new org.ontoc.runtime.graph.Automaton.Characters(
              a.classes(),
              a.start(),
              a.first(),
              a.classOf(),
              a.next(),
              a.accepting(),
              a.dead(),
              a.always());
      case Automaton.Nfa a ->
          new org.ontoc.runtime.graph.Automaton.Parallel(
              a.instructions().stream()
                  .flatMapToInt(it -> IntStream.of(it.op().ordinal(), it.a(), it.b()))
                  .toArray());
    };
  }

  /** The table of a path, whose predicates are numbered. */
  public static PathTable of(PathAutomaton automaton, TermNumbers terms) {
    int[] first = new int[automaton.states().size() + 1];
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < automaton.states().size(); i++) {
      for (PathAutomaton.Move move : automaton.states().get(i)) {
        numbers.addAll(
            switch (move.kind()) {
              case FORWARD ->
                  List.of(PathTable.FORWARD, terms.forward(move.predicate()), move.to());
              case INVERSE ->
                  List.of(PathTable.INVERSE, terms.inverse(move.predicate()), move.to());
              case EMPTY -> List.of(PathTable.EMPTY, 0, move.to());
            });
      }
      first[i + 1] = numbers.size() / 3;
    }
    return new PathTable(numbers.stream().mapToInt(n -> n).toArray(), first, automaton.accept());
  }
}
