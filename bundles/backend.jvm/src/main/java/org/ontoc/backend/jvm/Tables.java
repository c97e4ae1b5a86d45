// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlanQueries;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.TermNumbers;
import org.ontoc.runtime.graph.PathTable;
import org.ontoc.runtime.graph.Program;
import org.ontoc.runtime.graph.Program.TargetKind;
import org.ontoc.runtime.graph.ProgramBuilder;

/** The tables that compiled code asks for by number. */
final class Tables {
  private record Pattern(String regex, String flags) {}

  private final Plan plan;
  private final TermNumbers ids = new TermNumbers();
  private final ProgramBuilder builder = new ProgramBuilder();
  private final Map<Pattern, Automaton> byPattern = new HashMap<>();
  private final Map<Pattern, Integer> automata = new HashMap<>();
  private final Map<Integer, Integer> paths = new HashMap<>();
  private final RecursiveShapes recursion;
  private int queryTargets;

  Tables(Plan plan) {
    this.plan = plan;
    this.recursion = RecursiveShapes.of(plan.shapes().stream().map(PlannedShape::shape).toList());
    plan.reads().constants().forEach(ids::id);
    for (Automaton automaton : plan.automata())
      byPattern.put(new Pattern(automaton.regex(), automaton.flags()), automaton);
  }

  TermNumbers ids() {
    return ids;
  }

  /** The number of a path of the plan. */
  int path(int path) {
    return paths.computeIfAbsent(
        path, p -> builder.path(table(new PathAutomaton(plan.paths().get(p)))));
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
    Pattern key = new Pattern(pattern.regex(), pattern.flags());
    Automaton automaton = byPattern.get(key);
    if (automaton == null)
      throw new IllegalArgumentException("the plan has no automaton for " + pattern.regex());
    return automata.computeIfAbsent(key, _ -> builder.automaton(table(automaton)));
  }

  private static org.ontoc.runtime.graph.Automaton table(Automaton automaton) {
    return switch (automaton) {
      case Automaton.Dfa a ->
          new org.ontoc.runtime.graph.Automaton.Bytes(
              a.classes(), a.start(), a.classOf(), a.next(), a.accepting(), a.dead(), a.always());
      case Automaton.CharacterDfa a ->
          new org.ontoc.runtime.graph.Automaton.Characters(
              a.classes(),
              a.start(),
              a.first(),
              a.classOf(),
              a.next(),
              a.accepting(),
              a.dead(),
              a.always());
      case Automaton.Nfa a -> {
        int[] program = new int[3 * a.instructions().size()];
        for (int i = 0; i < a.instructions().size(); i++) {
          Automaton.Instruction instruction = a.instructions().get(i);
          program[3 * i] = instruction.op().ordinal();
          program[3 * i + 1] = instruction.a();
          program[3 * i + 2] = instruction.b();
        }
        yield new org.ontoc.runtime.graph.Automaton.Parallel(program);
      }
    };
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
    for (ReadSet.Predicate predicate : plan.reads().predicates()) {
      ids.read(predicate.iri());
      if (predicate.forward()) ids.forward(predicate.iri());
      if (predicate.inverse()) ids.inverse(predicate.iri());
    }
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

  private PathTable table(PathAutomaton automaton) {
    int[] first = new int[automaton.states().size() + 1];
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < automaton.states().size(); i++) {
      for (PathAutomaton.Move move : automaton.states().get(i)) {
        numbers.addAll(
            switch (move.kind()) {
              case FORWARD -> List.of(PathTable.FORWARD, ids.forward(move.predicate()), move.to());
              case INVERSE -> List.of(PathTable.INVERSE, ids.inverse(move.predicate()), move.to());
              case EMPTY -> List.of(PathTable.EMPTY, 0, move.to());
            });
      }
      first[i + 1] = numbers.size() / 3;
    }
    return new PathTable(numbers.stream().mapToInt(n -> n).toArray(), first, automaton.accept());
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
