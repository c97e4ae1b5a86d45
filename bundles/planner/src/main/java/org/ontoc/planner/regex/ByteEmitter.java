// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.plan.Automaton.Op;

/** Emits the UTF-8 forms of a character set. */
final class ByteEmitter implements NfaBuilder.Characters {
  /** Occurs in no UTF-8 text. */
  private static final int NO_BYTE = 0xFF;

  private static final int END = -1;

  private final Utf8 forms = new Utf8(false);
  private final Map<CodePoints, List<Utf8.Edge>> roots = new HashMap<>();

  @Override
  public void emit(CodePoints set, Code code) throws PatternException {
    if (set.isEmpty()) {
      code.add(Op.RANGE, NO_BYTE, NO_BYTE);
      return;
    }
    List<Utf8.Edge> root = roots.computeIfAbsent(set, s -> forms.edges(Utf8.pieces(s, END)));
    Map<Integer, Integer> entries = new HashMap<>();
    Map<Integer, List<Integer>> jumps = new HashMap<>();
    List<Integer> open = new ArrayList<>();
    alternatives(root, jumps, open, code);
    for (int i = 0; i < open.size(); i++) {
      int node = open.get(i);
      entries.put(node, code.size());
      alternatives(forms.node(node), jumps, open, code);
    }
    entries.put(END, code.size());
    jumps.forEach((node, places) -> places.forEach(at -> code.setA(at, target(entries, node))));
  }

  /** No continuation byte begins a character and anchors hold only at its ends. */
  @Override
  public void skip(Code code) throws PatternException {
    code.add(Op.RANGE, 0, 0xFF);
  }

  private static int target(Map<Integer, Integer> entries, int node) {
    Integer target = entries.get(node);
    if (target == null) throw new IllegalStateException("node " + node + " has no place");
    return target;
  }

  /**
   * One byte range after the other; each leads on by a jump that is set when its node is placed.
   */
  private static void alternatives(
      List<Utf8.Edge> edges, Map<Integer, List<Integer>> jumps, List<Integer> open, Code code)
      throws PatternException {
    for (int i = 0; i < edges.size(); i++) {
      Utf8.Edge edge = edges.get(i);
      boolean last = i == edges.size() - 1;
      int split = last ? -1 : code.add(Op.SPLIT, code.size() + 1, 0);
      code.add(Op.RANGE, edge.first(), edge.last());
      int jump = code.add(Op.JUMP, 0, 0);
      int to = edge.complete() ? END : edge.to();
      if (!edge.complete() && !jumps.containsKey(to)) open.add(to);
      jumps.computeIfAbsent(to, _ -> new ArrayList<>()).add(jump);
      if (!last) code.setB(split, code.size());
    }
  }
}
