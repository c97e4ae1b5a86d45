// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.pipeline.Spelling;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Ontology.PropertyDeclaration;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;

/** What ontologies of their own, outside of the shapes documents, declare. */
final class Declared {
  private final Map<Iri, Origin> classes = new LinkedHashMap<>();
  private final Map<Iri, List<PropertyDeclaration>> properties = new LinkedHashMap<>();
  private final boolean given;

  Declared(Program program) {
    Ontology ontology = program.ontology();
    Set<String> shapes = new HashSet<>();
    for (Shape shape : program.shapes()) shapes.add(shape.at().document());
    ontology.classes().forEach(it -> classes.put(it.iri(), it.at()));
    ontology
        .properties()
        .forEach(it -> properties.computeIfAbsent(it.iri(), _ -> new ArrayList<>()).add(it));
    given =
        ontology.classes().stream().anyMatch(it -> !shapes.contains(it.at().document()))
            || ontology.properties().stream().anyMatch(it -> !shapes.contains(it.at().document()));
  }

  /** Whether there is an ontology that shapes can be held against. */
  boolean isGiven() {
    return given;
  }

  boolean isClass(Iri iri) {
    return classes.containsKey(iri);
  }

  boolean isProperty(Iri iri) {
    return properties.containsKey(iri);
  }

  Optional<Origin> position(Iri iri) {
    return Optional.ofNullable(classes.get(iri))
        .or(() -> properties(iri).stream().map(PropertyDeclaration::at).findFirst());
  }

  List<PropertyDeclaration> properties(Iri iri) {
    return properties.getOrDefault(iri, List.of());
  }

  /** The declared class or property with the least edit distance, if it is near. */
  Optional<Iri> closest(Iri wrong, boolean ofClasses) {
    Set<Iri> known = new LinkedHashSet<>(ofClasses ? classes.keySet() : properties.keySet());
    Comparator<Iri> ties =
        Comparator.<Iri, Boolean>comparing(it -> !namespace(it).equals(namespace(wrong)))
            .thenComparing(Comparator.naturalOrder());
    return Spelling.closest(local(wrong), known, Declared::local, ties);
  }

  private static int cut(Iri iri) {
    String text = iri.value();
    return Math.max(text.lastIndexOf('#'), Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')));
  }

  private static String local(Iri iri) {
    return iri.value().substring(cut(iri) + 1);
  }

  private static String namespace(Iri iri) {
    return iri.value().substring(0, cut(iri) + 1);
  }

  /** Whether something else of the same namespace is declared. */
  boolean knowsNamespace(Iri iri) {
    String namespace = namespace(iri);
    return classes.keySet().stream().anyMatch(it -> namespace(it).equals(namespace))
        || properties.keySet().stream().anyMatch(it -> namespace(it).equals(namespace));
  }
}
