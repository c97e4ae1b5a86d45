// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;
import org.ontoc.pipeline.tck.Samples;

final class VerifierTest {
  private static final Iri A = new Iri("http://example.org/a");
  private static final Iri B = new Iri("http://example.org/b");
  private static final Origin AT = Origin.NOWHERE;
  private static final Path PATH = new Path.Predicate(A);

  @Test
  void theSamplesAreFaultless() {
    for (Samples.Sample sample : Samples.all()) {
      assertEquals(Optional.empty(), new ProgramVerifier().verify(sample.program()));
      assertEquals(Optional.empty(), PlanVerifier.verify(sample.plan()), sample.name());
    }
  }

  private static Shape shape(Term id, Optional<Path> path, Constraint... constraints) {
    List<Target> targets = List.of(new Target.Node(A, AT));
    return new Shape(id, path, targets, List.of(constraints), A, List.of(), false, AT);
  }

  private static void blamed(String fault, Shape... shapes) {
    Program program = new Program(List.of(shapes), Ontology.EMPTY);
    String found = new ProgramVerifier().verify(program).orElse("nothing");
    assertTrue(found.contains(fault), found);
  }

  @Test
  @SuppressWarnings("NullAway")
  void faultsOfProgramsAreFound() {
    Optional<Path> path = Optional.of(PATH);
    Optional<Path> none = Optional.empty();
    blamed("occurs twice", shape(A, none), shape(A, path));
    blamed("its id is a literal", shape(Literal.string("x"), none));
    blamed("null at constraints[0].type", shape(A, none, new Constraint.Class(null, AT)));
    blamed("null at constraints[0].at", shape(A, none, new Constraint.Class(A, null)));
    blamed("null at path.iri.value", shape(A, Optional.of(new Path.Predicate(new Iri(null)))));
    blamed("Node refers to a missing", shape(A, none, new Constraint.Node(B, AT)));
    blamed("has no path", shape(A, none, new Constraint.Property(B, AT)), shape(B, none));
    blamed("-1 is negative", shape(A, path, new Constraint.MinCount(-1, AT)));
    blamed("node shape", shape(A, none, new Constraint.MaxCount(1, AT)));
    blamed("node shape", shape(A, none, new Constraint.UniqueLang(AT)));
    blamed("1 members", shape(A, Optional.of(new Path.Inverse(new Path.Sequence(List.of(PATH))))));
    OptionalLong no = OptionalLong.empty();
    blamed(
        "no count", shape(A, path, new Constraint.QualifiedValueShape(A, no, no, List.of(), AT)));
  }

  /** Every single change of a good plan is found. */
  @Test
  void faultsOfPlansAreFound() {
    Plan good =
        Samples.all().stream()
            .filter(s -> s.name().equals("texts"))
            .findFirst()
            .orElseThrow()
            .plan();
    blamed("C identifier", with(good, "9x", good.reads(), good.shapes(), good.entryPoints()));
    blamed("out of order", with(good, "x", good.reads(), good.shapes(), List.of(1, 0)));
    blamed("out of order", with(good, "x", good.reads(), good.shapes(), List.of(99)));
    blamed("has targets but no entry", with(good, "x", good.reads(), good.shapes(), List.of()));
    ReadSet unsorted = new ReadSet(false, List.of(), List.of(B, A), List.of());
    blamed("not sorted", with(good, "x", unsorted, good.shapes(), good.entryPoints()));
    ReadSet twice = new ReadSet(false, List.of(), List.of(), List.of(A, A));
    blamed("constant twice", with(good, "x", twice, good.shapes(), good.entryPoints()));
    blamed(
        "path index",
        changed(good, new PlannedShape(good.shapes().getFirst().shape(), -1, List.of())));
    Check check = good.shapes().getFirst().checks().getFirst();
    for (int number : new int[] {-1, 1, 77}) {
      Check other = new Check(number, check.constraint(), Tier.INDEX, 1, "");
      PlannedShape first = good.shapes().getFirst();
      blamed(
          "check number",
          changed(good, new PlannedShape(first.shape(), first.path(), List.of(other))));
    }
    Constraint unknown = new Constraint.Pattern("unknown", "", AT);
    PlannedShape first = good.shapes().getFirst();
    Check other = new Check(0, unknown, Tier.INDEX, 1, "");
    blamed(
        "no automaton",
        changed(good, new PlannedShape(first.shape(), first.path(), List.of(other))));
  }

  @Test
  void faultsOfAutomataAreFound() {
    blamed(
        "classOf",
        new Automaton.Dfa("a", "", 1, 1, 0, new int[3], new int[1], new byte[1], -1, -1));
    blamed(
        "next has",
        new Automaton.Dfa("a", "", 1, 1, 0, new int[256], new int[2], new byte[1], -1, -1));
    blamed(
        "state is out",
        new Automaton.Dfa("a", "", 1, 1, 0, new int[256], new int[] {1}, new byte[1], -1, -1));
    blamed(
        "start",
        new Automaton.Dfa("a", "", 1, 1, 1, new int[256], new int[1], new byte[1], -1, -1));
    blamed(
        "dead", new Automaton.Dfa("a", "", 1, 1, 0, new int[256], new int[1], new byte[1], 1, -1));
    blamed("no instructions", new Automaton.Nfa("a", "", List.of()));
    Automaton.Instruction jump = new Automaton.Instruction(Automaton.Op.JUMP, 1, 0);
    blamed("instruction 0", new Automaton.Nfa("a", "", List.of(jump)));
  }

  private static void blamed(String fault, Automaton automaton) {
    ReadSet none = new ReadSet(false, List.of(), List.of(), List.of());
    blamed(
        fault, new Plan("x", none, List.of(), List.of(), List.of(), List.of(automaton), List.of()));
  }

  private static void blamed(String fault, Plan plan) {
    String found = PlanVerifier.verify(plan).orElse("nothing");
    assertTrue(found.contains(fault), found);
  }

  private static Plan changed(Plan plan, PlannedShape first) {
    List<PlannedShape> shapes = new ArrayList<>(plan.shapes());
    shapes.set(0, first);
    return with(plan, plan.name(), plan.reads(), shapes, plan.entryPoints());
  }

  private static Plan with(
      Plan plan, String name, ReadSet reads, List<PlannedShape> shapes, List<Integer> entries) {
    return new Plan(name, reads, shapes, entries, plan.paths(), plan.automata(), plan.hierarchy());
  }
}
