// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/**
 * Fixes order and blank node labels by content alone, so that the order of triples and the labels
 * in the documents make no difference: named shapes by IRI, constraints by component and content,
 * blank shapes numbered b1, b2, … as they are first referred to. Where content ties, positions
 * decide.
 */
final class Order {
  private final Map<Term, Shape> sorted = new HashMap<>();
  private final Map<Term, String> labels = new HashMap<>();
  private final Map<BlankNode, BlankNode> renamed = new HashMap<>();
  private final List<Shape> ordered = new ArrayList<>();
  private List<Shape> result = List.of();
  private final Comparator<Origin> positions;
  private final Content content = new Content(this::key);

  private Order(Comparator<Origin> positions) {
    this.positions = positions;
  }

  /**
   * @param bottomUp each shape after those it refers to
   */
  static Order of(List<Shape> bottomUp, Comparator<Origin> positions) {
    Order order = new Order(positions);
    bottomUp.forEach(order::sort);
    order.result = order.number(bottomUp);
    return order;
  }

  /** The shapes in order, with their blank nodes renamed. */
  List<Shape> shapes() {
    return result;
  }

  /** What stands for a term in the content of another shape. */
  private String key(Term term) {
    return term instanceof BlankNode ? labels.getOrDefault(term, "_:") : term.toString();
  }

  private Origin at(Term shape) {
    Shape found = sorted.get(shape);
    return found == null ? Origin.NOWHERE : found.at();
  }

  // ---- sorting

  private void sort(Shape shape) {
    List<Constraint> constraints =
        shape.constraints().stream().map(this::sortSiblings).sorted(byContent()).toList();
    List<Target> targets =
        shape.targets().stream()
            .sorted(
                Comparator.<Target, String>comparing(Content::of)
                    .thenComparing(Target::at, positions))
            .toList();
    List<Literal> messages =
        shape.messages().stream()
            .sorted(Comparator.comparing(Literal::language).thenComparing(Literal::lexical))
            .toList();
    Shape result =
        new Shape(
            shape.id(),
            shape.path(),
            targets,
            constraints,
            shape.severity(),
            messages,
            shape.deactivated(),
            shape.signal(),
            shape.at());
    sorted.put(shape.id(), result);
    if (shape.id() instanceof BlankNode) labels.put(shape.id(), content.digest(result));
  }

  private Comparator<Constraint> byContent() {
    return Comparator.comparingInt(Content::rank)
        .thenComparing(content::of)
        .thenComparing(Constraint::at, positions)
        .thenComparing(
            it -> it.shapes().isEmpty() ? it.at() : at(it.shapes().getFirst()), positions);
  }

  private Constraint sortSiblings(Constraint constraint) {
    if (!(constraint instanceof Constraint.QualifiedValueShape it)) return constraint;
    List<Term> siblings =
        it.siblings().stream()
            .sorted(Comparator.comparing(this::key).thenComparing(this::at, positions))
            .toList();
    return new Constraint.QualifiedValueShape(it.shape(), it.min(), it.max(), siblings, it.at());
  }

  // ---- numbering

  private List<Shape> number(List<Shape> all) {
    Set<Term> referred = new HashSet<>();
    for (Shape shape : all) shape.constraints().forEach(it -> referred.addAll(it.shapes()));
    Stream<Term> named =
        all.stream()
            .map(Shape::id)
            .filter(Iri.class::isInstance)
            .map(Iri.class::cast)
            .sorted()
            .map(it -> it);
    Stream<Term> roots =
        all.stream()
            .map(Shape::id)
            .filter(it -> it instanceof BlankNode && !referred.contains(it))
            .sorted(Comparator.comparing(this::key).thenComparing(this::at, positions));
    List<Term> names = named.toList();
    names.forEach(this::visit);
    roots.forEach(this::visit);
    Stream<Shape> first = names.stream().map(this::sortedShape);
    return Stream.concat(first, ordered.stream()).map(this::rename).toList();
  }

  private Shape sortedShape(Term term) {
    return Objects.requireNonNull(sorted.get(term));
  }

  /** Numbers what a shape refers to, in depth first order. */
  private void visit(Term root) {
    Deque<Iterator<Term>> open = new ArrayDeque<>();
    if (root instanceof BlankNode blank) label(blank);
    open.push(terms(sortedShape(root)));
    while (!open.isEmpty()) {
      Iterator<Term> next = open.element();
      if (!next.hasNext()) open.remove();
      else if (next.next() instanceof BlankNode blank && label(blank) && sorted.containsKey(blank))
        open.push(terms(sortedShape(blank)));
    }
  }

  /** Labels a blank node; false when it has a label already. */
  private boolean label(BlankNode blank) {
    BlankNode label = new BlankNode("b" + (renamed.size() + 1));
    if (renamed.putIfAbsent(blank, label) != null) return false;
    Shape shape = sorted.get(blank);
    if (shape != null) ordered.add(shape);
    return true;
  }

  private static Iterator<Term> terms(Shape shape) {
    return shape.constraints().stream().flatMap(Content::terms).iterator();
  }

  private Shape rename(Shape shape) {
    return new Shape(
        rename(shape.id()),
        shape.path(),
        shape.targets(),
        shape.constraints().stream().map(it -> Content.rename(it, this::rename)).toList(),
        shape.severity(),
        shape.messages(),
        shape.deactivated(),
        shape.signal(),
        shape.at());
  }

  /** The term of the result that stands for one of the input. */
  Term rename(Term term) {
    return term instanceof BlankNode blank ? renamed.getOrDefault(blank, blank) : term;
  }
}
