// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;

/** A property path as an automaton over predicates, which starts in state 0. */
public final class PathAutomaton {
  /** How a move finds the next node. */
  public enum Kind {
    FORWARD,
    INVERSE,
    EMPTY
  }

  /** A move; its predicate means nothing when it is empty. */
  public record Move(Kind kind, Iri predicate, int to) {}

  /** The deepest nesting of paths that is compiled: recursion over them is safe up to here. */
  public static final int DEEPEST = 500;

  private static final Iri NONE = new Iri("");

  private final List<List<Move>> states = new ArrayList<>();
  private final int accept;

  public PathAutomaton(Path path) {
    int start = state();
    accept = state();
    add(path, start, accept, false);
  }

  /** The moves by state. */
  public List<List<Move>> states() {
    return states;
  }

  /** The state whose nodes are the path's values. */
  public int accept() {
    return accept;
  }

  private int state() {
    states.add(new ArrayList<>());
    return states.size() - 1;
  }

  private void move(int from, Kind kind, Iri predicate, int to) {
    states.get(from).add(new Move(kind, predicate, to));
  }

  private void add(Path path, int from, int to, boolean inverted) {
    switch (path) {
      case Path.Predicate step ->
          move(from, inverted ? Kind.INVERSE : Kind.FORWARD, step.iri(), to);
      case Path.Inverse inverse -> add(inverse.path(), from, to, !inverted);
      case Path.Sequence sequence ->
          sequence(
              inverted ? sequence.members().reversed() : sequence.members(), from, to, inverted);
      case Path.Alternative choice ->
          choice.members().forEach(member -> add(member, from, to, inverted));
      case Path.ZeroOrOne optional -> {
        move(from, Kind.EMPTY, NONE, to);
        add(optional.path(), from, to, inverted);
      }
      case Path.ZeroOrMore closure -> {
        int again = state();
        move(from, Kind.EMPTY, NONE, again);
        add(closure.path(), again, again, inverted);
        move(again, Kind.EMPTY, NONE, to);
      }
      case Path.OneOrMore closure -> {
        int before = state();
        int after = state();
        move(from, Kind.EMPTY, NONE, before);
        add(closure.path(), before, after, inverted);
        move(after, Kind.EMPTY, NONE, before);
        move(after, Kind.EMPTY, NONE, to);
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

  /** Whether a path is nested deeper than {@link #DEEPEST}. */
  public static boolean isTooDeep(Path path) {
    return depth(path, 0) > DEEPEST;
  }

  /** Reports a shape whose path is nested too deep. */
  public static void reportTooDeep(Shape shape, Context context) {
    context.error(
        "E0522",
        shape.at(),
        "this property path is nested more than " + DEEPEST + " deep",
        "split the path, or use sh:node to go on from its value nodes");
  }

  private static int depth(Path path, int above) {
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
