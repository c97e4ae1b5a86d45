// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.ontoc.lib.rdf4j.StandardTerms;
import org.ontoc.lib.rdf4j.Statements;
import org.ontoc.pipeline.ir.Origin;

/** Exact positions, from the triples of an RDF document. */
final class TriplePositions implements Positions, Statements {
  private static final Set<IRI> HIERARCHY = Set.of(RDFS.SUBCLASSOF, OWL.EQUIVALENTCLASS);

  private static final Set<IRI> EXPRESSIONS = Set.of(OWL.INTERSECTIONOF, OWL.UNIONOF);

  /** What the OWL API puts before the label of a blank node. */
  private static final String OWL_API_LABEL = "_:genid-nodeid-";

  private record Pair(String subject, String object) {}

  private final ValueFactory values = SimpleValueFactory.getInstance();
  private final String document;
  private final StandardTerms standard;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, Origin> declared = new HashMap<>();
  private final Map<String, Origin> named = new HashMap<>();
  private final Map<Pair, Origin> below = new HashMap<>();
  private final Map<String, Origin> defined = new HashMap<>();
  private final Map<String, Origin> imports = new HashMap<>();

  TriplePositions(String document, StandardTerms standard) {
    this.document = document;
    this.standard = standard;
  }

  List<Statement> statements() {
    return statements;
  }

  @Override
  public void add(
      Resource subject,
      IRI predicate,
      Value object,
      Origin subjectAt,
      Origin predicateAt,
      Origin objectAt) {
    statements.add(values.createStatement(subject, predicate, object));
    standard.check(predicate, object, predicateAt, objectAt);
    String from = subject.stringValue();
    String to = object.stringValue();
    named.putIfAbsent(subject.isIRI() ? from : OWL_API_LABEL + from, subjectAt);
    if (object.isIRI()) named.putIfAbsent(to, objectAt);
    if (predicate.equals(RDF.TYPE) && subject.isIRI()) declared.putIfAbsent(from, subjectAt);
    if (predicate.equals(OWL.IMPORTS)) imports.putIfAbsent(to, objectAt);
    if (EXPRESSIONS.contains(predicate)) defined.putIfAbsent(from, predicateAt);
    if (!HIERARCHY.contains(predicate)) return;
    below.putIfAbsent(new Pair(from, to), predicateAt);
    if (predicate.equals(OWL.EQUIVALENTCLASS)) below.putIfAbsent(new Pair(to, from), predicateAt);
    // a superclass may be the member of an intersection, whose position is the best one
    if (object.isBNode()) defined.putIfAbsent(from, predicateAt);
  }

  @Override
  public Origin entity(String iri) {
    Origin at = declared.get(iri);
    return at != null ? at : named.getOrDefault(iri, new Origin(document, 0, 0, ""));
  }

  @Override
  public Origin subClass(String sub, String sup) {
    Origin at = below.get(new Pair(sub, sup));
    return at != null ? at : defined.getOrDefault(sub, entity(sub));
  }

  @Override
  public Origin importOf(String iri) {
    return imports.getOrDefault(iri, new Origin(document, 0, 0, ""));
  }
}
