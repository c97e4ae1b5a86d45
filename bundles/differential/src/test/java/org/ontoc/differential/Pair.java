// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.stream.Collectors;

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
}
