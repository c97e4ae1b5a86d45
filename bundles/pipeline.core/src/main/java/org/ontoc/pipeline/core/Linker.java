// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Ontology.ClassDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyKind;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Positions;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/** Links the programs of several front ends into one. */
final class Linker {
  private record Property(Iri iri, PropertyKind kind) {}

  private record Edge(Iri sub, Iri sup) {}

  private Linker() {}

  /** Shapes one after the other, declarations without duplicates; the first position is kept. */
  static Program link(List<Program> programs, Run run) {
    if (programs.size() == 1) return programs.getFirst();
    Map<Term, Shape> shapes = new LinkedHashMap<>();
    for (Program program : programs) {
      for (Shape shape : program.shapes()) {
        Shape first = shapes.putIfAbsent(shape.id(), shape);
        if (first != null) run.report(twice(first, shape));
      }
    }
    Positions positions =
        programs.stream().map(Program::positions).reduce(Positions.NONE, Positions::with);
    return new Program(List.copyOf(shapes.values()), ontology(programs), positions);
  }

  private static Diagnostic twice(Shape first, Shape second) {
    return new Diagnostic(
        Severity.ERROR,
        "pipeline.core",
        "E0112",
        second.at(),
        "shape " + second.id() + " is declared to two front ends",
        "declare it in documents of one kind",
        List.of(new Diagnostic.Note(first.at(), "first declared here")));
  }

  private static Ontology ontology(List<Program> programs) {
    Map<Iri, ClassDeclaration> classes = new LinkedHashMap<>();
    Map<Property, PropertyDeclaration> properties = new LinkedHashMap<>();
    Map<Edge, SubClassOf> hierarchy = new LinkedHashMap<>();
    for (Program program : programs) {
      Ontology ontology = program.ontology();
      ontology.classes().forEach(declared -> classes.putIfAbsent(declared.iri(), declared));
      ontology
          .properties()
          .forEach(
              declared ->
                  properties.merge(
                      new Property(declared.iri(), declared.kind()), declared, Linker::merge));
      ontology
          .hierarchy()
          .forEach(edge -> hierarchy.putIfAbsent(new Edge(edge.sub(), edge.sup()), edge));
    }
    return new Ontology(
        List.copyOf(classes.values()),
        List.copyOf(properties.values()),
        List.copyOf(hierarchy.values()));
  }

  private static PropertyDeclaration merge(PropertyDeclaration first, PropertyDeclaration second) {
    return new PropertyDeclaration(
        first.iri(),
        first.kind(),
        union(first.domains(), second.domains()),
        union(first.ranges(), second.ranges()),
        first.at());
  }

  private static List<Iri> union(List<Iri> first, List<Iri> second) {
    Set<Iri> union = new LinkedHashSet<>(first);
    union.addAll(second);
    return new ArrayList<>(union);
  }
}
