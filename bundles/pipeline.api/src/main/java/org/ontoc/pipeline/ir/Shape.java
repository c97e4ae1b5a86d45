// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

import java.util.List;
import java.util.Optional;

/**
 * A node shape (no path) or a property shape. Constraints stand in the order of the records of
 * {@link Constraint}, and those of one record by content, so that the order of triples makes no
 * difference.
 *
 * @param severity any IRI; sh:Violation when the source says nothing
 * @param messages the values of sh:message
 * @param signal whether the source says that it describes signals, records of fixed layout
 */
public record Shape(
    Term id,
    Optional<Path> path,
    List<Target> targets,
    List<Constraint> constraints,
    Iri severity,
    List<Literal> messages,
    boolean deactivated,
    boolean signal,
    Origin at) {
  public Shape {
    targets = List.copyOf(targets);
    constraints = List.copyOf(constraints);
    messages = List.copyOf(messages);
  }

  /** A shape that does not describe signals. */
  public Shape(
      Term id,
      Optional<Path> path,
      List<Target> targets,
      List<Constraint> constraints,
      Iri severity,
      List<Literal> messages,
      boolean deactivated,
      Origin at) {
    this(id, path, targets, constraints, severity, messages, deactivated, false, at);
  }

  /** Whether something is to be checked against it by itself: targets, or signals. */
  public boolean isChecked() {
    return !deactivated && (signal || !targets.isEmpty());
  }

  /** This shape with other constraints. */
  public Shape withConstraints(List<Constraint> others) {
    return new Shape(id, path, targets, others, severity, messages, deactivated, signal, at);
  }

  /** This shape with other targets. */
  public Shape withTargets(List<Target> others) {
    return new Shape(id, path, others, constraints, severity, messages, deactivated, signal, at);
  }
}
