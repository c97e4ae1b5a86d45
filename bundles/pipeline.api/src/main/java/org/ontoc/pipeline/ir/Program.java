// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything the sources say. The order of shapes is fixed by the front end and does not depend on
 * the order of triples. Every shape that a constraint refers to is in {@code shapes}.
 */
public record Program(List<Shape> shapes, Ontology ontology) {
  public static final Program EMPTY = new Program(List.of(), Ontology.EMPTY);

  public Program {
    shapes = List.copyOf(shapes);
  }

  public Program withShapes(List<Shape> others) {
    return new Program(others, ontology);
  }

  /** The shapes by their terms; a fresh map, to be kept by the caller. */
  public Map<Term, Shape> shapesById() {
    Map<Term, Shape> map = new HashMap<>();
    shapes.forEach(shape -> map.put(shape.id(), shape));
    return map;
  }
}
