// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * Reports shapes that validate nothing: without a target and unused, used only by such shapes, or
 * deactivated and still referred to.
 */
@Component
@Pass.Id("lint-dead-shapes")
public final class DeadShapes implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Reporter reporter = new Reporter(context);
    Map<Term, Shape> shapes = program.shapesById();
    Map<Term, Claim> references = new HashMap<>();
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      if (shape.deactivated()) continue;
      for (Constraint constraint : shape.constraints())
        for (Term reference : constraint.shapes()) {
          if (!reference.equals(shape.id()))
            references.putIfAbsent(reference, new Claim(shape, constraint));
          checkReference(program, shape, constraint, shapes.get(reference), reporter);
        }
    }
    Set<Term> live = live(program, shapes);
    for (Shape shape : program.shapes())
      if (!live.contains(shape.id()) && !shape.deactivated())
        report(shape, references.get(shape.id()), reporter);
    return program;
  }

  private static Set<Term> live(Program program, Map<Term, Shape> shapes) {
    Set<Term> live = new HashSet<>();
    Deque<Shape> open = new ArrayDeque<>();
    for (Shape shape : program.shapes())
      if (shape.isChecked() && live.add(shape.id())) open.push(shape);
    while (!open.isEmpty())
      for (Constraint constraint : open.pop().constraints())
        for (Term reference : constraint.shapes()) {
          Shape found = shapes.get(reference);
          if (found != null && !found.deactivated() && live.add(reference)) open.push(found);
        }
    return live;
  }

  private static void report(Shape shape, @Nullable Claim reference, Reporter reporter) {
    if (reference == null)
      reporter.warn(
          "W0341",
          shape.at(),
          name(shape) + " has no target, and no shape refers to it",
          "Give it a target, such as sh:targetClass, or refer to it with sh:node or sh:property");
    // a blank shape is a part of the one around it
    else if (!(shape.id() instanceof BlankNode))
      reporter.warn(
          "W0340",
          shape.at(),
          name(shape) + " validates nothing: no target reaches it",
          "Give it a target, or refer to it from a shape that has one",
          reference.note("Only shapes that validate nothing refer to it, as here"));
  }

  private static void checkReference(
      Program program,
      Shape shape,
      Constraint constraint,
      @Nullable Shape found,
      Reporter reporter) {
    if (found == null || !found.deactivated() || constraint instanceof Constraint.Property) return;
    String name = Claim.name(constraint);
    reporter.warn(
        "W0342",
        program
            .positions()
            .first(shape.id(), Names.sh(name.substring(3)), found.id(), constraint.at()),
        name(found) + " is deactivated, so that every node conforms to it here",
        "Activate it, or remove the reference",
        new Diagnostic.Note(found.at(), "The deactivated shape is here"));
  }

  private static String name(Shape shape) {
    return shape.id() instanceof BlankNode ? "This shape" : "The shape " + Names.of(shape.id());
  }
}
