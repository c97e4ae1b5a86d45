// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.List;
import java.util.OptionalLong;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.backend.c.Piece.Place;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;

/** Renders each constraint of a shape as the statements that check it. */
final class Pieces {
  private static final long MOST = (1L << 32) - 1;

  private final Unit unit;
  private final Conditions conditions;
  private final Paths.Frame frame;
  private final boolean explained;

  /**
   * @param explained whether results are explained by those of other shapes
   */
  Pieces(Unit unit, Conditions conditions, Paths.Frame frame, boolean explained) {
    this.unit = unit;
    this.conditions = conditions;
    this.frame = frame;
    this.explained = explained;
  }

  Piece of(Check check) {
    CNumber number = new CNumber(check.number());
    return switch (check.constraint()) {
      case Constraint.MinCount c -> counted(number, atLeast(c.count()));
      case Constraint.MaxCount c -> counted(number, atMost(c.count()));
      case Constraint.HasValue c ->
          counted(number, render("has_value", "value", unit.number(c.value())));
      case Constraint.UniqueLang _ -> set(number, "unique_lang");
      case Constraint.Equals c -> pair(number, "equals", c.predicate());
      case Constraint.Disjoint c -> pair(number, "disjoint", c.predicate());
      case Constraint.LessThan c -> pair(number, "less_than", c.predicate());
      case Constraint.LessThanOrEquals c -> pair(number, "less_than_or_equals", c.predicate());
      case Constraint.QualifiedValueShape c -> qualified(check, c);
      case Constraint.Closed c -> closed(number, c);
      case Constraint.Property c -> property(c);
      case Constraint.Class _,
          Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.Not _,
          Constraint.In _ ->
          value(number, conditions.of(check.constraint(), check.number()));
      case Constraint.And _, Constraint.Or _, Constraint.Node _ -> shapes(check, "explain_value");
      case Constraint.Xone _ -> shapes(check, "explain_xone");
      case Constraint.Sparql _ -> throw new IllegalArgumentException("refused before: " + check);
    };
  }

  private Rendered render(String template, Object... references) {
    return unit.templates.render(template, references);
  }

  // a C compiler warns of comparisons that are always true or always false; counts have 32 bits
  private Rendered atLeast(long count) {
    if (count == 0) return render("count_any");
    return count > MOST ? render("count_none") : render("min_count", "count", new CNumber(count));
  }

  private Rendered atMost(long count) {
    return count >= MOST ? render("count_any") : render("max_count", "count", new CNumber(count));
  }

  /** What a test does when a condition does not hold. */
  private Rendered test(String template, Rendered condition) {
    return render(template, "condition", condition, "fail", frame.fail());
  }

  /** One result for the focus node. */
  private Piece counted(CNumber check, Rendered condition) {
    return new Piece(
        Place.COUNT,
        test("test_values", condition),
        render("report_focus", "condition", condition, "check", check));
  }

  /** One result for each value node. */
  private Piece value(CNumber check, Rendered condition) {
    return new Piece(
        Place.VALUE,
        test("test_value", condition),
        render("report_value", "condition", condition, "check", check, "row", frame.row()));
  }

  /** One result for each value node, explained by those of other shapes. */
  private Piece shapes(Check check, String template) {
    CNumber number = new CNumber(check.number());
    Rendered condition = conditions.of(check.constraint(), check.number());
    List<Term> shapes = Modes.explaining(check.constraint());
    if (!explained || shapes.isEmpty()) return value(number, condition);
    List<CIdentifier> names = shapes.stream().map(unit::report).toList();
    CIdentifier reports = reports(check, names);
    CNumber count = new CNumber(shapes.size());
    Rendered test = test("test_value", condition);
    CIdentifier tests =
        template.equals("explain_xone") ? conditions.tests(shapes, check.number()) : reports;
    Rendered report =
        render(
            template,
            "condition",
            condition,
            "check",
            number,
            "row",
            frame.row(),
            "tests",
            tests,
            "reports",
            reports,
            "count",
            count);
    return new Piece(Place.VALUE, test, report);
  }

