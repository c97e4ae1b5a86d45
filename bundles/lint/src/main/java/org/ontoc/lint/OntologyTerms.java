// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.osgi.service.component.annotations.Component;

/**
 * Reports classes and properties that shapes use and the ontology does not declare. Without an
 * ontology in a document of its own nothing is reported: shapes often declare a few classes.
 */
@Component
@Pass.Id("lint-terms")
public final class OntologyTerms implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Declared declared = new Declared(program);
    if (!declared.isGiven()) return program;
    Check check = new Check(program, declared, new Reporter(context));
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      shape.targets().forEach(target -> check.target(shape, target));
      shape.path().ifPresent(path -> Paths.predicates(path).forEach(it -> check.path(shape, it)));
      shape.constraints().forEach(constraint -> check.constraint(shape, constraint));
    }
    return program;
  }

  private record Check(Program program, Declared declared, Reporter reporter) {
    void target(Shape shape, Target target) {
      if (target instanceof Target.Class it && !it.implicit())
        type(it.type(), at(shape, "targetClass", it.type(), it.at()));
      if (target instanceof Target.SubjectsOf it)
        property(it.predicate(), at(shape, "targetSubjectsOf", it.predicate(), it.at()));
      if (target instanceof Target.ObjectsOf it)
        property(it.predicate(), at(shape, "targetObjectsOf", it.predicate(), it.at()));
    }

    void path(Shape shape, Iri predicate) {
      property(predicate, at(shape, "path", predicate, shape.at()));
    }

    void constraint(Shape shape, Constraint constraint) {
      String parameter = Claim.name(constraint).substring(3);
      if (constraint instanceof Constraint.Class it)
        type(it.type(), at(shape, parameter, it.type(), it.at()));
      Optional<Iri> other =
          switch (constraint) {
            case Constraint.Equals it -> Optional.of(it.predicate());
            case Constraint.Disjoint it -> Optional.of(it.predicate());
            case Constraint.LessThan it -> Optional.of(it.predicate());
            case Constraint.LessThanOrEquals it -> Optional.of(it.predicate());
            default -> Optional.empty();
          };
      other.ifPresent(it -> property(it, at(shape, parameter, it, constraint.at())));
    }

    private Origin at(Shape shape, String parameter, Iri term, Origin otherwise) {
      return program.positions().first(shape.id(), Names.sh(parameter), term, otherwise);
    }

    private void type(Iri type, Origin at) {
      if (Names.isBuiltIn(type) || declared.isClass(type)) return;
      if (declared.isProperty(type)) wrongKind(type, at, "a property, not a class");
      else undeclared("W0410", "class", type, at, declared.closest(type, true));
    }

    private void property(Iri property, Origin at) {
      if (Names.isBuiltIn(property) || declared.isProperty(property)) return;
      if (declared.isClass(property)) wrongKind(property, at, "a class, not a property");
      else undeclared("W0411", "property", property, at, declared.closest(property, false));
    }

    private void undeclared(String code, String kind, Iri term, Origin at, Optional<Iri> closest) {
      String otherwise =
          declared.knowsNamespace(term)
              ? "Check the spelling, or declare it"
              : "Check the namespace, or add the ontology that declares it";
      String hint = closest.map(it -> "Did you mean " + Names.of(it) + "?").orElse(otherwise);
      Diagnostic.Note[] notes =
          closest
              .flatMap(declared::position)
              .map(it -> new Diagnostic.Note[] {new Diagnostic.Note(it, "It is declared here")})
              .orElse(new Diagnostic.Note[0]);
      reporter.warn(
          code, at, "The ontology declares no " + kind + " " + Names.of(term), hint, notes);
    }

    private void wrongKind(Iri term, Origin at, String what) {
      reporter.warn(
          "W0413",
          at,
          "In the ontology " + Names.of(term) + " is " + what,
          "Correct the term",
          new Diagnostic.Note(declared.position(term).orElse(at), "It is declared here"));
    }
  }
}
