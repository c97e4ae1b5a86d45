// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.CheckText;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.PatternAutomata;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlanQueries;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.runtime.graph.Program;
import org.ontoc.runtime.graph.Program.TargetKind;
import org.ontoc.runtime.graph.ProgramBuilder;
import org.ontoc.runtime.graph.plan.PlanTables;

/** The tables that compiled code asks for by number. */
final class Tables {
  private final Plan plan;
  private final TermNumbers ids = new TermNumbers();
  private final ProgramBuilder builder = new ProgramBuilder();
  private final PatternAutomata patterns;
  private final Map<Automaton, Integer> automata = new IdentityHashMap<>();
  private final Map<Integer, Integer> paths = new HashMap<>();
  private final RecursiveShapes recursion;
  private int queryTargets;

  Tables(Plan plan) {
    this.plan = plan;
    this.recursion = plan.recursion();
    this.patterns = new PatternAutomata(plan);
    plan.reads().constants().forEach(ids::id);
  }

  TermNumbers ids() {
    return ids;
  }

  /** The number of a path of the plan. */
  int path(int path) {
    return paths.computeIfAbsent(
        path, p -> builder.path(PlanTables.of(new PathAutomaton(plan.paths().get(p)), ids)));
  }

  Path planPath(int path) {
    return plan.paths().get(path);
  }

  /** The number of an ascending list. */
  int set(int[] ascending) {
    return builder.set(ascending);
  }

  /** The number of a list of shapes. */
  int list(List<Integer> shapes) {
    return builder.set(shapes.stream().mapToInt(n -> n).toArray());
  }

  int ranges(List<String> ranges) {
    return builder.ranges(ranges);
  }

  int automaton(Constraint.Pattern pattern) {
    return automata.computeIfAbsent(
        patterns.of(pattern), automaton -> builder.automaton(PlanTables.of(automaton)));
  }

  /** Whether a shape refers to itself: its pairs with nodes are evaluated as a fixpoint. */
  boolean isRecursive(Term shape) {
    return recursion.contains(shape);
  }

  private int[] components() {
    List<Term> shapes = plan.shapes().stream().map(planned -> planned.shape().id()).toList();
    if (shapes.stream().noneMatch(this::isRecursive)) return new int[0];
    return shapes.stream()
        .mapToInt(shape -> isRecursive(shape) ? recursion.component(shape) : -1)
        .toArray();
  }

  /** The program, when all code is made, since that adds to it. */
  Program program() {
    ids.read(plan.reads());
    entries();
    int[] hierarchy =
        plan.hierarchy().stream()
            .flatMapToInt(
                edge -> java.util.stream.IntStream.of(ids.id(edge.sub()), ids.id(edge.sup())))
            .toArray();
    checks();
    builder.recursive(components());
    terms(hierarchy);
    return builder.build();
  }

  /** Nothing may be numbered afterwards. */
  private void terms(int[] hierarchy) {
    boolean everything = plan.reads().everything();
    int all =
        PlanQueries.areAsked(plan)
            ? Program.FORWARD | Program.INVERSE
            : everything ? Program.FORWARD : 0;
    int type = ids.type();
    int subClassOf = ids.subClassOf();
    for (Term term : ids.terms()) {
      switch (term) {
        case Iri iri -> builder.iri(iri.value());
        case BlankNode node -> builder.blank(node.label());
        case Literal l -> builder.literal(l.lexical(), l.datatype().value(), l.language());
      }
    }
    builder.reads(ids.predicates(), ids.roles(all), everything, all | Program.FORWARD);
    builder.classes(type, subClassOf, ids.classes(), hierarchy);
  }

  private void entries() {
    for (int shape : plan.entryPoints()) {
      List<Program.Target> targets = new ArrayList<>();
      for (Target target : plan.shapes().get(shape).shape().targets()) targets.add(target(target));
      builder.entry(new Program.Entry(shape, targets));
    }
  }

  private Program.Target target(Target target) {
    return switch (target) {
      case Target.Node t -> new Program.Target(TargetKind.NODE, ids.id(t.node()));
      case Target.Class t -> new Program.Target(TargetKind.CLASS, ids.instancesOf(t.type()));
      case Target.SubjectsOf t -> new Program.Target(TargetKind.SUBJECTS, ids.read(t.predicate()));
      case Target.ObjectsOf t -> new Program.Target(TargetKind.OBJECTS, ids.read(t.predicate()));
      case Target.Sparql _ -> new Program.Target(TargetKind.QUERY, queryTargets++);
    };
  }

  private void checks() {
    for (CheckText check : CheckText.of(plan)) {
      builder.check(
          new Program.CheckText(
              check.shape().id().toString(),
              check.path(),
              check.severity(),
              check.component().value(),
              check.maximumComponent().value(),
              check.message()));
    }
  }

  /** A path that is one step along a predicate, or against one; its id, else 0. */
  int step(Path path, boolean inverse) {
    return switch (path) {
      case Path.Predicate p when !inverse -> ids.forward(p.iri());
      case Path.Inverse(Path.Predicate p) when inverse -> ids.inverse(p.iri());
      default -> 0;
    };
  }
}
