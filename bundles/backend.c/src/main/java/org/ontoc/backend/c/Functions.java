// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ontoc.backend.c.CText.CComment;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.backend.c.Piece.Place;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.PlannedShape;

/** The functions of the shapes: one that tests conformance, one that reports results. */
final class Functions {
  private final Unit unit;
  private final Modes modes;
  private final Conditions conditions;
  private final Paths paths;
  private final Passing passing;
  private static final CIdentifier NONE = new CIdentifier("NULL");

  private final List<Rendered> recursive = new ArrayList<>();
  private final List<Rendered> prototypes = new ArrayList<>();
  private final List<Written> shapes = new ArrayList<>();
  private final List<Rendered> functions = new ArrayList<>(); // of the shape that is written now

  /**
   * The functions of a shape.
   *
   * @param weight how much there is to compile: checks, and what every function has besides
   */
  record Written(Rendered text, int weight) {}

  Functions(Unit unit, Modes modes, Context context) {
    this.unit = unit;
    this.modes = modes;
    this.conditions = new Conditions(unit);
    this.paths = new Paths(unit);
    this.passing = new Passing(unit.plan, i -> modes.test.get(i) || modes.report.get(i));
    for (int i = 0; i < unit.plan.shapes().size(); i++) {
      context.checkCancelled();
      if (!modes.test.get(i) && !modes.report.get(i)) continue;
      write(i);
      int modesOfIt = (modes.test.get(i) ? 1 : 0) + (modes.report.get(i) ? 1 : 0);
      int weight = modesOfIt * (2 + unit.plan.shapes().get(i).checks().size());
      shapes.add(new Written(Rendered.concat(functions), weight));
      functions.clear();
    }
  }

  Rendered prototypes() {
    return Rendered.concat(prototypes);
  }

  /** The functions of each shape. */
  List<Written> shapes() {
    return shapes;
  }

  private void write(int number) {
    PlannedShape planned = unit.plan.shapes().get(number);
    CComment comment = new CComment(words(planned.shape()));
    Paths.Frame frame = paths.frame(planned.path());
    boolean explained = unit.detail && modes.report.get(number);
    Pieces pieces = new Pieces(unit, conditions, frame, explained);
    List<Piece> parts =
        planned.shape().deactivated()
            ? List.of()
            : planned.checks().stream().map(pieces::of).toList();
    parts.forEach(part -> functions.add(part.table()));
    boolean recursive = unit.isRecursive(number);
    if (modes.test.get(number)) {
      CIdentifier name = unit.test(planned.shape().id());
      if (recursive) name = ask("test", name, comment);
      write("test", name, comment, frame, skip(planned), parts, Piece::test);
    }
    if (modes.report.get(number)) {
      CIdentifier name = unit.report(planned.shape().id());
      if (recursive) name = ask("report", name, comment);
      write("report", name, comment, frame, skip(planned), parts, Piece::report);
    }
    if (recursive) list(number, planned.shape());
  }

  /** Writes the function of a recursive shape that others call; the name of the one that works. */
  private CIdentifier ask(String mode, CIdentifier name, CComment comment) {
    prototypes.add(render("shape_" + mode + "_prototype", "name", name));
    CNumber number = new CNumber(recursive.size());
    functions.add(render("recursive_" + mode, "name", name, "comment", comment, "number", number));
    return Unit.body(name);
  }

  private void list(int number, Shape shape) {
    recursive.add(
        render(
            "recursive",
            "test",
            modes.test.get(number) ? Unit.body(unit.test(shape.id())) : NONE,
            "report",
            modes.report.get(number) ? Unit.body(unit.report(shape.id())) : NONE,
            "component",
            new CNumber(unit.recursion.component(shape.id()))));
  }

  /** The recursive shapes. */
  Rendered recursive() {
    return Rendered.concat(recursive);
  }

  int recursiveCount() {
    return recursive.size();
  }

