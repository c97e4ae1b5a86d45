// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything the sources say. The order of shapes is fixed by the front end and does not depend on
 * the order of triples. Every shape that a constraint refers to is in {@code shapes}.
 *
 * @param positions for messages about single values; they change nothing in what is accepted
 */
public record Program(List<Shape> shapes, Ontology ontology, Positions positions) {
  public static final Program EMPTY = new Program(List.of(), Ontology.EMPTY);

  public Program {
    shapes = List.copyOf(shapes);
  }

  /** A program whose values have no positions. */
  public Program(List<Shape> shapes, Ontology ontology) {
    this(shapes, ontology, Positions.NONE);
  }

  public Program withShapes(List<Shape> others) {
    return new Program(others, ontology, positions);
  }

  /** The shapes by their terms; a fresh map, to be kept by the caller. */
  public Map<Term, Shape> shapesById() {
    Map<Term, Shape> map = new HashMap<>();
    shapes.forEach(shape -> map.put(shape.id(), shape));
    return map;
  }
}
