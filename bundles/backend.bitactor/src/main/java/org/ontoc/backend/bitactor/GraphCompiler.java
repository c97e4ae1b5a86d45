// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.CheckText;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphImage.Handler;
import org.ontoc.runtime.bitactor.graph.GraphImage.TargetKind;
import org.ontoc.runtime.bitactor.graph.GraphOpcode;
import org.ontoc.runtime.bitactor.graph.References;
import org.ontoc.runtime.bitactor.graph.Ticks;

/** Makes a plan a graph image: tables, and a handler for each shape. */
final class GraphCompiler {
  private final Plan plan;
  private final GraphTables tables;
  private final GraphCode code;
  private final RecursiveShapes recursion;
  private final List<Handler> handlers = new ArrayList<>();
  private final List<GraphImage.Instruction> instructions = new ArrayList<>();
  private final List<GraphImage.Entry> entries = new ArrayList<>();
  private final List<GraphImage.Target> targets = new ArrayList<>();
  private final List<GraphImage.Check> checks = new ArrayList<>();

  GraphCompiler(Plan plan, boolean explained) {
    this.plan = plan;
    tables = new GraphTables(plan);
    code = new GraphCode(tables, plan.shapeNumbers(), explained);
    recursion = plan.recursion();
  }

  /** The image of a plan without queries; chains of its handlers may be too long. */
  GraphImage compile(Context context) {
    int name = tables.string(plan.name());
    for (PlannedShape shape : plan.shapes()) {
      context.checkCancelled();
      handler(shape);
    }
    tables.terms.read(plan.reads());
    entries();
    int[] hierarchy =
        plan.hierarchy().stream()
            .flatMapToInt(it -> IntStream.of(tables.terms.id(it.sub()), tables.terms.id(it.sup())))
            .toArray();
    for (CheckText check : CheckText.of(plan)) checks.add(check(check));
    int type = tables.terms.type();
    int subClassOf = tables.terms.subClassOf();
    GraphImage image = image(name, type, subClassOf, hierarchy, handlers);
    return image(name, type, subClassOf, hierarchy, withCosts(image));
  }

  private GraphImage image(
      int name, int type, int subClassOf, int[] hierarchy, List<Handler> made) {
    return new GraphImage(
        name,
        plan.reads().everything(),
        type,
        subClassOf,
        constants(),
        tables.terms.classes(),
        hierarchy,
        entries,
        targets,
        made,
        instructions,
        checks,
        tables.qualified,
        tables.sets,
        tables.paths,
        tables.byteAutomata,
        tables.characterAutomata,
        tables.programs,
        tables.strings());
  }

  private List<GraphImage.Constant> constants() {
    int[] roles = tables.terms.roles(plan.reads().everything() ? GraphImage.FORWARD : 0);
    for (int id : tables.terms.predicates()) roles[id] |= GraphImage.READ;
    List<GraphImage.Constant> constants = new ArrayList<>();
    for (Term term : tables.terms.terms())
      constants.add(constant(term, roles[constants.size() + 1]));
    return constants;
  }

  private GraphImage.Constant constant(Term term, int role) {
    return switch (term) {
      case Iri iri -> new GraphImage.Constant(1, role, tables.string(iri.value()), 0);
      case BlankNode node -> new GraphImage.Constant(2, role, tables.string(node.label()), 0);
      case Literal l when l.language().isEmpty() ->
          new GraphImage.Constant(
              3, role, tables.string(l.lexical()), tables.string(l.datatype().value()));
      case Literal l ->
          new GraphImage.Constant(4, role, tables.string(l.lexical()), tables.string(l.language()));
    };
  }

  private void handler(PlannedShape shape) {
    int first = instructions.size();
    boolean active = !shape.shape().deactivated() && !shape.checks().isEmpty();
    List<Check> sorted =
        active
            ? shape.checks().stream().sorted(Comparator.comparing(GraphCode::place)).toList()
            : List.of();
    int[] counts = new int[GraphOpcode.Place.values().length];
    for (Check check : sorted) {
      counts[GraphCode.place(check).ordinal()]++;
      instructions.add(code.of(check));
    }
    Term id = shape.shape().id();
    int component = recursion.contains(id) ? recursion.component(id) + 1 : 0;
    Values values = active && shape.path() >= 0 ? values(shape.path()) : Values.FOCUS;
    handlers.add(
        new Handler(
            values.source(),
            values.what(),
            first,
            counts[0],
            counts[1],
            counts[2],
            0,
            0,
            component,
            0));
  }

  /** Where value nodes come from. */
  private record Values(GraphImage.Source source, int what) {
    static final Values FOCUS = new Values(GraphImage.Source.FOCUS, 0);
  }

  private Values values(int path) {
    return switch (tables.planPath(path)) {
      case Path.Predicate p -> new Values(GraphImage.Source.OBJECTS, tables.terms.forward(p.iri()));
      case Path.Inverse(Path.Predicate p) ->
          new Values(GraphImage.Source.SUBJECTS, tables.terms.inverse(p.iri()));
      default -> new Values(GraphImage.Source.PATH, tables.path(path));
    };
  }

  /** The handlers with what an image says of their costs. */
  private List<Handler> withCosts(GraphImage image) {
    int[] depths = depths(image);
    List<Handler> all = new ArrayList<>();
    for (Handler h : handlers) {
      Ticks ticks = new Ticks();
      for (int i = 0; i < h.size(); i++) ticks.add(image, instructions.get(h.first() + i));
      all.add(
          new Handler(
              h.source(),
              h.what(),
              h.first(),
              h.counts(),
              h.values(),
              h.sets(),
              Math.toIntExact(ticks.focus()),
              Math.toIntExact(ticks.value()),
              h.component(),
              depths[all.size()]));
    }
    return all;
  }

  private static int[] depths(GraphImage image) {
    try {
      return References.depths(image);
    } catch (ImageException wrong) {
      throw new IllegalStateException("components are not what they are", wrong);
    }
  }

  private void entries() {
    for (int shape : plan.entryPoints()) {
      PlannedShape planned = plan.shapes().get(shape);
      int first = targets.size();
      for (Target target : planned.shape().targets()) {
        if (!(target instanceof Target.Sparql)) targets.add(target(target));
      }
      entries.add(new GraphImage.Entry(shape, first, targets.size() - first));
    }
  }

  private GraphImage.Target target(Target target) {
    return switch (target) {
      case Target.Node t -> new GraphImage.Target(TargetKind.NODE, tables.terms.id(t.node()));
      case Target.Class t ->
          new GraphImage.Target(TargetKind.CLASS, tables.terms.instancesOf(t.type()));
      case Target.SubjectsOf t ->
          new GraphImage.Target(TargetKind.SUBJECTS, tables.terms.read(t.predicate()));
      case Target.ObjectsOf t ->
          new GraphImage.Target(TargetKind.OBJECTS, tables.terms.read(t.predicate()));
      case Target.Sparql _ -> throw new IllegalArgumentException("a query: " + target);
    };
  }

  private GraphImage.Check check(CheckText text) {
    return new GraphImage.Check(
        tables.string(text.shape().id().toString()),
        tables.string(text.path()),
        tables.string(text.severity()),
        tables.string(text.component().value()),
        tables.string(text.maximumComponent().value()),
        tables.string(text.message()));
  }
}
