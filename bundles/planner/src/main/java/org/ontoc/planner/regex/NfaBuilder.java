// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.plan.Automaton.Op;

/**
 * Thompson's construction over bytes. The program searches by itself: it begins with a loop that
 * skips bytes, so a simulation starts at instruction 0 once. A match never begins within a
 * character, since no continuation byte begins the form of a character and anchors hold only at its
 * ends.
 */
final class NfaBuilder {
  /** Occurs in no UTF-8 text. */
  private static final int NO_BYTE = 0xFF;

  private final Code code = new Code();
  private final Map<CodePoints, Utf8> forms = new HashMap<>();

  private NfaBuilder() {}

  static Code build(Syntax syntax) throws PatternException {
    NfaBuilder builder = new NfaBuilder();
    Code code = builder.code;
    int start = code.add(Op.SPLIT, 3, 1);
    code.add(Op.RANGE, 0, 0xFF);
    code.add(Op.JUMP, start, 0);
    builder.emit(syntax);
    code.add(Op.MATCH, 0, 0);
    return code;
  }

  private void emit(Syntax syntax) throws PatternException {
    switch (syntax) {
      case Syntax.Characters characters -> emit(characters.set());
      case Syntax.Anchor anchor -> code.add(anchor.op(), 0, 0);
      case Syntax.Sequence sequence -> {
        for (Syntax member : sequence.members()) emit(member);
      }
      case Syntax.Choice choice -> emit(choice);
      case Syntax.Repeat repeat -> emit(repeat);
    }
  }

  private void emit(Syntax.Choice choice) throws PatternException {
    List<Integer> ends = new ArrayList<>();
    for (Syntax branch : choice.members().subList(0, choice.members().size() - 1)) {
      int split = code.add(Op.SPLIT, code.size() + 1, 0);
      emit(branch);
      ends.add(code.add(Op.JUMP, 0, 0));
      code.setB(split, code.size());
    }
    emit(choice.members().getLast());
    for (int end : ends) code.setA(end, code.size());
  }

  private void emit(Syntax.Repeat repeat) throws PatternException {
    // What emits nothing matches only the empty text, however often it is repeated.
    int before = code.size();
    for (int i = 0; i < repeat.min(); i++) {
      emit(repeat.body());
      if (code.size() == before) return;
    }
    if (repeat.max() == Syntax.Repeat.UNBOUNDED) {
      loop(repeat.body());
      return;
    }
    List<Integer> splits = new ArrayList<>();
    for (int i = repeat.min(); i < repeat.max(); i++) {
      splits.add(code.add(Op.SPLIT, code.size() + 1, 0));
      int body = code.size();
      emit(repeat.body());
      if (code.size() == body) break;
    }
    for (int split : splits) code.setB(split, code.size());
  }

  private void loop(Syntax body) throws PatternException {
    int split = code.add(Op.SPLIT, code.size() + 1, 0);
    emit(body);
    code.add(Op.JUMP, split, 0);
    code.setB(split, code.size());
  }

  private void emit(CodePoints set) throws PatternException {
    if (set.isEmpty()) {
      code.add(Op.RANGE, NO_BYTE, NO_BYTE);
      return;
    }
    Utf8 form = forms.computeIfAbsent(set, Utf8::of);
    Map<Integer, Integer> entries = new HashMap<>();
    Map<Integer, List<Integer>> jumps = new HashMap<>();
    List<Integer> open = new ArrayList<>();
    alternatives(form.root(), jumps, open);
    for (int i = 0; i < open.size(); i++) {
      int node = open.get(i);
      entries.put(node, code.size());
      alternatives(form.node(node), jumps, open);
    }
    entries.put(Utf8.END, code.size());
    jumps.forEach((node, places) -> places.forEach(at -> code.setA(at, target(entries, node))));
  }

  private static int target(Map<Integer, Integer> entries, int node) {
    Integer target = entries.get(node);
    if (target == null) throw new IllegalStateException("node " + node + " has no place");
    return target;
  }

  /**
   * One byte range after the other; each leads on by a jump that is set when its node is placed.
   */
  private void alternatives(
      List<Utf8.Edge> edges, Map<Integer, List<Integer>> jumps, List<Integer> open)
      throws PatternException {
    for (int i = 0; i < edges.size(); i++) {
      Utf8.Edge edge = edges.get(i);
      boolean last = i == edges.size() - 1;
      int split = last ? -1 : code.add(Op.SPLIT, code.size() + 1, 0);
      code.add(Op.RANGE, edge.first(), edge.last());
      int jump = code.add(Op.JUMP, 0, 0);
      if (edge.node() != Utf8.END && !jumps.containsKey(edge.node())) open.add(edge.node());
      jumps.computeIfAbsent(edge.node(), _ -> new ArrayList<>()).add(jump);
      if (!last) code.setB(split, code.size());
    }
  }
}
