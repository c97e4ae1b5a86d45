// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Ontology.ClassDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyKind;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Origin;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectIntersectionOf;
import org.semanticweb.owlapi.model.OWLObjectUnionOf;
import org.semanticweb.owlapi.model.OWLOntology;

/**
 * Gathers what ontologies say about named classes and properties, sorted by IRI. Of anonymous class
 * expressions it uses intersections above and unions below a named class, whose members are related
 * to it; other expressions say nothing about named classes alone.
 */
final class AxiomReader {
  private record Edge(Iri sub, Iri sup) {}

  private record Key(Iri iri, PropertyKind kind) {}

  /** A property while its axioms are gathered. */
  private record Property(TreeSet<Iri> domains, TreeSet<Iri> ranges, Origin at) {}

  private final Map<Iri, Origin> classes = new TreeMap<>();
  private final Map<Key, Property> properties =
      new TreeMap<>(Comparator.comparing(Key::iri).thenComparing(Key::kind));
  private final Map<Edge, Origin> hierarchy =
      new TreeMap<>(Comparator.comparing(Edge::sub).thenComparing(Edge::sup));
  private final Comparator<Origin> order;

  AxiomReader(Findings findings) {
    this.order = findings.positions();
  }

  void read(OWLOntology ontology, Positions positions) {
    ontology.axioms(AxiomType.DECLARATION).forEach(it -> declare(it.getEntity(), positions));
    ontology
        .axioms(AxiomType.SUBCLASS_OF)
        .forEach(it -> below(it.getSubClass(), it.getSuperClass(), positions));
    ontology.axioms(AxiomType.EQUIVALENT_CLASSES).forEach(it -> equivalent(it, positions));
    ontology
        .axioms(AxiomType.DISJOINT_UNION)
        .forEach(
            it -> it.classExpressions().forEach(sub -> below(sub, it.getOWLClass(), positions)));
    readDomains(ontology, positions);
    readRanges(ontology, positions);
  }

  Ontology ontology() {
    return new Ontology(
        classes.entrySet().stream()
            .map(it -> new ClassDeclaration(it.getKey(), it.getValue()))
            .toList(),
        properties.entrySet().stream().map(AxiomReader::declaration).toList(),
        hierarchy.entrySet().stream()
            .map(it -> new SubClassOf(it.getKey().sub(), it.getKey().sup(), it.getValue()))
            .toList());
  }

  private static PropertyDeclaration declaration(Map.Entry<Key, Property> entry) {
    Property it = entry.getValue();
    return new PropertyDeclaration(
        entry.getKey().iri(),
        entry.getKey().kind(),
        List.copyOf(it.domains()),
        List.copyOf(it.ranges()),
        it.at());
  }

  private static Iri iri(HasIRI entity) {
    return new Iri(entity.getIRI().toString());
  }

  /** Of two positions the first in the documents. */
  private Origin first(Origin left, Origin right) {
    return order.compare(left, right) <= 0 ? left : right;
  }

  // ---- classes

  private void declare(OWLEntity entity, Positions positions) {
    if (entity.isBuiltIn()) return;
    Iri iri = iri(entity);
    if (entity.isOWLClass()) classes.merge(iri, positions.entity(iri.value()), this::first);
    else if (entity.isOWLObjectProperty()) property(entity, PropertyKind.OBJECT, positions);
    else if (entity.isOWLDataProperty()) property(entity, PropertyKind.DATA, positions);
    else if (entity.isOWLAnnotationProperty()) property(entity, PropertyKind.ANNOTATION, positions);
  }

  private void below(OWLClassExpression sub, OWLClassExpression sup, Positions positions) {
    List<OWLClass> above = namedAbove(sup).toList();
    namedBelow(sub).forEach(from -> above.forEach(to -> edge(from, to, positions)));
  }

  private void edge(OWLClass sub, OWLClass sup, Positions positions) {
    if (sub.equals(sup)) return;
    Edge edge = new Edge(iri(sub), iri(sup));
    Origin at = positions.subClass(edge.sub().value(), edge.sup().value());
    hierarchy.merge(edge, at, this::first);
  }

