// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontoc.backend.c.CText.CComment;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.PathAutomaton;

/** How a shape's value nodes are found: the statements before and after their use. */
final class Paths {
  /**
   * The statements around the use of the value nodes.
   *
   * @param row the row that a value node was found in
   * @param fail what a test does when the focus node does not conform
   */
  record Frame(Rendered open, Rendered close, Rendered row, Rendered fail) {
    /** Whether the focus node is the only value node. */
    boolean isFocus() {
      return row.c().equals("ORT_NO_ROW");
    }
  }

  private final Unit unit;
  private final Set<Integer> declared = new HashSet<>();

  Paths(Unit unit) {
    this.unit = unit;
  }

  /** The value nodes of a path of the plan, or the focus node when its index is -1. */
  Frame frame(int index) {
    if (index < 0) return frame("values_focus", "row_none");
    Path path = unit.plan.paths().get(index);
    if (path instanceof Path.Predicate step)
      return slice("values_objects", unit.terms.forward(step.iri()));
    if (path instanceof Path.Inverse inverse && inverse.path() instanceof Path.Predicate step)
      return slice("values_subjects", unit.terms.inverse(step.iri()));
    CIdentifier name = new CIdentifier("path_" + index);
    if (declared.add(index)) declare(path, name);
    return new Frame(
        render("values_path", "path", name),
        render("release"),
        render("row_of_value"),
        render("fail_release"));
  }

  private Rendered render(String template, Object... references) {
    return unit.templates.render(template, references);
  }

  private Frame slice(String template, int predicate) {
    return frame(template, "row_of_value", "predicate", new CNumber(predicate));
  }

  private Frame frame(String template, String row, Object... references) {
    return new Frame(
        render(template, references), Rendered.NOTHING, render(row), render("fail_return"));
  }

  private void declare(Path path, CIdentifier name) {
    PathAutomaton automaton = new PathAutomaton(path);
    List<Rendered> moves = new ArrayList<>();
    int[] first = new int[automaton.states().size() + 1];
    for (int state = 0; state < automaton.states().size(); state++) {
      automaton.states().get(state).forEach(move -> moves.add(move(move)));
      first[state + 1] = moves.size();
    }
    unit.declare(
        "path",
        "comment",
        new CComment(path.toString()),
        "name",
        name,
        "moves",
        Rendered.concat(moves),
        "first",
        unit.numbers("uint32_t", name.name() + "_first", first),
        "accept",
        new CNumber(automaton.accept()));
    unit.share("shared", "ort_path", name);
  }

  private Rendered move(PathAutomaton.Move move) {
    CNumber to = new CNumber(move.to());
    return switch (move.kind()) {
      case EMPTY -> render("move_empty", "to", to);
      case FORWARD ->
          render(
              "move_forward",
              "predicate",
              new CNumber(unit.terms.forward(move.predicate())),
              "to",
              to);
      case INVERSE ->
          render(
              "move_inverse",
              "predicate",
              new CNumber(unit.terms.inverse(move.predicate())),
              "to",
              to);
    };
  }
}
