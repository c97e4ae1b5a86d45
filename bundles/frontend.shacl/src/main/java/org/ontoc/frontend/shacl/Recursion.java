// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * Refuses recursive shapes, whose meaning SHACL leaves open (SHACL section 3.4.3), unless they are
 * wanted with the meaning of docs/decisions/0011-recursive-shapes.md and have it; and references
 * that are nested too deep.
 */
final class Recursion {
  /** Longest chain of references; whoever walks shapes may recur for each. */
  static final int MAX_DEPTH = 1000;

  private static final int MAX_SHOWN = 20;

  private final Map<Term, Shape> shapes;
  private final boolean stratified;
  private final Findings findings;
  private final Comparator<Shape> order;
  private final RecursiveShapes recursion;

  /** With stratified set, shapes may be recursive where no reference among them is negated. */
  Recursion(Map<Term, Shape> shapes, boolean stratified, Findings findings) {
    this.shapes = shapes;
    this.stratified = stratified;
    this.findings = findings;
    this.order = Comparator.comparing(Shape::at, findings.positions());
    this.recursion = RecursiveShapes.of(shapes.values());
  }

  /** The shapes, each after those it refers to; meaningless when recursion was refused. */
  List<Shape> check() {
    for (List<Shape> component : recursion.components()) {
      if (!recursion.contains(component.getFirst().id())) continue;
      Optional<RecursiveShapes.Reference> negated = recursion.negated(component);
      if (!stratified) refuse(component, negated.isEmpty());
      else negated.ifPresent(it -> refuse(component, it));
    }
    if (!findings.failed()) checkDepth();
    return recursion.components().stream().flatMap(List::stream).toList();
  }

  // ---- the cycle, for people

  private record Step(Shape from, Constraint by, Term to) {
    /** The reference is there only because qualified shapes beside each other must be disjoint. */
    boolean throughSibling() {
      return by instanceof Constraint.QualifiedValueShape it && !it.shape().equals(to);
    }
  }

  private void refuse(List<Shape> component, boolean possible) {
    Shape start = component.stream().min(order).orElseThrow();
    List<Step> cycle = shortestPath(start, start, component);
    String hint =
        "SHACL leaves open what recursive shapes mean; break the cycle, for example "
            + (cycle.stream().anyMatch(Step::throughSibling)
                ? "by removing sh:qualifiedValueShapesDisjoint"
                : "with a path such as [ sh:zeroOrMorePath … ]")
            + (possible ? ", or give --recursion=stratified" : "");
    refuse("E0320", "The shape refers to itself: ", start, cycle, hint);
  }

  /** The cycle begins with the negated reference. */
  private void refuse(List<Shape> component, RecursiveShapes.Reference negated) {
    Step first = new Step(negated.from(), negated.by(), negated.to());
    List<Step> cycle = new ArrayList<>(List.of(first));
    Shape target = shapes.get(negated.to());
    if (target != null && !target.equals(negated.from()))
      cycle.addAll(shortestPath(target, negated.from(), component));
    refuse(
        "E0321",
        "The shape refers to itself through " + through(negated) + ": ",
        negated.from(),
        cycle,
        "Recursive shapes have a meaning only where no reference among them is negated;"
            + " break the cycle at this place");
  }

  private static String through(RecursiveShapes.Reference negated) {
    return switch (negated.by()) {
      case Constraint.Not _ -> "sh:not";
      case Constraint.Xone _ -> "sh:xone";
      case Constraint.QualifiedValueShape it when it.shape().equals(negated.to()) ->
          "sh:qualifiedMaxCount";
      case Constraint.QualifiedValueShape _ -> "sh:qualifiedValueShapesDisjoint";
      default -> negated.by().component();
    };
  }

  private void refuse(String code, String message, Shape start, List<Step> cycle, String hint) {
    StringBuilder path = new StringBuilder(Vocabulary.name(start.id()));
    List<Diagnostic.Note> notes = new ArrayList<>();
    for (Step step : cycle.subList(0, Math.min(MAX_SHOWN, cycle.size()))) {
      path.append(" -> ").append(Vocabulary.name(step.to()));
      notes.addAll(notes(step));
    }
    if (cycle.size() > MAX_SHOWN) path.append(" -> … ").append(cycle.size()).append(" shapes");
    findings.error(code, start.at(), message + path, hint, notes.toArray(Diagnostic.Note[]::new));
  }

  private List<Diagnostic.Note> notes(Step step) {
    String from = Vocabulary.name(step.from().id());
    String to = Vocabulary.name(step.to());
    Shape target = shapes.get(step.to());
    if (!step.throughSibling() || target == null)
      return List.of(new Diagnostic.Note(step.by().at(), from + " refers to " + to + " here"));
    // nothing in the sources names a sibling where it is referred to
    return List.of(
        new Diagnostic.Note(
            step.by().at(),
            from
                + " does not count values of its sibling shape "
                + to
                + ", because of sh:qualifiedValueShapesDisjoint"),
        new Diagnostic.Note(target.at(), "The sibling shape " + to + " is here"));
  }

  /** The shortest way by references from one shape to another; at least one step. */
  private List<Step> shortestPath(Shape start, Shape end, List<Shape> component) {
    Set<Term> members = new HashSet<>();
    component.forEach(it -> members.add(it.id()));
    Map<Term, Step> reachedBy = new HashMap<>();
    Deque<Shape> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && !reachedBy.containsKey(end.id())) {
      Shape from = open.remove();
      for (Constraint by : from.constraints())
        for (Term to : by.shapes()) {
          Shape shape = shapes.get(to);
          if (shape == null || !members.contains(to) || reachedBy.containsKey(to)) continue;
          reachedBy.put(to, new Step(from, by, to));
          open.add(shape);
        }
    }
    List<Step> cycle = new ArrayList<>();
    Step step = reachedBy.get(end.id());
    while (step != null) {
      cycle.addFirst(step);
      step = step.from().id().equals(start.id()) ? null : reachedBy.get(step.from().id());
    }
    return cycle;
  }

  /** A chain may go through every shape of a component. */
  private void checkDepth() {
    Map<Term, Integer> depth = new HashMap<>();
    for (List<Shape> component : recursion.components()) {
      int below = 0;
      for (Shape shape : component) {
        for (Constraint constraint : shape.constraints()) {
          for (Term it : constraint.shapes()) below = Math.max(below, depth.getOrDefault(it, 0));
        }
      }
      int deepest = below + component.size();
      for (Shape shape : component) depth.put(shape.id(), deepest);
      if (deepest > MAX_DEPTH && below <= MAX_DEPTH) tooDeep(component.getFirst().at());
    }
  }

  private void tooDeep(Origin at) {
    findings.error(
        "E0822",
        at,
        "Shapes refer to each other in a chain of more than " + MAX_DEPTH,
        "Make the chain shorter");
  }
}
