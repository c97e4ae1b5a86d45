// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.Optional;
import java.util.Set;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;

/** The annotations of shapes in our own namespace: {@code ontoc:signal}. */
final class Annotations {
  private final ShapesGraph graph;
  private final Findings findings;

  Annotations(ShapesGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  /** Whether a shape is said to describe signals. */
  boolean signal(Term shape, boolean hasPath) {
    WellFormedness rules = new WellFormedness(findings);
    Optional<ParameterValue> value = rules.single(graph.values(shape, Vocabulary.SIGNAL));
    boolean signal = value.flatMap(rules::bool).orElse(false);
    if (!signal || shape instanceof Iri && !hasPath) return signal;
    report(
        value.orElseThrow().parameterAt(),
        "ontoc:signal is about node shapes with an IRI, which names the kind of signal",
        hasPath ? "Say it at the shape that has this property shape" : "Give the shape an IRI");
    return false;
  }

  /** Reports what the namespace does not have, and what stands where nobody reads it. */
  void check(Set<Term> shapes) {
    graph
        .all()
        .forEach(
            triple -> {
              String local = Vocabulary.localName(triple.predicate(), Vocabulary.ONTOC);
              if (!local.isEmpty() && !Vocabulary.ANNOTATIONS.contains(local))
                unknown(local, triple.predicateAt());
              else if (!local.isEmpty() && !shapes.contains(triple.subject()))
                report(
                    triple.predicateAt(),
                    "ontoc:" + local + " is about shapes, and its subject is none",
                    "Make the subject an sh:NodeShape");
              if (triple.predicate().equals(Vocabulary.TYPE)
                  && triple.object() instanceof Iri type
                  && type.value().startsWith(Vocabulary.ONTOC))
                unknown(Vocabulary.localName(type, Vocabulary.ONTOC), triple.objectAt());
            });
  }

  private void unknown(String local, Origin at) {
    report(
        at,
        "There is no term ontoc:" + local,
        Suggestions.hint("ontoc:", local, Vocabulary.ANNOTATIONS, "Remove it"));
  }

  private void report(Origin at, String message, String hint) {
    findings.error("E0336", at, message, hint);
  }
}
