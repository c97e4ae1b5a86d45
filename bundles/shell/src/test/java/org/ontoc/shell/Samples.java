// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ontoc.pipeline.ValidationResult;
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

/** Results and a plan. */
final class Samples {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final List<String> LINES =
      List.of("ex:a a ex:Person .", "ex:b a ex:Person ;", "  ex:age \"old\" .");

  private Samples() {}

  static byte[] text(String name) {
    return (name.startsWith("data") ? String.join("\n", LINES) : "first\n  second\nthird\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static Iri ex(String local) {
    return new Iri("http://example.org/" + local);
  }

  static Origin at(int line) {
    return new Origin("shapes.ttl", line, 3, "");
  }

  static ValidationResult result(int number, String severity, Origin at) {
    Shape shape =
        new Shape(
            ex("PersonShape-age"),
            Optional.of(new Path.Predicate(ex("age"))),
            List.of(),
            List.of(),
            new Iri(SH + severity),
            List.of(),
            false,
            at(3));
    Check check =
        new Check(
            1,
            new Constraint.Datatype(new Iri("http://www.w3.org/2001/XMLSchema#integer"), at(4)),
            Tier.TRIPLE,
            2,
            "the value is no integer");
    return new ValidationResult(
        ex("n" + number),
        Optional.of(Literal.string("old")),
        shape.path(),
        new Iri(SH + "DatatypeConstraintComponent"),
        shape,
        check,
        at);
  }

  static List<ValidationResult> results(String... severities) {
    List<ValidationResult> results = new ArrayList<>();
    for (String severity : severities)
      results.add(result(results.size(), severity, new Origin("data.ttl", 3, 10, "")));
    return results;
  }

  /** A plan in which every kind of constraint stands. */
  static Plan plan() {
    Term inner = new BlankNode("b0");
    Origin at = at(4);
    Literal one = Literal.xsd("1", "integer");
    List<Constraint> constraints =
        List.of(
            new Constraint.Class(ex("C"), at),
            new Constraint.Datatype(ex("D"), at),
            new Constraint.NodeKind(NodeKind.IRI_OR_LITERAL, at),
            new Constraint.MinCount(1, at),
            new Constraint.MaxCount(2, at),
            new Constraint.MinExclusive(one, at),
            new Constraint.MinInclusive(one, at),
            new Constraint.MaxExclusive(one, at),
            new Constraint.MaxInclusive(one, at),
            new Constraint.MinLength(3, at),
            new Constraint.MaxLength(4, at),
            new Constraint.Pattern("^a\u001B*", "i", at),
            new Constraint.LanguageIn(List.of("en", "de"), at),
            new Constraint.UniqueLang(at),
            new Constraint.Equals(ex("p"), at),
            new Constraint.Disjoint(ex("p"), at),
            new Constraint.LessThan(ex("p"), at),
            new Constraint.LessThanOrEquals(ex("p"), at),
            new Constraint.Not(inner, at),
            new Constraint.And(List.of(inner, inner), at),
            new Constraint.Or(List.of(inner), at),
            new Constraint.Xone(List.of(inner), at),
            new Constraint.Node(inner, at),
            new Constraint.Property(inner, at),
            new Constraint.QualifiedValueShape(
                inner, OptionalLong.of(1), OptionalLong.of(5), List.of(inner), at),
            new Constraint.Closed(List.of(ex("p"), ex("q")), at),
            new Constraint.HasValue(ex("v"), at),
            new Constraint.In(List.of(ex("v"), one), at));
    List<Check> checks = new ArrayList<>();
    for (Constraint constraint : constraints)
      checks.add(new Check(checks.size(), constraint, Tier.INDEX, checks.size() * 100, "sentence"));
    Shape person =
        shape(
            ex("PersonShape"),
            Optional.empty(),
            List.of(
                new Target.Class(ex("Person"), true, at),
                new Target.Node(ex("a"), at),
                new Target.SubjectsOf(ex("p"), at),
                new Target.ObjectsOf(ex("p"), at)));
    Shape age =
        shape(inner, Optional.of(new Path.Inverse(new Path.Predicate(ex("age")))), List.of());
    return new Plan(
        "people",
        new ReadSet(
            false,
            List.of(
                new ReadSet.Predicate(ex("age"), false, true),
                new ReadSet.Predicate(ex("name"), true, false),
                new ReadSet.Predicate(ex("p"), true, true)),
            List.of(ex("Person")),
            List.of(Literal.string("x"))),
        List.of(new PlannedShape(person, -1, checks), new PlannedShape(age, 0, List.of())),
        List.of(0),
        List.of(new Path.Inverse(new Path.Predicate(ex("age")))),
        List.of(
            new Automaton.Dfa("^a*", "i", 3, 2, 0, new int[256], new int[6], new byte[3], -1, -1),
            new Automaton.Nfa(
                "b", "", List.of(new Automaton.Instruction(Automaton.Op.MATCH, 0, 0)))),
        List.of(new SubClassOf(ex("Student"), ex("Person"), at(9))));
  }

  private static Shape shape(Term id, Optional<Path> path, List<Target> targets) {
    return new Shape(id, path, targets, List.of(), new Iri(SH + "Warning"), List.of(), true, at(1));
  }
}
