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
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * Refuses recursive shapes, whose meaning SHACL leaves open (SHACL section 3.4.3), and references
 * that are nested too deep. Tarjan's algorithm without recursion.
 */
final class Recursion {
  /** Longest chain of references; whoever walks shapes may recur for each. */
  static final int MAX_DEPTH = 1000;

  private static final int MAX_SHOWN = 20;

  private final Map<Term, Shape> shapes;
  private final Findings findings;
  private final Comparator<Shape> order;
  private final Map<Term, Integer> index = new HashMap<>();
  private final Map<Term, Integer> low = new HashMap<>();
  private final Deque<Term> stack = new ArrayDeque<>();
  private final Set<Term> onStack = new HashSet<>();
  private final List<Shape> bottomUp = new ArrayList<>();

  Recursion(Map<Term, Shape> shapes, Findings findings) {
    this.shapes = shapes;
    this.findings = findings;
    this.order = Comparator.comparing(Shape::at, findings.positions());
  }

  /** The shapes, each after those it refers to; meaningless when recursion was found. */
  List<Shape> check() {
    for (Shape shape : shapes.values()) if (!index.containsKey(shape.id())) walk(shape);
    if (!findings.failed()) checkDepth();
    return bottomUp;
  }

  private record Frame(Shape shape, Deque<Term> next) {}

  private void walk(Shape root) {
    Deque<Frame> frames = new ArrayDeque<>();
    frames.push(enter(root));
    while (!frames.isEmpty()) {
      Frame frame = frames.element();
      Term next = frame.next().poll();
      if (next == null) {
        frames.remove();
        leave(frame.shape(), frames.peek());
      } else if (!index.containsKey(next)) {
        Shape shape = shapes.get(next);
        if (shape != null) frames.push(enter(shape));
      } else if (onStack.contains(next)) {
        low.merge(frame.shape().id(), value(index, next), Math::min);
      }
    }
  }

  private static int value(Map<Term, Integer> map, Term term) {
    return map.getOrDefault(term, Integer.MAX_VALUE);
  }

  private Frame enter(Shape shape) {
    low.put(shape.id(), index.size());
    index.put(shape.id(), index.size());
    stack.push(shape.id());
    onStack.add(shape.id());
    return new Frame(shape, new ArrayDeque<>(references(shape)));
  }

  private void leave(Shape shape, @org.jspecify.annotations.Nullable Frame parent) {
    int lowest = value(low, shape.id());
    if (parent != null) low.merge(parent.shape().id(), lowest, Math::min);
    if (lowest != value(index, shape.id())) return;
    List<Shape> component = new ArrayList<>();
    Term term;
    do {
      term = stack.pop();
      onStack.remove(term);
      Shape member = shapes.get(term);
      if (member != null) component.add(member);
    } while (!term.equals(shape.id()));
    bottomUp.addAll(component);
    if (component.size() > 1 || references(shape).contains(shape.id())) refuse(component);
  }

  private static List<Term> references(Shape shape) {
    return shape.constraints().stream().flatMap(it -> it.shapes().stream()).toList();
  }

  // ---- the cycle, for people

  private record Step(Shape from, Constraint by, Term to) {}

  private void refuse(List<Shape> component) {
    Shape start = component.stream().min(order).orElseThrow();
    List<Step> cycle = shortestCycle(start, component);
    StringBuilder path = new StringBuilder(Vocabulary.name(start.id()));
    List<Diagnostic.Note> notes = new ArrayList<>();
    for (Step step : cycle.subList(0, Math.min(MAX_SHOWN, cycle.size()))) {
      path.append(" -> ").append(Vocabulary.name(step.to()));
      notes.add(
          new Diagnostic.Note(
              step.by().at(),
              Vocabulary.name(step.from().id())
                  + " refers to "
                  + Vocabulary.name(step.to())
                  + " here"));
    }
    if (cycle.size() > MAX_SHOWN) path.append(" -> … ").append(cycle.size()).append(" shapes");
    findings.error(
        "E0320",
        start.at(),
        "The shape refers to itself: " + path,
        "SHACL leaves open what recursive shapes mean; break the cycle,"
            + " for example with a path such as [ sh:zeroOrMorePath … ]",
        notes.toArray(Diagnostic.Note[]::new));
  }

  private List<Step> shortestCycle(Shape start, List<Shape> component) {
    Set<Term> members = new HashSet<>();
    component.forEach(it -> members.add(it.id()));
    Map<Term, Step> reachedBy = new HashMap<>();
    Deque<Shape> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && !reachedBy.containsKey(start.id())) {
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
    Step step = reachedBy.get(start.id());
    while (step != null) {
      cycle.addFirst(step);
      step = step.from().id().equals(start.id()) ? null : reachedBy.get(step.from().id());
    }
    return cycle;
  }

  private void checkDepth() {
    Map<Term, Integer> depth = new HashMap<>();
    for (Shape shape : bottomUp) {
      int deepest = 0;
      for (Term it : references(shape)) deepest = Math.max(deepest, depth.getOrDefault(it, 0));
      depth.put(shape.id(), deepest + 1);
      if (deepest + 1 == MAX_DEPTH + 1) tooDeep(shape.at());
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
