// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/**
 * A shape as written in a shapes graph, faithful to every statement; a property shape has a path.
 */
record Shape(Term id, Optional<Path> path, List<Parameter> parameters) {
  private static final Set<String> REFERENCES =
      Set.of("node", "property", "not", "and", "or", "xone", "qualifiedValueShape");

  Shape {
    parameters = List.copyOf(parameters);
  }

  Shape with(List<Parameter> others) {
    return new Shape(id, path, others);
  }

  Shape with(Path other) {
    return new Shape(id, Optional.of(other), parameters);
  }

  /** Whether the parameter's terms are shapes. */
  static boolean refers(Parameter parameter) {
    return REFERENCES.contains(parameter.name());
  }

  /** The shapes that this one refers to. */
  Stream<Term> references() {
    return parameters.stream().filter(Shape::refers).flatMap(p -> p.terms().stream());
  }

  /** Whether the shape has a statement of this name. */
  boolean has(String name) {
    return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  Stream<Parameter> all(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name));
  }
}
