// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CNumber;
import org.ontoc.backend.c.CText.CStringLiteral;
import org.ontoc.backend.c.CText.Rendered;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.TermNumbers;

/** The tables of a program: what it reads, its targets, its constants. */
final class Tables {
  private final Unit unit;
  private final Plan plan;
  private boolean lists;

  Tables(Unit unit) {
    this.unit = unit;
    this.plan = unit.plan;
  }

  /**
   * Declares everything; to be called when all functions are made, since they add constants, but
   * those that check objects as they are read.
   */
  Rendered program(Rendered recursive, int recursiveCount, Supplier<CIdentifier> passes) {
    unit.terms.read(plan.reads());
    Rendered entries = entries();
    Rendered hierarchy = hierarchy();
    int subClassOf = unit.terms.subClassOf();
    int[] classes = unit.terms.classes();
    int type = unit.terms.type();
    int[] table = new Predicates(unit.terms).table();
    CIdentifier passing = passes.get();
    boolean everything = plan.reads().everything();
    Reach reach = new Reach(unit);
    unit.numbers("uint8_t", "valued", reach.valued());
    unit.numbers("uint32_t", "predicates", table);
    unit.numbers("uint8_t", "roles", unit.terms.roles(everything ? TermNumbers.FORWARD : 0));
    unit.numbers("uint32_t", "classes", classes.length == 0 ? new int[1] : classes);
    return unit.templates.render(
        "program",
        "constants",
        constants(),
        "constantCount",
        new CNumber(unit.terms.terms().size()),
        "predicateMask",
        new CNumber(table.length - 1),
        "everything",
        new CNumber(everything ? 1 : 0),
        "lists",
        new CNumber(lists ? 1 : 0),
        "type",
        new CNumber(type),
        "subClassOf",
        new CNumber(subClassOf),
        "classCount",
        new CNumber(classes.length),
        "hierarchy",
        hierarchy,
        "hierarchyCount",
        new CNumber(plan.hierarchy().size()),
        "entries",
        entries,
        "entryCount",
        new CNumber(plan.entryPoints().size()),
        "checks",
        new CheckTable(unit).rows(),
        "recursive",
        recursive,
        "recursiveCount",
        new CNumber(recursiveCount),
        "types",
        reach.types(),
        "details",
        reach.details(),
        "graph",
        reach.graph(),
        "passing",
        passing);
  }

  private Rendered render(String template, Object... references) {
    return unit.templates.render(template, references);
  }

  private Rendered entries() {
    List<Rendered> rows = new ArrayList<>();
    for (int shape : plan.entryPoints()) {
      PlannedShape planned = plan.shapes().get(shape);
      List<Rendered> targets = planned.shape().targets().stream().map(this::target).toList();
      CIdentifier name = new CIdentifier("targets_" + shape);
      unit.declare("targets", "name", name, "targets", Rendered.concat(targets));
      rows.add(
          render(
              "entry",
              "report",
              unit.report(planned.shape().id()),
              "targets",
              name,
              "count",
              new CNumber(targets.size())));
    }
    return Rendered.concat(rows);
  }

  private Rendered target(Target target) {
    return switch (target) {
      case Target.Node node -> target("ORT_TARGET_NODE", unit.number(node.node()));
      case Target.Class type ->
          target("ORT_TARGET_CLASS", new CNumber(unit.terms.instancesOf(type.type())));
      case Target.SubjectsOf of -> list("ORT_TARGET_SUBJECTS", of.predicate());
      case Target.ObjectsOf of -> list("ORT_TARGET_OBJECTS", of.predicate());
      case Target.Sparql _ -> throw new IllegalArgumentException("refused before: " + target);
    };
  }

  private Rendered list(String kind, Iri predicate) {
    lists = true;
    return target(kind, new CNumber(unit.terms.read(predicate)));
  }

  private Rendered target(String kind, CNumber what) {
    return render("target", "kind", new CIdentifier(kind), "what", what);
  }

  private Rendered hierarchy() {
    List<Rendered> edges = new ArrayList<>();
    for (SubClassOf edge : plan.hierarchy()) {
      CNumber sub = unit.number(edge.sub());
      edges.add(render("edge", "from", sub, "to", unit.number(edge.sup())));
    }
    return Rendered.concat(edges);
  }

  private Rendered constants() {
    return Rendered.concat(unit.terms.terms().stream().map(this::constant).toList());
  }

  private Rendered constant(Term term) {
    return switch (term) {
      case Iri iri -> constant(iri.value(), "", "ORT_IRI");
      case BlankNode node -> constant(node.label(), "", "ORT_BLANK");
      case Literal literal when literal.language().isEmpty() ->
          constant(literal.lexical(), literal.datatype().value(), "ORT_LITERAL");
      case Literal literal -> constant(literal.lexical(), literal.language(), "ORT_LANG_LITERAL");
    };
  }

  private Rendered constant(String text, String qualifier, String kind) {
    return render(
        "constant",
        "text",
        unit.text(text),
        "length",
        Unit.length(text),
        "qualifier",
        qualifier.isEmpty() ? new CStringLiteral("") : unit.text(qualifier),
        "qualifierLength",
        Unit.length(qualifier),
        "kind",
        new CIdentifier(kind));
  }
}
