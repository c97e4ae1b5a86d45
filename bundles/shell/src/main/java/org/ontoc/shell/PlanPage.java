// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;

/** What the compiler decided, for people who want to know why. */
final class PlanPage {
  private final Plan plan;
  private final Map<Term, Integer> numbers;
  private final Appendable out;

  PlanPage(Plan plan, Appendable out) {
    this.plan = plan;
    this.numbers = plan.shapeNumbers();
    this.out = out;
  }

  void write() throws IOException {
    line(
        "plan %s: %s, %d with targets; %s; %s",
        plan.name(),
        Amounts.of(plan.shapes().size(), "shape"),
        plan.entryPoints().size(),
        Amounts.of(plan.checks().size(), "check"),
        automata(plan.automata().size()));
    writeReadSet(plan.reads());
    for (int i = 0; i < plan.shapes().size(); i++) writeShape(i, plan.shapes().get(i));
    writePaths();
    writeAutomata();
    writeHierarchy();
  }

  private void writeReadSet(ReadSet reads) throws IOException {
    line("");
    if (reads.everything()) line("read set: everything, since a shape is closed or asks a query");
    else
      line(
          "read set: %s, %s, %s; every other triple is dropped while it is read",
          Amounts.of(reads.predicates().size(), "predicate"),
          Amounts.of(reads.classes().size(), "class"),
          Amounts.of(reads.constants().size(), "constant"));
    Table table = new Table("ll");
    for (ReadSet.Predicate predicate : reads.predicates())
      table.row("predicate " + predicate.iri(), directions(predicate));
    for (Iri type : reads.classes()) table.row("class     " + type);
    for (Term constant : reads.constants()) table.row("constant  " + constant);
    table.write("  ", out);
  }

  private static String directions(ReadSet.Predicate predicate) {
    if (predicate.forward() && predicate.inverse()) return "by subject and by object";
    return predicate.inverse() ? "by object" : "by subject";
  }

  private void writeShape(int number, PlannedShape planned) throws IOException {
    Shape shape = planned.shape();
    line("");
    line("shape %d: %s%s", number, shape.id(), at(shape.at()));
    if (planned.path() >= 0)
      line("  path %d: %s", planned.path(), plan.paths().get(planned.path()));
    for (Target target : shape.targets()) line("  target: %s%s", text(target), at(target.at()));
    if (shape.deactivated()) line("  deactivated");
    if (!shape.severity().value().equals("http://www.w3.org/ns/shacl#Violation"))
      line("  severity: %s", shape.severity());
    if (planned.checks().isEmpty()) return;
    Table table = new Table("rlrll");
    table.row("check", "tier", "cost", "constraint", "");
    for (Check check : planned.checks())
      table.row(
          Integer.toString(check.number()),
          check.tier().name().toLowerCase(Locale.ROOT),
          Amounts.number(check.cost()),
          ConstraintText.of(check.constraint(), numbers),
          at(check.constraint().at()).strip());
    table.write("  ", out);
  }

  private static String text(Target target) {
    return switch (target) {
      case Target.Node(Term node, _) -> "node " + node;
      case Target.Class(Iri type, boolean implicit, _) ->
          "instances of " + type + (implicit ? " (the shape is a class)" : "");
      case Target.SubjectsOf(Iri predicate, _) -> "subjects of " + predicate;
      case Target.ObjectsOf(Iri predicate, _) -> "objects of " + predicate;
      case Target.Sparql(Query query, _) -> "solutions of " + ConstraintText.query(query);
    };
  }

  private void writePaths() throws IOException {
    if (plan.paths().isEmpty()) return;
    line("");
    line("paths, each evaluated once for all shapes that share it");
    Table table = new Table("rll");
    for (int i = 0; i < plan.paths().size(); i++) {
      int path = i;
      long users = plan.shapes().stream().filter(shape -> shape.path() == path).count();
      table.row(Integer.toString(i), plan.paths().get(i).toString(), Amounts.of(users, "shape"));
    }
    table.write("  ", out);
  }

  private void writeAutomata() throws IOException {
    if (plan.automata().isEmpty()) return;
    line("");
    line("automata of sh:pattern, linear in the length of the text");
    Table table = new Table("rll");
    for (int i = 0; i < plan.automata().size(); i++) {
      Automaton automaton = plan.automata().get(i);
      String flags = automaton.flags().isEmpty() ? "" : " flags " + automaton.flags();
      table.row(Integer.toString(i), "\"" + automaton.regex() + "\"" + flags, size(automaton));
    }
    table.write("  ", out);
  }

  private static String size(Automaton automaton) {
    return switch (automaton) {
      case Automaton.Dfa dfa ->
          Amounts.of(dfa.states(), "state") + ", " + Amounts.of(dfa.classes(), "byte class");
      case Automaton.CharacterDfa dfa ->
          Amounts.of(dfa.states(), "state") + ", " + Amounts.of(dfa.classes(), "character class");
      case Automaton.Nfa(_, _, List<Automaton.Instruction> instructions) ->
          "simulated, " + Amounts.of(instructions.size(), "instruction");
    };
  }

  private void writeHierarchy() throws IOException {
    if (plan.hierarchy().isEmpty()) return;
    line("");
    line("subclass statements of the sources: %s", Amounts.number(plan.hierarchy().size()));
    for (var statement : plan.hierarchy())
      line("  %s below %s%s", statement.sub(), statement.sup(), at(statement.at()));
  }

  private static String automata(int count) {
    return count == 1 ? "1 automaton" : count + " automata";
  }

  private static String at(Origin origin) {
    return origin.document().isEmpty() ? "" : " at " + origin;
  }

  private void line(String format, Object... arguments) throws IOException {
    String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    out.append(TerminalText.sanitize(text)).append('\n');
  }
}
