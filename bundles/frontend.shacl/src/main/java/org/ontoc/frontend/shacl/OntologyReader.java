// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Ontology.ClassDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyKind;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Origin;

/** Reads what shapes documents declare about classes and properties, sorted by IRI. */
final class OntologyReader {
  private static final List<Iri> CLASSES = List.of(Vocabulary.RDFS_CLASS, Vocabulary.OWL_CLASS);

  private static final Map<PropertyKind, List<String>> PROPERTIES =
      Map.of(
          PropertyKind.OBJECT,
          List.of(
              Vocabulary.OWL + "ObjectProperty",
              Vocabulary.OWL + "InverseFunctionalProperty",
              Vocabulary.OWL + "TransitiveProperty",
              Vocabulary.OWL + "SymmetricProperty",
              Vocabulary.OWL + "AsymmetricProperty",
              Vocabulary.OWL + "ReflexiveProperty",
              Vocabulary.OWL + "IrreflexiveProperty"),
          PropertyKind.DATA,
          List.of(Vocabulary.OWL + "DatatypeProperty"),
          PropertyKind.ANNOTATION,
          List.of(Vocabulary.OWL + "AnnotationProperty", Vocabulary.OWL + "OntologyProperty"),
          PropertyKind.RDF,
          List.of(Vocabulary.RDF + "Property", Vocabulary.OWL + "FunctionalProperty"));

  private final ShapesGraph graph;

  private OntologyReader(ShapesGraph graph) {
    this.graph = graph;
  }

  static Ontology read(ShapesGraph graph) {
    OntologyReader reader = new OntologyReader(graph);
    return new Ontology(reader.classes(), reader.properties(), reader.hierarchy());
  }

  private Stream<Triple> typed(Iri type) {
    return graph.withPredicate(Vocabulary.TYPE).stream()
        .filter(it -> it.object().equals(type) && it.subject() instanceof Iri);
  }

  private List<ClassDeclaration> classes() {
    return CLASSES.stream()
        .flatMap(this::typed)
        .collect(
            Collectors.toMap(
                it -> (Iri) it.subject(),
                it -> new ClassDeclaration((Iri) it.subject(), it.subjectAt()),
                (first, _) -> first,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private List<PropertyDeclaration> properties() {
    Map<Iri, Map<PropertyKind, Origin>> found = new TreeMap<>();
    for (PropertyKind kind : PropertyKind.values())
      PROPERTIES.getOrDefault(kind, List.of()).stream()
          .flatMap(type -> typed(new Iri(type)))
          .forEach(
              it ->
                  found
                      .computeIfAbsent((Iri) it.subject(), _ -> new EnumMap<>(PropertyKind.class))
                      .putIfAbsent(kind, it.subjectAt()));
    // rdf:Property says nothing beside a property of OWL
    found.values().stream()
        .filter(kinds -> kinds.size() > 1)
        .forEach(kinds -> kinds.remove(PropertyKind.RDF));
    return found.entrySet().stream()
        .flatMap(
            it -> it.getValue().entrySet().stream().map(kind -> declaration(it.getKey(), kind)))
        .toList();
  }

  private PropertyDeclaration declaration(Iri property, Map.Entry<PropertyKind, Origin> kind) {
    return new PropertyDeclaration(
        property,
        kind.getKey(),
        named(property, "domain"),
        named(property, "range"),
        kind.getValue());
  }

  private List<Iri> named(Iri property, String predicate) {
    return graph.triples(property, new Iri(Vocabulary.RDFS + predicate)).stream()
        .map(Triple::object)
        .filter(Iri.class::isInstance)
        .map(Iri.class::cast)
        .sorted()
        .toList();
  }

  private List<SubClassOf> hierarchy() {
    Function<Triple, Stream<SubClassOf>> named =
        it ->
            it.subject() instanceof Iri sub && it.object() instanceof Iri sup
                ? Stream.of(new SubClassOf(sub, sup, it.predicateAt()))
                : Stream.of();
    return graph.withPredicate(Vocabulary.SUB_CLASS_OF).stream()
        .flatMap(named)
        .sorted(Comparator.comparing(SubClassOf::sub).thenComparing(SubClassOf::sup))
        .toList();
  }
}
