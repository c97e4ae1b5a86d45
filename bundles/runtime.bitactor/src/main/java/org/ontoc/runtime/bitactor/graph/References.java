// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import static org.ontoc.runtime.bitactor.graph.SectionReader.require;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.ontoc.runtime.bitactor.ImageException;

/** How handlers refer to each other. */
public final class References {
  /** What holds goes on to hold when more nodes conform to the handlers that are named. */
  private static final Set<GraphOpcode> MONOTONE =
      EnumSet.of(GraphOpcode.NODE, GraphOpcode.AND, GraphOpcode.OR, GraphOpcode.PROPERTY);

  private References() {}

  static void each(GraphImage image, GraphImage.Instruction instruction, IntConsumer called) {
    switch (instruction.opcode().operand) {
      case HANDLER -> called.accept(instruction.a());
      case HANDLERS -> {
        for (int handler : image.sets().get(instruction.a())) called.accept(handler);
      }
      case QUALIFIED -> {
        GraphImage.Qualified counted = image.qualified().get(instruction.a());
        called.accept(counted.handler());
        siblings(image, counted, called);
      }
      case NONE,
          COUNT,
          TERM,
          IRI,
          BOUND,
          KINDS,
          CLASS_INDEX,
          AUTOMATON,
          RANGES,
          IDS,
          PREDICATE -> {}
    }
  }

  private static void siblings(GraphImage image, GraphImage.Qualified counted, IntConsumer called) {
    if (counted.siblings() == GraphImage.NO_SET) return;
    for (int handler : image.sets().get(counted.siblings())) called.accept(handler);
  }

  private static List<GraphImage.Instruction> code(GraphImage image, int handler) {
    GraphImage.Handler it = image.handlers().get(handler);
    return image.code().subList(it.first(), it.first() + it.size());
  }

  /**
   * By handler: how many are in the longest chain that starts there; a chain may go through all
   * handlers of a component.
   *
   * @throws ImageException when handlers of different components refer to each other
   */
  public static int[] depths(GraphImage image) throws ImageException {
    int[] group = groups(image);
    int groups = 0;
    for (int g : group) groups = Math.max(groups, g + 1);
    long[] depth = new long[groups];
    int[] open = new int[groups];
    int[] members = new int[groups];
    List<List<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < groups; i++) callers.add(new ArrayList<>());
    for (int i = 0; i < group.length; i++) {
      int from = group[i];
      members[from]++;
      for (GraphImage.Instruction instruction : code(image, i))
        each(
            image,
            instruction,
            to -> {
              if (group[to] == from && image.handlers().get(to).component() != 0) return;
              open[from]++;
              callers.get(group[to]).add(from);
            });
    }
    require(settle(depth, open, members, callers) == groups, "handlers refer to themselves");
    int[] depths = new int[group.length];
    for (int i = 0; i < depths.length; i++)
      depths[i] = (int) Math.min(depth[group[i]], Integer.MAX_VALUE);
    return depths;
  }

  /** A number for each component, and for each handler without one. */
  private static int[] groups(GraphImage image) {
    int[] group = new int[image.handlers().size()];
    Map<Integer, Integer> components = new HashMap<>();
    int next = 0;
    for (int i = 0; i < group.length; i++) {
      int component = image.handlers().get(i).component();
      Integer known = component == 0 ? null : components.putIfAbsent(component, next);
      group[i] = known == null ? next++ : known;
    }
    return group;
  }

  /** From those that call nobody upwards; how many could be settled. */
  private static int settle(long[] depth, int[] open, int[] members, List<List<Integer>> callers) {
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < open.length; i++) if (open[i] == 0) ready.add(i);
    int settled = 0;
    while (!ready.isEmpty()) {
      int group = ready.remove();
      settled++;
      depth[group] += members[group];
      for (int caller : callers.get(group)) {
        depth[caller] = Math.max(depth[caller], depth[group]);
        if (--open[caller] == 0) ready.add(caller);
      }
    }
    return settled;
  }

  /** Refuses a handler that its own component could contradict: there would be no fixpoint. */
  static void monotone(GraphImage image, int handler) throws ImageException {
    int component = image.handlers().get(handler).component();
    if (component == 0) return;
    boolean[] negated = {false};
    IntConsumer check = to -> negated[0] |= image.handlers().get(to).component() == component;
    for (GraphImage.Instruction instruction : code(image, handler)) {
      if (MONOTONE.contains(instruction.opcode())) continue;
      boolean counts = instruction.opcode() == GraphOpcode.QUALIFIED;
      if (counts && image.qualified().get(instruction.a()).maximum() == -1)
        siblings(image, image.qualified().get(instruction.a()), check);
      else each(image, instruction, check);
    }
    require(!negated[0], "a recursive handler is negated");
  }
}
