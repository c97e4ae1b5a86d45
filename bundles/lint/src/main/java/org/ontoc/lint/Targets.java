// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.HashMap;
import java.util.Map;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.osgi.service.component.annotations.Component;

/**
 * Reports targets that select nothing, or nothing new, and targets of shapes that check nothing.
 */
@Component
@Pass.Id("lint-targets")
public final class Targets implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Reporter reporter = new Reporter(context);
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      if (shape.deactivated() || shape.targets().isEmpty()) continue;
      if (shape.constraints().isEmpty()) reportIdle(shape, reporter);
      Map<String, Target> seen = new HashMap<>();
      for (Target target : shape.targets()) {
        reportNothing(program, shape, target, reporter);
        Target first = seen.putIfAbsent(selection(target), target);
        if (first != null)
          reporter.warn(
              "W0343",
              at(program, shape, target),
              "This target selects what another target of the shape selects",
              "Remove one of them",
              new Diagnostic.Note(first.at(), "The other target is here"));
      }
    }
    return program;
  }

  private static void reportIdle(Shape shape, Reporter reporter) {
    reporter.warn(
        "W0344",
        shape.targets().getFirst().at(),
        "This target selects nodes for a shape that has no constraints",
        "Add constraints, or remove the target");
  }

  private static String selection(Target target) {
    return switch (target) {
      case Target.Class it -> "class " + it.type();
      case Target.Node it -> "node " + it.node();
      case Target.SubjectsOf it -> "subjects " + it.predicate();
      case Target.ObjectsOf it -> "objects " + it.predicate();
      case Target.Sparql it -> "query " + it.query().withoutOrigin();
    };
  }

  /** Datatypes have values, which are literals, and no literal has an rdf:type. */
  private static void reportNothing(
      Program program, Shape shape, Target target, Reporter reporter) {
    if (!(target instanceof Target.Class it) || !isDatatype(it.type())) return;
    reporter.warn(
        "W0343",
        at(program, shape, target),
        "This target selects nothing: "
            + Names.of(it.type())
            + " is a datatype and has no instances",
        "Use sh:targetObjectsOf to select literals");
  }

  private static boolean isDatatype(Iri type) {
    return type.value().startsWith(Names.XSD)
        || type.value().equals(Names.RDFS + "Literal")
        || type.value().equals(Names.RDF + "langString");
  }

  private static Origin at(Program program, Shape shape, Target target) {
    return switch (target) {
      case Target.Class it ->
          program.positions().first(shape.id(), Names.sh("targetClass"), it.type(), it.at());
      case Target.Node it ->
          program.positions().first(shape.id(), Names.sh("targetNode"), it.node(), it.at());
      case Target.SubjectsOf it ->
          program
              .positions()
              .first(shape.id(), Names.sh("targetSubjectsOf"), it.predicate(), it.at());
      case Target.ObjectsOf it ->
          program
              .positions()
              .first(shape.id(), Names.sh("targetObjectsOf"), it.predicate(), it.at());
      case Target.Sparql it -> it.at();
    };
  }
}