  /** Named classes that hold whatever is in an expression. */
  private static Stream<OWLClass> namedAbove(OWLClassExpression expression) {
    if (expression instanceof OWLClass named) return Stream.of(named);
    if (expression instanceof OWLObjectIntersectionOf it)
      return it.operands().flatMap(AxiomReader::namedAbove);
    return Stream.of();
  }

  /** Named classes all of whose instances are in an expression. */
  private static Stream<OWLClass> namedBelow(OWLClassExpression expression) {
    if (expression instanceof OWLClass named) return Stream.of(named);
    if (expression instanceof OWLObjectUnionOf it)
      return it.operands().flatMap(AxiomReader::namedBelow);
    return Stream.of();
  }

  /** Named ones in a ring, which says the same as all pairs; anonymous ones with each named one. */
  private void equivalent(OWLEquivalentClassesAxiom axiom, Positions positions) {
    List<OWLClassExpression> all = axiom.classExpressions().sorted().toList();
    List<OWLClassExpression> named = all.stream().filter(it -> it instanceof OWLClass).toList();
    for (int i = 0; i < named.size(); i++)
      below(named.get(i), named.get((i + 1) % named.size()), positions);
    for (OWLClassExpression it : all)
      if (!(it instanceof OWLClass))
        for (OWLClassExpression name : named) {
          below(name, it, positions);
          below(it, name, positions);
        }
  }

  // ---- properties

  private Property property(OWLEntity entity, PropertyKind kind, Positions positions) {
    Iri iri = iri(entity);
    return properties.computeIfAbsent(
        new Key(iri, kind),
        _ -> new Property(new TreeSet<>(), new TreeSet<>(), positions.entity(iri.value())));
  }

  private void readDomains(OWLOntology ontology, Positions positions) {
    ontology
        .axioms(AxiomType.OBJECT_PROPERTY_DOMAIN)
        .filter(it -> it.getProperty().isNamed())
        .forEach(
            it ->
                add(
                    property(it.getProperty().asOWLObjectProperty(), PropertyKind.OBJECT, positions)
                        .domains(),
                    it.getDomain()));
    ontology
        .axioms(AxiomType.DATA_PROPERTY_DOMAIN)
        .forEach(
            it ->
                add(
                    property(it.getProperty().asOWLDataProperty(), PropertyKind.DATA, positions)
                        .domains(),
                    it.getDomain()));
    ontology
        .axioms(AxiomType.ANNOTATION_PROPERTY_DOMAIN)
        .forEach(
            it ->
                add(
                    property(it.getProperty(), PropertyKind.ANNOTATION, positions).domains(),
                    it.getDomain()));
  }

  private void readRanges(OWLOntology ontology, Positions positions) {
    ontology
        .axioms(AxiomType.OBJECT_PROPERTY_RANGE)
        .filter(it -> it.getProperty().isNamed())
        .forEach(
            it ->
                add(
                    property(it.getProperty().asOWLObjectProperty(), PropertyKind.OBJECT, positions)
                        .ranges(),
                    it.getRange()));
    ontology
        .axioms(AxiomType.DATA_PROPERTY_RANGE)
        .forEach(
            it ->
                add(
                    property(it.getProperty().asOWLDataProperty(), PropertyKind.DATA, positions)
                        .ranges(),
                    it.getRange()));
    ontology
        .axioms(AxiomType.ANNOTATION_PROPERTY_RANGE)
        .forEach(
            it ->
                add(
                    property(it.getProperty(), PropertyKind.ANNOTATION, positions).ranges(),
                    it.getRange()));
  }

  private static void add(TreeSet<Iri> into, OWLObject object) {
    switch (object) {
      case OWLClassExpression it -> namedAbove(it).forEach(named -> into.add(iri(named)));
      case OWLDatatype it -> into.add(iri(it));
      case IRI it -> into.add(new Iri(it.toString()));
      default -> {
        // an anonymous data range names nothing
      }
    }
  }
}
