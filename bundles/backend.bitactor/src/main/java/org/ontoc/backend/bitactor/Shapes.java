// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.Opcode;

/**
 * When a record, or a value of its field, violates a shape: logical constraints become logic, and
 * property shapes are about the field of their path.
 */
final class Shapes {
  /** A chain of references in a plan is never longer. */
  private static final int DEEPEST = 64;

  private final Plan plan;
  private final Map<Term, Integer> numbers;
  private final List<FieldSpec> fields;
  private final Conditions conditions;
  private int depth;

  Shapes(Plan plan, List<FieldSpec> fields) {
    this.plan = plan;
    numbers = plan.shapeNumbers();
    this.fields = List.copyOf(fields);
    conditions = new Conditions(plan, fields);
  }

  PlannedShape shape(Term id) {
    Integer number = numbers.get(id);
    if (number == null) throw new IllegalStateException("the plan has no shape " + id);
    return plan.shapes().get(number);
  }

  /** The number of a property shape's field. */
  int field(PlannedShape shape) throws Misfit {
    Path path = plan.paths().get(shape.path());
    for (int i = 0; i < fields.size(); i++)
      if (path.equals(new Path.Predicate(fields.get(i).predicate()))) return i;
    throw Misfit.of(
        shape.shape().at(),
        "the record has no field for the path " + path,
        "add a property shape with this path, sh:datatype and sh:maxCount 1 to the record's shape");
  }

  /**
   * When a constraint of a record or of a field is violated; empty when it never is.
   *
   * @param field {@link Image.Check#NO_FIELD} for the record itself
   */
  Optional<Value> violated(int field, Constraint constraint) throws Misfit {
    boolean record = field == Image.Check.NO_FIELD;
    return switch (constraint) {
      case Constraint.Not c ->
          gated(field, Value.not(shapeViolated(field, c.shape()).orElse(new Value.Word(0))));
      case Constraint.And c -> any(violations(field, c.shapes()));
      case Constraint.Node c -> shapeViolated(field, c.shape());
      case Constraint.Or c -> all(violations(field, c.shapes()));
      case Constraint.Xone c -> gated(field, notOne(violations(field, c.shapes())));
      case Constraint.Property c when record -> {
        PlannedShape property = shape(c.shape());
        yield property.shape().deactivated() ? Optional.empty() : shapeViolated(field, c.shape());
      }
      case Constraint.Closed _ when record -> Optional.empty(); // there are no other fields
      default -> {
        if (record) throw Conditions.unsupported(constraint);
        yield conditions.violated(field, constraint);
      }
    };
  }

  /** Nothing is wrong with a value that is not there. */
  private static Optional<Value> gated(int field, Value violated) {
    if (field == Image.Check.NO_FIELD) return Optional.of(violated);
    Value present = Value.Op.of(Opcode.AND, Value.not(Value.absent(field)), violated);
    return Optional.of(present);
  }

  private Optional<Value> shapeViolated(int field, Term id) throws Misfit {
    PlannedShape shape = shape(id);
    if (shape.shape().deactivated()) return Optional.empty();
    boolean property = shape.path() >= 0;
    if (property && field != Image.Check.NO_FIELD || ++depth > DEEPEST)
      throw Misfit.of(
          shape.shape().at(),
          "a value of a field has no properties of its own",
          "leave it to a target that validates graphs");
    int about = property ? field(shape) : field;
    List<Optional<Value>> parts = new ArrayList<>();
    for (Check check : shape.checks()) parts.add(violated(about, check.constraint()));
    depth--;
    return any(parts);
  }

  private List<Optional<Value>> violations(int field, List<Term> shapes) throws Misfit {
    List<Optional<Value>> all = new ArrayList<>();
    for (Term shape : shapes) all.add(shapeViolated(field, shape));
    return all;
  }

  private static Optional<Value> any(List<Optional<Value>> parts) {
    return parts.stream()
        .flatMap(Optional::stream)
        .reduce((one, two) -> Value.Op.of(Opcode.OR, one, two));
  }

  private static Optional<Value> all(List<Optional<Value>> parts) {
    if (parts.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    return parts.stream()
        .flatMap(Optional::stream)
        .reduce((one, two) -> Value.Op.of(Opcode.AND, one, two));
  }

  /** Whether not exactly one part is free of violations: all but one of the parts are 1. */
  private static Value notOne(List<Optional<Value>> parts) {
    Value sum =
        parts.stream()
            .map(part -> part.orElse(new Value.Word(0)))
            .reduce((one, two) -> Value.Op.of(Opcode.ADD, one, two))
            .orElse(new Value.Word(0));
    return Value.Op.of(Opcode.CMPNE, sum, new Value.Word(parts.size() - 1L));
  }
}
