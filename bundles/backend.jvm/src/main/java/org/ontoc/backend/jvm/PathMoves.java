// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.runtime.graph.PathTable;

/** A property path as an automaton over predicates, which starts in state 0. */
final class PathMoves {
  /** Recursion over paths is safe up to here. */
  static final int DEEPEST = 500;

  private record Move(int kind, int predicate, int to) {}

  private final Ids ids;
  private final List<List<Move>> states = new ArrayList<>();

  private PathMoves(Ids ids) {
    this.ids = ids;
  }

  static PathTable table(Path path, Ids ids) {
    PathMoves moves = new PathMoves(ids);
    int start = moves.state();
    int accept = moves.state();
    moves.add(path, start, accept, false);
    return moves.table(accept);
  }

  private PathTable table(int accept) {
    int[] first = new int[states.size() + 1];
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      first[i] = numbers.size() / 3;
      for (Move move : states.get(i)) numbers.addAll(List.of(move.kind, move.predicate, move.to));
    }
    first[states.size()] = numbers.size() / 3;
    return new PathTable(numbers.stream().mapToInt(n -> n).toArray(), first, accept);
  }

  private int state() {
    states.add(new ArrayList<>());
    return states.size() - 1;
  }

  private void step(int from, Iri predicate, int to, boolean inverted) {
    states
        .get(from)
        .add(
            inverted
                ? new Move(PathTable.INVERSE, ids.inverse(predicate), to)
                : new Move(PathTable.FORWARD, ids.forward(predicate), to));
  }

  private void skip(int from, int to) {
    states.get(from).add(new Move(PathTable.EMPTY, 0, to));
  }

  private void add(Path path, int from, int to, boolean inverted) {
    switch (path) {
      case Path.Predicate step -> step(from, step.iri(), to, inverted);
      case Path.Inverse inverse -> add(inverse.path(), from, to, !inverted);
      case Path.Sequence sequence ->
          sequence(
              inverted ? sequence.members().reversed() : sequence.members(), from, to, inverted);
      case Path.Alternative choice ->
          choice.members().forEach(member -> add(member, from, to, inverted));
      case Path.ZeroOrOne optional -> {
        skip(from, to);
        add(optional.path(), from, to, inverted);
      }
      case Path.ZeroOrMore closure -> {
        int again = state();
        skip(from, again);
        add(closure.path(), again, again, inverted);
        skip(again, to);
      }
      case Path.OneOrMore closure -> {
        int before = state();
        int after = state();
        skip(from, before);
        add(closure.path(), before, after, inverted);
        skip(after, before);
        skip(after, to);
      }
    }
  }

  private void sequence(List<Path> members, int from, int to, boolean inverted) {
    int at = from;
    for (int i = 0; i < members.size(); i++) {
      int next = i == members.size() - 1 ? to : state();
      add(members.get(i), at, next, inverted);
      at = next;
    }
  }

  /** How deep a path is nested, up to a little more than {@link #DEEPEST}. */
  static int depth(Path path, int above) {
    if (above > DEEPEST) return above;
    return switch (path) {
      case Path.Predicate _ -> above + 1;
      case Path.Inverse inverse -> depth(inverse.path(), above + 1);
      case Path.Sequence sequence -> deepest(sequence.members(), above + 1);
      case Path.Alternative choice -> deepest(choice.members(), above + 1);
      case Path.ZeroOrMore closure -> depth(closure.path(), above + 1);
      case Path.OneOrMore closure -> depth(closure.path(), above + 1);
      case Path.ZeroOrOne optional -> depth(optional.path(), above + 1);
    };
  }

  private static int deepest(List<Path> members, int above) {
    return members.stream().mapToInt(member -> depth(member, above)).max().orElse(above);
  }
}
