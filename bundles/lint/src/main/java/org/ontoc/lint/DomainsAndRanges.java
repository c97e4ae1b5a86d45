// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Ontology.PropertyDeclaration;
import org.ontoc.pipeline.ir.Ontology.PropertyKind;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * Reports property shapes that demand what the ontology's declaration of the property does not lead
 * to expect: another class than its range or domain, a literal for an object property. RDF Schema
 * contradicts none of it, but data that follows the ontology seldom conforms.
 */
@Component
@Pass.Id("lint-domains-and-ranges")
public final class DomainsAndRanges implements Pass {
  @Override
  public Program apply(Program program, Context context) {
    Check check = new Check(program, new Reporter(context));
    for (Shape shape : program.shapes()) {
      context.checkCancelled();
      if (shape.path().isPresent() && shape.path().get() instanceof Path.Predicate(Iri predicate))
        for (PropertyDeclaration declared : check.declared.properties(predicate))
          for (Constraint constraint : shape.constraints())
            check.range(shape, constraint, declared);
      check.domains(shape);
    }
    return program;
  }

  private static final class Check {
    private final Map<Term, Shape> shapes;
    private final Declared declared;
    private final Hierarchy hierarchy;
    private final Program program;
    private final Reporter reporter;

    Check(Program program, Reporter reporter) {
      this.program = program;
      this.reporter = reporter;
      shapes = new HashMap<>(program.shapesById());
      declared = new Declared(program);
      hierarchy = new Hierarchy(program.ontology());
    }

    void range(Shape shape, Constraint constraint, PropertyDeclaration property) {
      boolean data = property.kind() == PropertyKind.DATA;
      boolean object = property.kind() == PropertyKind.OBJECT;
      switch (constraint) {
        case Constraint.Class it when data -> warnOfKind(it, property, "a datatype property");
        case Constraint.Class it -> {
          for (Iri range : property.ranges())
            if (!hierarchy.related(it.type(), range)) warnOfRange(shape, it, property, range);
        }
        case Constraint.Datatype it when object -> warnOfKind(it, property, "an object property");
        case Constraint.Datatype it -> {
          for (Iri range : property.ranges())
            if (isOtherDatatype(it.datatype(), range)) warnOfRange(shape, it, property, range);
        }
        case Constraint.NodeKind it when object && it.kind() == NodeKind.LITERAL ->
            warnOfKind(it, property, "an object property");
        case Constraint.NodeKind it
            when data
                && (it.kind() == NodeKind.IRI
                    || it.kind() == NodeKind.BLANK_NODE
                    || it.kind() == NodeKind.BLANK_NODE_OR_IRI) ->
            warnOfKind(it, property, "a datatype property");
        default -> {}
      }
    }

    /** rdfs:Literal holds all, and one integer type may be meant to be in another. */
    private static boolean isOtherDatatype(Iri datatype, Iri range) {
      return range.value().startsWith(Names.XSD)
          && !range.equals(datatype)
          && !(Literals.isExact(datatype) && Literals.isExact(range));
    }

    private void warnOfKind(Constraint constraint, PropertyDeclaration property, String kind) {
      reporter.warn(
          "W0412",
          constraint.at(),
          "The ontology declares "
              + property.iri()
              + " as "
              + kind
              + ", whose values do not satisfy "
              + Claim.name(constraint),
          "Correct the shape or the declaration",
          new Diagnostic.Note(property.at(), "It is declared here"));
    }

    private void warnOfRange(
        Shape shape, Constraint constraint, PropertyDeclaration property, Iri range) {
      Iri demanded =
          constraint instanceof Constraint.Class it
              ? it.type()
              : ((Constraint.Datatype) constraint).datatype();
      String parameter = Claim.name(constraint).substring(3);
      reporter.warn(
          "W0412",
          program.positions().first(shape.id(), Names.sh(parameter), demanded, constraint.at()),
          "The range of "
              + property.iri()
              + " is "
              + Names.of(range)
              + ", to which "
              + Names.of(demanded)
              + " is not related",
          "Correct the shape or the range",
          new Diagnostic.Note(property.at(), "The property is declared here"));
    }

    /** The focus nodes of class targets have the properties of the shape. */
    void domains(Shape shape) {
      List<Iri> types =
          shape.targets().stream()
              .filter(Target.Class.class::isInstance)
              .map(it -> ((Target.Class) it).type())
              .toList();
      for (Constraint constraint : shape.constraints())
        if (constraint instanceof Constraint.Property it)
          for (Iri type : types) domain(shape, shapes.get(it.shape()), type);
    }

    private void domain(Shape shape, @Nullable Shape property, Iri type) {
      if (property == null || property.deactivated()) return;
      if (!(property.path().orElse(null) instanceof Path.Predicate(Iri predicate))) return;
      for (PropertyDeclaration known : declared.properties(predicate))
        for (Iri domain : known.domains())
          if (!hierarchy.related(type, domain))
            reporter.warn(
                "W0412",
                program
                    .positions()
                    .first(property.id(), Names.sh("path"), predicate, property.at()),
                "The domain of "
                    + predicate
                    + " is "
                    + Names.of(domain)
                    + ", to which the target class "
                    + Names.of(type)
                    + " is not related",
                "Correct the shape or the domain",
                new Diagnostic.Note(known.at(), "The property is declared here"),
                new Diagnostic.Note(shape.at(), "The shape with the target class is here"));
    }
  }
}
