// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.Vocabulary.SUBCLASS;
import static org.ontoc.differential.Vocabulary.TYPE;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;

/** Random data graphs of 5 to 60 statements, some of them twice. */
final class DataGenerator {
  private final Draw draw;
  private final Terms terms;
  private final List<Iri> classes;

  DataGenerator(Draw draw, Terms terms, List<Shape> shapes) {
    this.draw = draw;
    this.terms = terms;
    classes = new ArrayList<>(terms.classes);
    for (Shape shape : shapes)
      if (shape.id() instanceof Iri iri
          && shape.all("a").anyMatch(type -> type.terms().contains(Vocabulary.CLASS)))
        classes.add(iri);
  }

  List<Triple> generate() {
    List<Triple> triples = new ArrayList<>();
    int size = draw.chance(0.1) ? draw.between(25, 60) : draw.between(5, 25);
    while (triples.size() < size) triples.add(triple());
    if (draw.chance(0.3)) triples.add(draw.from(triples));
    return triples;
  }

  private Triple triple() {
    if (draw.chance(0.25)) return new Triple(node(), TYPE, type());
    if (draw.chance(0.1)) return new Triple(draw.from(classes), SUBCLASS, draw.from(classes));
    return new Triple(node(), draw.from(terms.predicates), terms.value(draw));
  }

  private Term node() {
    return terms.node(draw);
  }

  private Term type() {
    return draw.chance(0.03) ? node() : draw.from(classes);
  }
}
