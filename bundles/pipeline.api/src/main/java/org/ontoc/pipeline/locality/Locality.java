// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.locality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shapes with targets look at besides the triples whose subject is the focus node. When it is
 * nothing, a graph can be validated in parts, each of which has all triples of its subjects.
 *
 * @param graph the first thing that can be anywhere in the graph
 * @param types the first thing that looks at the types of value nodes
 * @param details the first result that is explained by results about value nodes, whose places are
 *     those of the value nodes' own triples
 * @param valued the shapes whose value nodes the latter two are about
 */
public record Locality(
    Optional<Obstacle> graph,
    Optional<Obstacle> types,
    Optional<Obstacle> details,
    Set<Integer> valued) {
  public Locality {
    valued = Set.copyOf(valued);
  }

  /**
   * Why a graph cannot be validated in parts.
   *
   * @param check the number among the shape's checks, or {@link #PATH}
   * @param order what was found first has the least one
   */
  public record Obstacle(int shape, int check, String what, int order) {
    public static final int PATH = -1;
  }

  /** Looks at shapes that have targets, and at those that they refer to. */
  public static Locality of(Shapes shapes, List<Integer> checked) {
    Walk walk = new Walk(shapes);
    for (int shape : checked) walk.shape(shape, Walk.FOCUS);
    return new Locality(
        Optional.ofNullable(walk.graph),
        Optional.ofNullable(walk.types),
        Optional.ofNullable(walk.details),
        walk.valued);
  }

  /** What was found first of all that the check of a focus node without explanations looks at. */
  public Optional<Obstacle> first() {
    return Stream.concat(graph.stream(), types.stream())
        .min(java.util.Comparator.comparingInt(Obstacle::order));
  }

  private static final class Walk {
    /**
     * Where focus nodes of shapes with targets are; all others are at the end of a shape's path.
     */
    static final int FOCUS = -1;

    private final Shapes shapes;
    private final Map<Integer, Set<Integer>> known = new HashMap<>();
    private final Set<Integer> valued = new HashSet<>();
    private int found;
    private @Nullable Obstacle graph;
    private @Nullable Obstacle types;
    private @Nullable Obstacle details;

    Walk(Shapes shapes) {
      this.shapes = shapes;
    }

    private void graph(int shape, int check, String what) {
      if (graph == null) graph = new Obstacle(shape, check, what, found++);
    }

    /**
     * Looks at a shape once for each place of its focus nodes.
     *
     * @param at the shape at the end of whose path they are
     */
    void shape(int number, int at) {
      if (!known.computeIfAbsent(at, _ -> new HashSet<>()).add(number)) return;
      List<Shapes.Check> checks = shapes.checks(number);
      if (checks.isEmpty()) return;
      Shapes.Values values = shapes.values(number);
      if (at != FOCUS && values != Shapes.Values.FOCUS)
        graph(number, Obstacle.PATH, "its path goes on from a value node");
      else if (values == Shapes.Values.INVERSE) graph(number, Obstacle.PATH, "its path is inverse");
      else if (values == Shapes.Values.LONGER)
        graph(number, Obstacle.PATH, "its path is longer than one step, or inverse");
      int then = at != FOCUS || values == Shapes.Values.FOCUS ? at : number;
      for (int i = 0; i < checks.size(); i++) check(number, i, checks.get(i), at, then);
    }

    private void check(int shape, int number, Shapes.Check check, int focus, int values) {
      switch (check.asks()) {
        case TYPES -> {
          if (values == FOCUS) return;
          valued.add(values);
          if (types == null)
            types = new Obstacle(shape, number, "it asks for the class of a value node", found++);
        }
        case TRIPLES -> {
          if (values != FOCUS) graph(shape, number, "it closes a value node");
        }
        case PREDICATE -> {
          if (focus != FOCUS) graph(shape, number, "it compares with triples of a value node");
        }
        case SHAPES -> {
          if (check.explained() && values != FOCUS) {
            valued.add(values);
            if (details == null)
              details =
                  new Obstacle(shape, number, "its results are explained by value nodes", found++);
          }
          check.shapes().forEach(called -> shape(called, values));
        }
        case TERM -> {}
      }
    }
  }
}
