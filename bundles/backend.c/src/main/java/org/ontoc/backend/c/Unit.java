// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.backend.c.CText.CCharacters;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.CStringLiteral;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.TermNumbers;

/** What the parts of one C file share while it is generated: names, constants, declared tables. */
final class Unit {
  private static final int PER_LINE = 16;

  final Plan plan;
  final Templates templates;
  final TermNumbers terms = new TermNumbers();
  private final Map<Term, Integer> shapes;
  private final List<Rendered> tables = new ArrayList<>();
  private final List<Rendered> shared = new ArrayList<>();
  private final Map<String, CText> texts = new LinkedHashMap<>();

  /** Shapes that refer to themselves, in the order in which the program lists them. */
  final RecursiveShapes recursion;

  /** Whether results are explained. */
  final boolean detail;

  Unit(Plan plan, Templates templates, boolean detail) {
    this.plan = plan;
    this.detail = detail;
    this.recursion = plan.recursion();
    this.templates = templates;
    this.shapes = plan.shapeNumbers();
    plan.reads().constants().forEach(terms::id);
  }

  Map<Term, Integer> shapeNumbers() {
    return shapes;
  }

  /** The function that tests a shape. */
  CIdentifier test(Term shape) {
    return new CIdentifier("shape_" + shapes.get(shape) + "_test");
  }

  /** The function that reports a shape's results. */
  CIdentifier report(Term shape) {
    return new CIdentifier("shape_" + shapes.get(shape) + "_report");
  }

  /** Whether a shape refers to itself: its pairs with nodes are evaluated as a fixpoint. */
  boolean isRecursive(int shape) {
    return recursion.contains(plan.shapes().get(shape).shape().id());
  }

  /** What evaluates a recursive shape: the functions that others call only ask for its pairs. */
  static CIdentifier body(CIdentifier function) {
    return new CIdentifier(function.name() + "_body");
  }

  /** The id of a term. */
  CNumber number(Term term) {
    return new CNumber(terms.id(term));
  }

  /** A string of the user: a literal, or the name of an array when C would not take it so long. */
  CText text(String text) {
    if (CStringLiteral.bytes(text).length <= CStringLiteral.LONGEST)
      return new CStringLiteral(text);
    CText known = texts.get(text);
    if (known != null) return known;
    CIdentifier name = new CIdentifier("text_" + texts.size());
    texts.put(text, name);
    declare("text", "name", name, "characters", new CCharacters(text));
    return name;
  }

  static CNumber length(String text) {
    return new CNumber(CStringLiteral.bytes(text).length);
  }

  /** Declares an array of numbers, which must not be empty, for other tables. */
  CIdentifier numbers(String type, String name, int[] numbers) {
    return numbers("static", type, name, numbers);
  }

  /** Declares an array of ids, which must not be empty, for functions. */
  CIdentifier ids(String name, int[] ids) {
    CIdentifier identifier = numbers("ORT_LOCAL", "uint32_t", name, ids);
    share("shared_array", "uint32_t", identifier);
    return identifier;
  }

  private CIdentifier numbers(String linkage, String type, String name, int[] numbers) {
    CIdentifier identifier = new CIdentifier(name);
    declare(
        "numbers",
        "linkage",
        new CIdentifier(linkage),
        "type",
        new CIdentifier(type),
        "name",
        identifier,
        "numbers",
        list(numbers));
    return identifier;
  }

  private static Rendered list(int[] numbers) {
    List<Rendered> lines = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += PER_LINE) {
      int[] line = Arrays.copyOfRange(numbers, i, Math.min(i + PER_LINE, numbers.length));
      List<CNumber> parts = Arrays.stream(line).mapToObj(CNumber::new).toList();
      lines.add(Rendered.join(parts, ", "));
    }
    return Rendered.join(lines, ",\n    ");
  }

  /** Puts what a template makes before all functions. */
  void declare(String template, Object... references) {
    tables.add(templates.render(template, references));
  }

  /** Lets functions in other parts of the program name a table: an array, or one struct. */
  void share(String template, String type, CIdentifier name) {
    shared.add(templates.render(template, "type", new CIdentifier(type), "name", name));
  }

  Rendered declarations() {
    return Rendered.concat(tables);
  }

  /** What the parts of a program say of each other's tables. */
  Rendered shared() {
    return shared.isEmpty()
        ? Rendered.NOTHING
        : templates.render("shared_all", "tables", Rendered.concat(shared));
  }
}
