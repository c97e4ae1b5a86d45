// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** Short forms for the tests. */
final class Shapes {
  static final Origin AT = new Origin("s.ttl", 1, 1, "");
  static final Origin ELSEWHERE = new Origin("s.ttl", 2, 1, "");
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");

  private Shapes() {}

  static Iri ex(String local) {
    return new Iri("http://example.org/" + local);
  }

  static Path.Predicate path(String local) {
    return new Path.Predicate(ex(local));
  }

  static Shape node(String id, Constraint... constraints) {
    return shape(ex(id), Optional.empty(), constraints);
  }

  static Shape property(String id, Path path, Constraint... constraints) {
    return shape(ex(id), Optional.of(path), constraints);
  }

  static Shape shape(Term id, Optional<Path> path, Constraint... constraints) {
    return new Shape(id, path, List.of(), List.of(constraints), VIOLATION, List.of(), false, AT);
  }

  static Shape targeted(Shape shape, Target... targets) {
    return shape.withTargets(List.of(targets));
  }

  /** With a target that selects nodes nobody knows before. */
  static Shape targeted(Shape shape) {
    return targeted(shape, new Target.ObjectsOf(ex("focus"), AT));
  }

  static Shape deactivated(Shape s) {
    return new Shape(
        s.id(), s.path(), s.targets(), s.constraints(), s.severity(), s.messages(), true, s.at());
  }

  static Program program(Shape... shapes) {
    return new Program(List.of(shapes), Ontology.EMPTY);
  }

  static Constraint.Node refer(String id) {
    return new Constraint.Node(ex(id), AT);
  }

  static Constraint.Property has(String id) {
    return new Constraint.Property(ex(id), AT);
  }

  static Constraint.NodeKind kind(org.ontoc.pipeline.ir.NodeKind kind) {
    return new Constraint.NodeKind(kind, AT);
  }
}
