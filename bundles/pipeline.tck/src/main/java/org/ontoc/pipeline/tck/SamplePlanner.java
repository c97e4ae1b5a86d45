// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Automaton.Instruction;
import org.ontoc.pipeline.plan.Automaton.Op;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;

/** Plans the samples in the simplest correct way: everything needs the index, nothing is shared. */
final class SamplePlanner {
  private final Map<Iri, ReadSet.Predicate> predicates = new TreeMap<>();
  private final Set<Iri> classes = new TreeSet<>();
  private final Set<Term> constants = new LinkedHashSet<>();
  private final Map<String, Automaton> automata = new LinkedHashMap<>();
  private boolean everything;

  private SamplePlanner() {}

  static Plan plan(String name, Program program) {
    SamplePlanner planner = new SamplePlanner();
    List<PlannedShape> planned = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    int number = 0;
    for (Shape shape : program.shapes()) {
      List<Check> checks = new ArrayList<>();
      for (Constraint constraint :
          shape.deactivated() ? List.<Constraint>of() : shape.constraints()) {
        planner.add(constraint);
        String message = "must satisfy " + constraint.component();
        checks.add(new Check(number++, constraint, Tier.INDEX, 1, message));
      }
      shape.path().ifPresent(planner::add);
      shape.targets().forEach(planner::add);
      if (!shape.deactivated() && !shape.targets().isEmpty()) entries.add(planned.size());
      int path = shape.path().isPresent() ? paths.size() : -1;
      shape.path().ifPresent(paths::add);
      planned.add(new PlannedShape(shape, path, checks));
    }
    ReadSet reads =
        new ReadSet(
            planner.everything,
            List.copyOf(planner.predicates.values()),
            List.copyOf(planner.classes),
            List.copyOf(planner.constants));
    return new Plan(
        name,
        reads,
        planned,
        entries,
        paths,
        List.copyOf(planner.automata.values()),
        planner.classes.isEmpty() ? List.of() : program.ontology().hierarchy());
  }

  private void read(Iri predicate) {
    predicates.put(predicate, new ReadSet.Predicate(predicate, true, true));
  }

  private void readClass(Iri type) {
    classes.add(type);
    read(ReferenceValidator.TYPE);
    read(ReferenceValidator.SUB_CLASS_OF);
  }

  private void add(Path path) {
    switch (path) {
      case Path.Predicate(Iri iri) -> read(iri);
      case Path.Inverse(Path inner) -> add(inner);
      case Path.ZeroOrMore(Path inner) -> add(inner);
      case Path.OneOrMore(Path inner) -> add(inner);
      case Path.ZeroOrOne(Path inner) -> add(inner);
      case Path.Sequence(List<Path> members) -> members.forEach(this::add);
      case Path.Alternative(List<Path> members) -> members.forEach(this::add);
    }
  }

  private void add(Target target) {
    switch (target) {
      case Target.Node(Term node, var _) -> constants.add(node);
      case Target.Class(Iri type, var _, var _) -> readClass(type);
      case Target.SubjectsOf(Iri predicate, var _) -> read(predicate);
      case Target.ObjectsOf(Iri predicate, var _) -> read(predicate);
      case Target.Sparql _ -> everything = true;
    }
  }

  private void add(Constraint constraint) {
    switch (constraint) {
      case Constraint.Class c -> readClass(c.type());
      case Constraint.Equals c -> read(c.predicate());
      case Constraint.Disjoint c -> read(c.predicate());
      case Constraint.LessThan c -> read(c.predicate());
      case Constraint.LessThanOrEquals c -> read(c.predicate());
      case Constraint.Closed _, Constraint.Sparql _ -> everything = true;
      case Constraint.HasValue c -> constants.add(c.value());
      case Constraint.In c -> constants.addAll(c.values());
      case Constraint.Pattern c -> automata.put(c.regex(), automaton(c));
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

  /** The automata of the samples' expressions, made by hand. */
  private static Automaton automaton(Constraint.Pattern pattern) {
    return switch (pattern.regex()) {
      case SamplePrograms.SEARCHED -> searched(pattern);
      case SamplePrograms.ANCHORED -> anchored(pattern);
      case SamplePrograms.COUNTED -> counted(pattern);
      default -> throw new IllegalArgumentException("no automaton for " + pattern.regex());
    };
  }

  /** The letter o anywhere: state 1 is reached with the first one and never left. */
  private static Automaton searched(Constraint.Pattern pattern) {
    int[] classOf = new int[256];
    classOf['o'] = 1;
    int[] next = {0, 1, 1, 1};
    byte[] accepting = {0, 1};
    return new Automaton.Dfa(
        pattern.regex(), pattern.flags(), 2, 2, 0, classOf, next, accepting, -1, 1);
  }

  /** States 0 to 4 count characters other than line ends; 5 is for all other texts. */
  private static Automaton counted(Constraint.Pattern pattern) {
    int[] first = {0, '\n', '\n' + 1, '\r', '\r' + 1};
    int[] classOf = {0, 1, 0, 1, 0};
    int[] next = {1, 5, 2, 5, 3, 5, 4, 5, 5, 5, 5, 5};
    byte[] accepting = {0, 0, 0, 0, 1, 0};
    return new Automaton.CharacterDfa(
        pattern.regex(), pattern.flags(), 6, 2, 0, first, classOf, next, accepting, 5, -1);
  }

  /** An unanchored search that tries at every byte; the assertion lets only the first pass. */
  private static Automaton anchored(Constraint.Pattern pattern) {
    List<Instruction> instructions =
        List.of(
            new Instruction(Op.SPLIT, 3, 1),
            new Instruction(Op.RANGE, 0, 255),
            new Instruction(Op.JUMP, 0, 0),
            new Instruction(Op.ASSERT_BEGIN, 0, 0),
            new Instruction(Op.RANGE, 'A', 'B'),
            new Instruction(Op.MATCH, 0, 0));
    return new Automaton.Nfa(pattern.regex(), pattern.flags(), instructions);
  }
}