  private void write(
      String mode,
      CIdentifier name,
      CComment comment,
      Paths.Frame frame,
      Rendered skip,
      List<Piece> parts,
      Function<Piece, Rendered> statement) {
    prototypes.add(render("shape_" + mode + "_prototype", "name", name));
    if (parts.isEmpty()) {
      functions.add(render("shape_" + mode + "_empty", "name", name, "comment", comment));
      return;
    }
    Rendered values = at(Place.VALUE, parts, statement);
    boolean released = mode.equals("test") && !frame.close().c().isEmpty();
    functions.add(
        render(
            "shape_" + mode + "_function" + (released ? "_release" : ""),
            "name",
            name,
            "comment",
            comment,
            "open",
            needsValues(frame, parts) ? frame.open() : render("values_none"),
            "counts",
            at(Place.COUNT, parts, statement),
            "loop",
            loop(mode, frame, skip, values),
            "sets",
            at(Place.SET, parts, statement),
            "close",
            frame.close()));
  }

  private static boolean needsValues(Paths.Frame frame, List<Piece> parts) {
    return !frame.isFocus() || parts.stream().anyMatch(part -> part.place() != Place.VALUE);
  }

  private Rendered loop(String mode, Paths.Frame frame, Rendered skip, Rendered checks) {
    if (checks.c().isEmpty()) return Rendered.NOTHING;
    return frame.isFocus()
        ? render("only_focus", "checks", checks)
        : render(mode + "_loop", "skip", skip, "checks", checks);
  }

  /** What passes over the objects that were checked as they were read. */
  private Rendered skip(PlannedShape planned) {
    Path path = planned.path() < 0 ? null : unit.plan.paths().get(planned.path());
    return path instanceof Path.Predicate step && passing.isPassing(step.iri())
        ? render("skip_passed")
        : Rendered.NOTHING;
  }

  /**
   * Declares the functions that check objects as they are read and the table of them, NULL when
   * there are none; to be called last, since it has as many entries as there are constants.
   */
  CIdentifier passing() {
    Map<Iri, List<Check>> predicates = passing.predicates();
    if (predicates.isEmpty()) return NONE;
    CIdentifier[] table = new CIdentifier[unit.terms.terms().size() + 1];
    Arrays.fill(table, NONE);
    predicates.forEach(
        (predicate, checks) -> table[unit.terms.id(predicate)] = passes(predicate, checks));
    CIdentifier name = new CIdentifier("passing");
    unit.declare("passing", "name", name, "tests", Rendered.join(List.of(table), ",\n    "));
    return name;
  }

  private CIdentifier passes(Iri predicate, List<Check> checks) {
    CIdentifier name = new CIdentifier("passes_" + unit.terms.id(predicate));
    Map<String, Rendered> distinct = new LinkedHashMap<>();
    for (Check check : checks) {
      Rendered condition = conditions.of(check.constraint(), check.number());
      distinct.put(condition.c(), condition);
    }
    unit.declare(
        "passes",
        "comment",
        new CComment(predicate.toString()),
        "name",
        name,
        "conditions",
        distinct.isEmpty()
            ? render("always")
            : Rendered.join(List.copyOf(distinct.values()), "\n         && "));
    return name;
  }

  private static Rendered at(Place place, List<Piece> parts, Function<Piece, Rendered> statement) {
    return Rendered.concat(
        parts.stream().filter(part -> part.place() == place).map(statement).toList());
  }

  private Rendered render(String template, Object... references) {
    return unit.templates.render(template, references);
  }

  /** The shape as its author knows it. */
  private static String words(Shape shape) {
    String kind = shape.path().isPresent() ? "property shape " : "node shape ";
    String path = shape.path().map(p -> ", path " + p).orElse("");
    return kind + shape.id() + path + place(shape.at());
  }

  /** Without the folder, which is the machine's business. */
  private static String place(Origin at) {
    if (!at.isKnown()) return "";
    int slash = Math.max(at.document().lastIndexOf('/'), at.document().lastIndexOf('\\'));
    return ", " + at.document().substring(slash + 1) + ":" + at.line() + ":" + at.column();
  }
}
