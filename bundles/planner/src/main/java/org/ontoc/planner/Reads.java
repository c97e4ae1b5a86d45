// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.ReadSet;

/**
 * Computes the read set of all shapes of a program. Every predicate of every path is in it, so that
 * a plan is complete in itself; shapes that nothing reaches are removed before by the pass {@code
 * dead-shapes}.
 */
final class Reads {
  private static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  private static final Iri SUB_CLASS_OF =
      new Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");

  private boolean everything;
  private final Map<Iri, Use> predicates = new TreeMap<>();
  private final Set<Iri> classes = new TreeSet<>();
  private final Set<Term> constants = new LinkedHashSet<>();

  private record Use(boolean forward, boolean inverse) {
    Use or(Use other) {
      return new Use(forward || other.forward, inverse || other.inverse);
    }
  }

  private Reads() {}

  static ReadSet of(Program program) {
    Reads reads = new Reads();
    program.shapes().forEach(reads::add);
    return new ReadSet(
        reads.everything,
        reads.predicates.entrySet().stream().map(e -> predicate(e.getKey(), e.getValue())).toList(),
        List.copyOf(reads.classes),
        List.copyOf(reads.constants));
  }

  /** A predicate of which only the objects matter is kept by subject, the usual order of data. */
  private static ReadSet.Predicate predicate(Iri iri, Use use) {
    return new ReadSet.Predicate(iri, use.forward || !use.inverse, use.inverse);
  }

  private void add(Shape shape) {
    shape.path().ifPresent(path -> add(path, false));
    if (shape.deactivated()) return;
    shape.targets().forEach(this::add);
    shape.constraints().forEach(this::add);
  }

  private void add(Target target) {
    switch (target) {
      case Target.Node node -> constants.add(node.node());
      case Target.Class type -> {
        read(TYPE, false, true);
        addClass(type.type());
      }
      case Target.SubjectsOf subjects -> read(subjects.predicate(), true, false);
      case Target.ObjectsOf objects -> read(objects.predicate(), false, false);
      case Target.Sparql _ -> everything = true;
    }
  }

  private void add(Constraint constraint) {
    switch (constraint) {
      case Constraint.Class type -> {
        read(TYPE, true, false);
        addClass(type.type());
      }
      case Constraint.Equals pair -> read(pair.predicate(), true, false);
      case Constraint.Disjoint pair -> read(pair.predicate(), true, false);
      case Constraint.LessThan pair -> read(pair.predicate(), true, false);
      case Constraint.LessThanOrEquals pair -> read(pair.predicate(), true, false);
      // A query may ask for any triple.
      case Constraint.Closed _, Constraint.Sparql _ -> everything = true;
      case Constraint.HasValue has -> constants.add(has.value());
      case Constraint.In in -> constants.addAll(in.values());
      // Values are tested by themselves; other shapes are in the program and added there.
      case Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.UniqueLang _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.QualifiedValueShape _ -> {}
    }
  }

  private void add(Path path, boolean inverted) {
    switch (path) {
      case Path.Predicate predicate -> read(predicate.iri(), !inverted, inverted);
      case Path.Inverse inverse -> add(inverse.path(), !inverted);
      case Path.Sequence sequence -> sequence.members().forEach(member -> add(member, inverted));
      case Path.Alternative choice -> choice.members().forEach(member -> add(member, inverted));
      case Path.ZeroOrMore closure -> add(closure.path(), inverted);
      case Path.OneOrMore closure -> add(closure.path(), inverted);
      case Path.ZeroOrOne optional -> add(optional.path(), inverted);
    }
  }

  /** The instances of a class are those of its subclasses too, which are found from above. */
  private void addClass(Iri type) {
    classes.add(type);
    read(SUB_CLASS_OF, false, true);
  }

  private void read(Iri predicate, boolean forward, boolean inverse) {
    predicates.merge(predicate, new Use(forward, inverse), Use::or);
  }
}
