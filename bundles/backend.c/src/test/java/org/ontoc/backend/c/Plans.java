// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;

/** A plan made by hand, so that its golden code depends on this back end alone. */
final class Plans {
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");
  private static final Term NAMED = iri("Named");
  private static final Term NAME = new BlankNode("b0");
  private static final Term FRIENDS = new BlankNode("b1");

  private Plans() {}

  private static Iri iri(String local) {
    return new Iri("http://example.org/" + local);
  }

  private static Origin at(int line) {
    return new Origin("folder/person.ttl", line, 1, "");
  }

  private static Shape shape(Term id, Optional<Path> path, List<Target> targets, int line) {
    return new Shape(id, path, targets, List.of(), VIOLATION, List.of(), false, at(line));
  }

  private static Check check(int number, Constraint constraint) {
    return new Check(number, constraint, Tier.INDEX, 1, "sentence " + number);
  }

  static Plan person() {
    Path name = new Path.Predicate(iri("name"));
    Path friends = new Path.Sequence(List.of(new Path.Predicate(iri("knows")), name));
    return new Plan(
        "person",
        new ReadSet(
            false,
            List.of(
                new ReadSet.Predicate(iri("knows"), true, false),
                new ReadSet.Predicate(iri("name"), true, false)),
            List.of(iri("Person")),
            List.of(Literal.string("Nobody"))),
        List.of(named(), name(name), friends(friends), person(iri("PersonShape"))),
        List.of(3),
        List.of(name, friends),
        List.of(capital()),
        List.of(new SubClassOf(iri("Student"), iri("Person"), at(1))));
  }

  private static PlannedShape named() {
    Check kind = check(0, new Constraint.NodeKind(NodeKind.LITERAL, at(2)));
    return new PlannedShape(shape(NAMED, Optional.empty(), List.of(), 2), -1, List.of(kind));
  }

  private static PlannedShape name(Path path) {
    return new PlannedShape(
        shape(NAME, Optional.of(path), List.of(), 3),
        0,
        List.of(
            check(1, new Constraint.MinCount(1, at(3))),
            check(2, new Constraint.MaxLength(7, at(3))),
            check(3, new Constraint.Pattern("^[A-Z]", "", at(3))),
            check(4, new Constraint.Not(NAMED, at(3))),
            check(5, new Constraint.HasValue(Literal.string("Nobody"), at(3)))));
  }

  private static PlannedShape friends(Path path) {
    return new PlannedShape(
        shape(FRIENDS, Optional.of(path), List.of(), 4),
        1,
        List.of(
            check(6, new Constraint.UniqueLang(at(4))),
            check(7, new Constraint.Node(NAMED, at(4)))));
  }

  private static PlannedShape person(Term id) {
    List<Target> targets = List.of(new Target.Class(iri("Person"), false, at(1)));
    return new PlannedShape(
        shape(id, Optional.empty(), targets, 1),
        -1,
        List.of(
            check(8, new Constraint.Property(NAME, at(1))),
            check(9, new Constraint.Or(List.of(NAMED, FRIENDS), at(1)))));
  }

  /** Begins with a capital letter. */
  private static Automaton capital() {
    int[] classOf = new int[256];
    for (int c = 'A'; c <= 'Z'; c++) classOf[c] = 1;
    return new Automaton.Dfa(
        "^[A-Z]", "", 3, 2, 0, classOf, new int[] {1, 2, 1, 1, 2, 2}, new byte[] {0, 0, 1}, 1, 2);
  }
}
