// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.ontoc.differential.Vocabulary.SUBCLASS;
import static org.ontoc.differential.Vocabulary.TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Random data graphs of 5 to 60 statements, some of them twice. */
final class DataGenerator {
  private final Draw draw;
  private final Terms terms;
  private final List<Iri> classes;

  /** Predicates whose values some shape compares by language, else all. */
  private final List<Iri> counted;

  /** Which subject and predicate have many values in this graph, if any. */
  private Optional<Triple> crowded = Optional.empty();

  DataGenerator(Draw draw, Terms terms, List<Shape> shapes) {
    this.draw = draw;
    this.terms = terms;
    classes = new ArrayList<>(terms.classes);
    for (Shape shape : shapes)
      if (shape.id() instanceof Iri iri
          && shape.all("a").anyMatch(type -> type.terms().contains(Vocabulary.CLASS)))
        classes.add(iri);
    List<Iri> languages =
        shapes.stream()
            .filter(shape -> shape.has("uniqueLang"))
            .flatMap(shape -> shape.path().stream())
            .flatMap(path -> path instanceof Path.Predicate(Iri iri) ? Stream.of(iri) : Stream.of())
            .filter(terms.predicates::contains)
            .toList();
    counted = languages.isEmpty() ? terms.predicates : languages;
  }

  List<Triple> generate() {
    List<Triple> triples = new ArrayList<>();
    crowded =
        draw.chance(0.5)
            ? Optional.of(new Triple(node(), draw.from(counted), node()))
            : Optional.empty();
    int size = draw.chance(0.1) ? draw.between(25, 60) : draw.between(5, 25);
    while (triples.size() < size) triples.add(triple());
    if (draw.chance(0.3)) triples.add(draw.from(triples));
    return triples;
  }

  private Triple triple() {
    if (draw.chance(0.25)) return new Triple(node(), TYPE, type());
    if (draw.chance(0.1)) return new Triple(draw.from(classes), SUBCLASS, draw.from(classes));
    if (crowded.isPresent() && draw.chance(0.4))
      return new Triple(crowded.get().subject(), crowded.get().predicate(), terms.value(draw));
    return new Triple(node(), draw.from(terms.predicates), terms.value(draw));
  }

  private Term node() {
    return terms.node(draw);
  }

  private Term type() {
    return draw.chance(0.03) ? node() : draw.from(classes);
  }
}
