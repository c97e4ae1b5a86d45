// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The strongly connected components of the references among shapes, lowest first. Shapes of one
 * component that refer to each other are recursive (SHACL section 3.4.3); what they mean is written
 * in docs/decisions/0011-recursive-shapes.md. References to shapes that are missing are ignored.
 */
public final class RecursiveShapes {
  private final Map<Term, Shape> shapes = new LinkedHashMap<>();
  private final List<List<Shape>> components = new ArrayList<>();
  private final BitSet recursive = new BitSet(); // by component
  private final Map<Term, Integer> numbers = new HashMap<>();
  private final Map<Term, Integer> index = new HashMap<>();
  private final Map<Term, Integer> low = new HashMap<>();
  private final Deque<Shape> open = new ArrayDeque<>();

  private RecursiveShapes() {}

  /** Tarjan's algorithm without recursion, which a long chain of shapes would end. */
  public static RecursiveShapes of(Collection<Shape> shapes) {
    RecursiveShapes all = new RecursiveShapes();
    shapes.forEach(shape -> all.shapes.put(shape.id(), shape));
    for (Shape shape : shapes) if (!all.index.containsKey(shape.id())) all.walk(shape);
    return all;
  }

  /** Every shape is in one; each component comes after those that it refers to. */
  public List<List<Shape>> components() {
    return components;
  }

  /** The number of a shape's component: its index in {@link #components()}. */
  public int component(Term shape) {
    return numbers.getOrDefault(shape, -1);
  }

  /** Whether a shape refers to itself, be it by way of others. */
  public boolean contains(Term shape) {
    int number = component(shape);
    return number >= 0 && recursive.get(number);
  }

  /** Whether two shapes refer to each other, be it by way of others. */
  public boolean together(Term a, Term b) {
    return contains(a) && component(a) == component(b);
  }

  /**
   * A shape from which a chain of references to more than so many shapes starts. A chain may go
   * through all shapes of a component.
   */
  public Optional<Shape> longChain(int most) {
    int[] length = new int[components.size()];
    for (int i = 0; i < length.length; i++) {
      int below = 0;
      for (Shape shape : components.get(i)) {
        for (Term to : references(shape)) {
          int component = component(to);
          if (component >= 0) below = Math.max(below, length[component]);
        }
      }
      length[i] = below + components.get(i).size();
      if (length[i] > most) return Optional.of(components.get(i).getFirst());
    }
    return Optional.empty();
  }

  /**
   * A constraint of a shape that refers to a shape of the same component where more conforming
   * nodes can violate it, so that no fixpoint need exist.
   */
  public Optional<Reference> negated() {
    return components.stream().flatMap(List::stream).flatMap(this::negated).findFirst();
  }

  /** One of a component, in its order. */
  public Optional<Reference> negated(List<Shape> component) {
    return component.stream().flatMap(this::negated).findFirst();
  }

  private java.util.stream.Stream<Reference> negated(Shape from) {
    return from.constraints().stream()
        .flatMap(
            by ->
                by.shapes().stream()
                    .filter(to -> together(from.id(), to) && isNegated(by, to))
                    .map(to -> new Reference(from, by, to)));
  }

  /** A shape's constraint that refers to another shape. */
  public record Reference(Shape from, Constraint by, Term to) {}

  /**
   * Whether a constraint that holds may be violated when more nodes conform to one of its shapes.
   * Qualified shapes with disjoint siblings always count as negated.
   */
  public static boolean isNegated(Constraint constraint, Term shape) {
    boolean monotone =
        constraint instanceof Constraint.And
            || constraint instanceof Constraint.Or
            || constraint instanceof Constraint.Node
            || constraint instanceof Constraint.Property
            || constraint instanceof Constraint.QualifiedValueShape it
                && it.max().isEmpty()
                && it.shape().equals(shape)
                && !it.siblings().contains(shape);
    return !monotone;
  }

  private record Frame(Shape shape, Deque<Term> next) {}

  private static List<Term> references(Shape shape) {
    return shape.constraints().stream().flatMap(it -> it.shapes().stream()).toList();
  }

  private void walk(Shape root) {
    Deque<Frame> frames = new ArrayDeque<>();
    frames.push(enter(root));
    while (!frames.isEmpty()) {
      Frame frame = frames.element();
      Term next = frame.next().poll();
      if (next == null) {
        frames.remove();
        leave(frame.shape(), frames.peek());
        continue;
      }
      Shape shape = shapes.get(next);
      if (shape == null || numbers.containsKey(next)) continue;
      Integer seen = index.get(next);
      if (seen == null) frames.push(enter(shape));
      else low.merge(frame.shape().id(), seen, Math::min);
    }
  }

  private Frame enter(Shape shape) {
    low.put(shape.id(), index.size());
    index.put(shape.id(), index.size());
    open.push(shape);
    return new Frame(shape, new ArrayDeque<>(references(shape)));
  }

  private void leave(Shape shape, @Nullable Frame parent) {
    Integer lowest = low.getOrDefault(shape.id(), 0);
    if (parent != null) low.merge(parent.shape().id(), lowest, Math::min);
    if (!lowest.equals(index.get(shape.id()))) return;
    List<Shape> component = new ArrayList<>();
    Shape member;
    do {
      member = open.pop();
      numbers.put(member.id(), components.size());
      component.addFirst(member);
    } while (!member.id().equals(shape.id()));
    if (component.size() > 1 || references(shape).contains(shape.id())) {
      recursive.set(components.size());
    }
    components.add(List.copyOf(component));
  }
}
