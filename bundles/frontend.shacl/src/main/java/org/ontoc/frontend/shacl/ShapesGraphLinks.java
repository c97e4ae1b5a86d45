// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.lib.rdf4j.MalformedSource;
import org.ontoc.lib.rdf4j.PositionedRdf;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** Finds the shapes graphs that data names with sh:shapesGraph (SHACL section 3.1). */
final class ShapesGraphLinks {
  private static final Iri SHAPES_GRAPH = Vocabulary.sh("shapesGraph");

  private final Findings findings;

  ShapesGraphLinks(Findings findings) {
    this.findings = findings;
  }

  /** One triple for each shapes graph, in the order of the documents. */
  List<Triple> find(List<Source> sources, Function<Source, String> base) {
    List<Triple> links = new ArrayList<>();
    Set<Term> seen = new HashSet<>();
    for (Source source : sources) {
      try {
        PositionedRdf.read(
            source,
            base.apply(source),
            (subject, predicate, object, subjectAt, predicateAt, objectAt) -> {
              if (!predicate.stringValue().equals(SHAPES_GRAPH.value())) return;
              Term graph =
                  object instanceof IRI
                      ? new Iri(object.stringValue())
                      : object instanceof Resource
                          ? new BlankNode(object.stringValue())
                          : Literal.string(object.stringValue());
              if (!(graph instanceof Iri)) PropertyCheck.noShapesGraph(graph, objectAt, findings);
              else if (seen.add(graph))
                links.add(
                    new Triple(
                        new Iri(source.name()),
                        SHAPES_GRAPH,
                        graph,
                        subjectAt,
                        predicateAt,
                        objectAt));
            });
      } catch (MalformedSource e) {
        findings.error(e);
      }
    }
    return links;
  }
}
