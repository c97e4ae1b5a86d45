// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.osgi.service.component.annotations.Component;

/**
 * Reports closed shapes that allow no rdf:type although their focus nodes have one: each instance
 * of the target class then violates sh:closed.
 */
@Component
@Pass.Id("lint-closed")
public final class ClosedShapes implements Pass {
  private static final Iri TYPE = new Iri(Names.RDF + "type");

  @Override
  public Program apply(Program program, Context context) {
    Reporter reporter = new Reporter(context);
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      for (Constraint constraint : shape.constraints())
        if (constraint instanceof Constraint.Closed it && !it.allowed().contains(TYPE))
          check(shape, it, reporter);
    }
    return program;
  }

  private static void check(Shape shape, Constraint.Closed closed, Reporter reporter) {
    if (shape.deactivated() || shape.path().isPresent()) return;
    for (Target target : shape.targets()) {
      if (!(target instanceof Target.Class)) continue;
      reporter.warn(
          "W0356",
          closed.at(),
          "The shape is closed and does not allow rdf:type, which every node of its target class has",
          "Add sh:ignoredProperties ( rdf:type )",
          new Diagnostic.Note(target.at(), "The target class is here"));
      return;
    }
    for (Constraint constraint : shape.constraints())
      if (constraint instanceof Constraint.Class) {
        reporter.warn(
            "W0356",
            closed.at(),
            "The shape is closed and does not allow rdf:type, which sh:class demands",
            "Add sh:ignoredProperties ( rdf:type )",
            new Diagnostic.Note(constraint.at(), "The class is here"));
        return;
      }
  }
}
