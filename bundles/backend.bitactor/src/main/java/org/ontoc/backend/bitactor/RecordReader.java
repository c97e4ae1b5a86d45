// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.bitactor.Image;

/** Makes a record of a node shape; reports everything that does not fit. */
final class RecordReader {
  private final Plan plan;
  private final PlannedShape shape;
  private final Context context;
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private int size = Image.PRESENCE_BYTES;
  private int decided;
  private boolean failed;

  RecordReader(Plan plan, PlannedShape shape, Context context) {
    this.plan = plan;
    this.shape = shape;
    this.context = context;
  }

  /** The record; empty when something was reported. */
  Optional<RecordSpec> read() {
    readFields();
    if (failed) return Optional.empty();
    readRules();
    int bits = rules.size() + (int) fields.stream().filter(it -> it.required().isPresent()).count();
    if (fields.size() > Image.MOST_BITS || bits > Image.MOST_BITS || size > Image.MOST_RECORD_BYTES)
      report(
          Misfit.of(
              shape.shape().at(),
              "a record has at most 64 fields, 64 checks and 1024 bytes",
              "divide the shape"));
    if (failed || !(shape.shape().id() instanceof Iri kind)) return Optional.empty();
    return Optional.of(
        new RecordSpec(Names.identifier(kind), kind, shape, size, fields, rules, decided));
  }

  private void readFields() {
    Shapes shapes = new Shapes(plan, List.of());
    Map<Iri, List<PlannedShape>> byPredicate = new LinkedHashMap<>();
    for (Check check : shape.checks())
      if (check.constraint() instanceof Constraint.Property property) {
        PlannedShape child = shapes.shape(property.shape());
        if (child.shape().deactivated()) continue;
        if (plan.paths().get(child.path()) instanceof Path.Predicate path)
          byPredicate.computeIfAbsent(path.iri(), _ -> new ArrayList<>()).add(child);
        else
          report(
              Misfit.of(
                  child.shape().at(),
                  "a field has one predicate for its path",
                  "leave other paths to a target that validates graphs"));
      }
    byPredicate.forEach(this::addField);
    Set<String> names = new HashSet<>();
    for (FieldSpec field : fields)
      if (!names.add(field.name()))
        report(
            Misfit.of(
                shape.shape().at(),
                "two predicates would both be the field " + field.name(),
                "rename one of them"));
    layOut();
  }

  private void addField(Iri predicate, List<PlannedShape> shapes) {
    try {
      fields.add(new FieldReader(plan, predicate, shapes).read());
    } catch (Misfit misfit) {
      report(misfit);
    }
  }

  /** Required fields come first; in the record, wide ones come first, so that nothing is padded. */
  private void layOut() {
    fields.sort(Comparator.comparing(field -> field.required().isEmpty()));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) order.add(i);
    order.sort(Comparator.comparing(number -> -fields.get(number).type().alignment()));
    for (int number : order) {
      FieldSpec field = fields.get(number);
      fields.set(number, field.at(size));
      size += field.width();
    }
    size = (size + 7) & ~7;
  }

  private void readRules() {
    Shapes shapes = new Shapes(plan, fields);
    for (Check check : shape.checks())
      try {
        if (check.constraint() instanceof Constraint.Property property) {
          PlannedShape child = shapes.shape(property.shape());
          if (child.shape().deactivated()) continue;
          int field = shapes.field(child);
          for (Check inner : child.checks()) addRule(shapes, inner, field);
        } else addRule(shapes, check, Image.Check.NO_FIELD);
      } catch (Misfit misfit) {
        report(misfit);
      }
  }

  private void addRule(Shapes shapes, Check check, int field) {
    boolean counted =
        field != Image.Check.NO_FIELD && fields.get(field).required().equals(Optional.of(check));
    if (counted) return; // VCOUNT does all of these at once
    try {
      Optional<Value> violated = shapes.violated(field, check.constraint());
      if (violated.isEmpty()) decided++;
      else rules.add(new Rule(check, field, violated.get()));
    } catch (Misfit misfit) {
      report(misfit);
    }
  }

  private void report(Misfit misfit) {
    failed = true;
    misfit.report(context);
  }
}
