// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.List;

/**
 * What the sources declare about classes and properties, named ones only. Each list is sorted by
 * IRI and without duplicates.
 */
public record Ontology(
    List<ClassDeclaration> classes,
    List<PropertyDeclaration> properties,
    List<SubClassOf> hierarchy) {
  public static final Ontology EMPTY = new Ontology(List.of(), List.of(), List.of());

  public Ontology {
    classes = List.copyOf(classes);
    properties = List.copyOf(properties);
    hierarchy = List.copyOf(hierarchy);
  }

  /** A class that a source declares. */
  public record ClassDeclaration(Iri iri, Origin at) {}

  /** What kind of property a source declares. */
  public enum PropertyKind {
    OBJECT,
    DATA,
    ANNOTATION,
    RDF
  }

  /** A property with its named domains and ranges. */
  public record PropertyDeclaration(
      Iri iri, PropertyKind kind, List<Iri> domains, List<Iri> ranges, Origin at) {
    public PropertyDeclaration {
      domains = List.copyOf(domains);
      ranges = List.copyOf(ranges);
    }
  }

  /** {@code sub rdfs:subClassOf sup}. */
  public record SubClassOf(Iri sub, Iri sup, Origin at) {}
}
