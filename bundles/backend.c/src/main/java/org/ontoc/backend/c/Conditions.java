// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;

/** Constraints on one value node as C expressions that are true when it satisfies them. */
final class Conditions {
  private static final Iri LANG_STRING =
      new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");

  /** Calls one after the other up to here; a table of functions beyond. */
  private static final int FEW = 8;

  private final Unit unit;
  private final Automata automata;
  private final BitSet declared = new BitSet(); // tables of tests, by check
  private final Map<Integer, Rendered> conditions = new HashMap<>(); // by check

  Conditions(Unit unit) {
    this.unit = unit;
    this.automata = new Automata(unit);
  }

  Rendered of(Constraint constraint, int check) {
    Rendered known = conditions.get(check);
    if (known != null) return known;
    Rendered made = make(constraint, check);
    conditions.put(check, made);
    return made;
  }

  private Rendered make(Constraint constraint, int check) {
    return switch (constraint) {
      case Constraint.Class c ->
          render("class", "class", new CNumber(unit.terms.instanceOf(c.type())));
      case Constraint.Datatype c when c.datatype().equals(LANG_STRING) -> render("lang_string");
      case Constraint.Datatype c -> render("datatype", "datatype", unit.number(c.datatype()));
      case Constraint.NodeKind c -> render("node_kind", "kinds", new CNumber(c.kind().bits()));
      case Constraint.MinExclusive c -> bound("min_exclusive", c.bound());
      case Constraint.MinInclusive c -> bound("min_inclusive", c.bound());
      case Constraint.MaxExclusive c -> bound("max_exclusive", c.bound());
      case Constraint.MaxInclusive c -> bound("max_inclusive", c.bound());
      case Constraint.MinLength c -> render("min_length", "length", new CNumber(c.length()));
      case Constraint.MaxLength c -> render("max_length", "length", new CNumber(c.length()));
      case Constraint.Pattern c -> pattern(c);
      case Constraint.LanguageIn c -> languageIn(c, check);
      case Constraint.Not c -> render("not", "test", unit.test(c.shape()));
      case Constraint.And c -> many("and", " && ", c.shapes(), check);
      case Constraint.Or c -> many("or", " || ", c.shapes(), check);
      case Constraint.Xone c -> many("xone", " + ", c.shapes(), check);
      case Constraint.Node c -> render("shape_test", "test", unit.test(c.shape()));
      case Constraint.In c -> in(c, check);
      case Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.HasValue _,
          Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _,
          Constraint.QualifiedValueShape _,
          Constraint.Closed _,
          Constraint.Property _,
          Constraint.Sparql _ ->
          throw new IllegalArgumentException("not about one value node: " + constraint);
    };
  }

  private Rendered render(String template, Object... references) {
    return unit.templates.render(template, references);
  }

  private Rendered bound(String template, Literal bound) {
    return render(template, "bound", unit.number(bound));
  }

  private Rendered pattern(Constraint.Pattern pattern) {
    Automaton automaton = automata.of(pattern);
    CIdentifier name = automata.declared(automaton);
    return switch (automaton) {
      case Automaton.Dfa _ -> render("pattern_dfa", "automaton", name);
      case Automaton.CharacterDfa _ -> render("pattern_character_dfa", "automaton", name);
      case Automaton.Nfa _ -> render("pattern_nfa", "automaton", name);
    };
  }

  private Rendered languageIn(Constraint.LanguageIn c, int check) {
    if (c.ranges().isEmpty()) return render("never");
    CIdentifier name = new CIdentifier("languages_" + check);
    List<Rendered> ranges =
        c.ranges().stream()
            .map(r -> render("language", "text", unit.text(r), "length", Unit.length(r)))
            .toList();
    unit.declare("languages", "name", name, "ranges", Rendered.concat(ranges));
    unit.share("shared_array", "ort_range", name);
    return render("language_in", "ranges", name, "count", new CNumber(ranges.size()));
  }

  private Rendered in(Constraint.In c, int check) {
    int[] ids = c.values().stream().mapToInt(unit.terms::id).sorted().distinct().toArray();
    if (ids.length == 0) return render("never");
    CIdentifier name = unit.ids("members_" + check, ids);
    return render("in", "list", name, "count", new CNumber(ids.length));
  }

  private Rendered many(String template, String operator, List<Term> shapes, int check) {
    List<CIdentifier> tests = shapes.stream().map(unit::test).toList();
    if (!tests.isEmpty() && tests.size() <= FEW) {
      List<Rendered> calls =
          tests.stream().map(test -> render("shape_test", "test", test)).toList();
      return render(template, "tests", Rendered.join(calls, operator));
    }
    if (tests.isEmpty()) return render(template.equals("and") ? "always" : "never");
    CIdentifier name = tests(shapes, check);
    return render(template + "_many", "tests", name, "count", new CNumber(tests.size()));
  }

  /** The table of the functions that test the shapes of a check. */
  CIdentifier tests(List<Term> shapes, int check) {
    CIdentifier name = new CIdentifier("tests_" + check);
    if (declared.get(check)) return name;
    declared.set(check);
    List<CIdentifier> tests = shapes.stream().map(unit::test).toList();
    unit.declare("tests", "name", name, "tests", Rendered.join(tests, ",\n    "));
    unit.share("shared_array", "ort_test", name);
    return name;
  }
}