  private CIdentifier reports(Check check, List<CIdentifier> functions) {
    CIdentifier name = new CIdentifier("reports_" + check.number());
    unit.declare("reports", "name", name, "reports", Rendered.join(functions, ",\n    "));
    unit.share("shared_array", "ort_shape_report", name);
    return name;
  }

  private Piece set(CNumber check, String template) {
    return new Piece(
        Place.SET,
        test("test_values", render(template + "_test")),
        render(template + "_report", "check", check));
  }

  private Piece pair(CNumber check, String template, Iri predicate) {
    CNumber id = new CNumber(unit.terms.forward(predicate));
    return new Piece(
        Place.SET,
        test("test_values", render(template + "_test", "predicate", id)),
        render(template + "_report", "check", check, "predicate", id));
  }

  private Piece closed(CNumber check, Constraint.Closed closed) {
    int[] ids = closed.allowed().stream().mapToInt(unit.terms::id).sorted().toArray();
    CNumber count = new CNumber(ids.length);
    CIdentifier allowed =
        unit.ids(
            "allowed_" + check.number(),
            ids.length == 0 ? new int[1] : ids); // C has no empty arrays; the count says 0
    Rendered condition = render("closed_test", "allowed", allowed, "count", count);
    return new Piece(
        Place.VALUE,
        test("test_value", condition),
        render("closed_report", "check", check, "allowed", allowed, "count", count));
  }

  private Piece property(Constraint.Property property) {
    Term shape = property.shape();
    return new Piece(
        Place.VALUE,
        test("test_value", render("shape_test", "test", unit.test(shape))),
        frame.isFocus()
            ? render("property_report_focus", "report", unit.report(shape))
            : render("property_report", "report", unit.report(shape), "row", frame.row()));
  }

  private Piece qualified(Check of, Constraint.QualifiedValueShape c) {
    CNumber check = new CNumber(of.number());
    CIdentifier count = new CIdentifier("check_" + check.number() + "_count");
    List<Rendered> siblings =
        c.siblings().stream()
            .map(sibling -> render("sibling", "test", unit.test(sibling)))
            .toList();
    Rendered table =
        render(
            "qualified",
            "name",
            count,
            "test",
            unit.test(c.shape()),
            "siblings",
            Rendered.concat(siblings));
    List<Rendered> bounds =
        java.util.stream.Stream.of(
                bound("qualified_min", c.min()).stream(), bound("qualified_max", c.max()).stream())
            .flatMap(s -> s)
            .toList();
    List<Rendered> reports =
        java.util.stream.Stream.of(
                bound("qualified_min", c.min()).map(b -> tooFew(of, b)).stream(),
                bound("qualified_max", c.max()).map(b -> violated(check, b, 1)).stream())
            .flatMap(s -> s)
            .toList();
    List<Rendered> tests =
        bounds.stream().map(condition -> test("test_qualified", condition)).toList();
    return new Piece(
        Place.SET,
        table,
        render("qualified_check", "name", count, "checks", Rendered.concat(tests)),
        render("qualified_check", "name", count, "checks", Rendered.concat(reports)));
  }

  private java.util.Optional<Rendered> bound(String template, OptionalLong count) {
    return count.isPresent()
        ? java.util.Optional.of(render(template, "count", new CNumber(count.getAsLong())))
        : java.util.Optional.empty();
  }

  /** Explained by the results of each value node that does not conform. */
  private Rendered tooFew(Check check, Rendered condition) {
    List<CIdentifier> names =
        Modes.explaining(check.constraint()).stream().map(unit::report).toList();
    CNumber number = new CNumber(check.number());
    if (!explained) return violated(number, condition, 0);
    return render(
        "explain_qualified",
        "condition",
        condition,
        "check",
        number,
        "variant",
        new CNumber(0),
        "reports",
        reports(check, names));
  }

  private Rendered violated(CNumber check, Rendered condition, int variant) {
    return render(
        "report_qualified",
        "condition",
        condition,
        "check",
        check,
        "variant",
        new CNumber(variant));
  }
}
