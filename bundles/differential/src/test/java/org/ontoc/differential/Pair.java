// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ontoc.pipeline.ir.Term;

/** A shapes graph and a data graph. */
record Pair(List<Shape> shapes, List<Triple> data) {
  Pair {
    shapes = List.copyOf(shapes);
    data = List.copyOf(data);
  }

  Pair withShapes(List<Shape> others) {
    return new Pair(others, data);
  }

  Pair withData(List<Triple> others) {
    return new Pair(shapes, others);
  }

  String shapesText() {
    return Turtle.write(shapes);
  }

  String dataText() {
    return nTriples(data);
  }

  /** Whether a text occurs in a term of the data or of the shapes. */
  boolean mentions(String text) {
    return dataText().contains(text)
        || shapes.stream()
            .flatMap(shape -> shape.parameters().stream())
            .flatMap(parameter -> parameter.terms().stream())
            .anyMatch(term -> term.toString().contains(text));
  }

  static String nTriples(List<Triple> triples) {
    return triples.stream().map(triple -> triple + "\n").collect(Collectors.joining());
  }

  /** A shape and all shapes that it refers to, directly or not. */
  List<Shape> reachable(Term from) {
    Map<Term, Shape> byId =
        shapes.stream().collect(Collectors.toMap(Shape::id, shape -> shape, (a, _) -> a));
    Map<Term, Shape> seen = new LinkedHashMap<>();
    Deque<Term> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Shape shape = byId.get(open.pop());
      if (shape != null && seen.put(shape.id(), shape) == null)
        shape.references().forEach(open::add);
    }
    return List.copyOf(seen.values());
  }
}
