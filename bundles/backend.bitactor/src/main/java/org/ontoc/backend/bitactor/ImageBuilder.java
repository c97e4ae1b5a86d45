// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.PerfectHash;

/** Puts an image together: the record's numbers are those of the kinds. */
final class ImageBuilder {
  private final Plan plan;
  private final Budget budget;
  private final Context context;
  private final Pool pool;
  private final List<Image.Kind> kinds = new ArrayList<>();
  private final List<Image.Layout> records = new ArrayList<>();
  private final List<Image.Field> fields = new ArrayList<>();
  private final List<Image.Check> checks = new ArrayList<>();
  private final List<Image.Handler> handlers = new ArrayList<>();
  private final List<Long> code = new ArrayList<>();

  ImageBuilder(Plan plan, Budget budget, Context context) {
    this.plan = plan;
    this.budget = budget;
    this.context = context;
    pool = new Pool(plan);
  }

  /** The image of some records; empty when something was reported. */
  Optional<Image> build(List<RecordSpec> specs) {
    boolean failed = false;
    for (RecordSpec spec : specs) failed |= !add(spec);
    if (failed) return Optional.empty();
    int[] hash = PerfectHash.of(kinds.stream().mapToLong(Image.Kind::key).toArray());
    long[] instructions = code.stream().mapToLong(Long::longValue).toArray();
    return Optional.of(
        new Image(
            kinds,
            hash,
            records,
            fields,
            checks,
            handlers,
            instructions,
            pool.constants(),
            pool.automata(),
            pool.text()));
  }

  private boolean add(RecordSpec spec) {
    Optional<List<HandlerEmitter>> made = handlers(spec);
    if (made.isEmpty()) return false;
    int record = records.size();
    int name = pool.string(spec.name());
    records.add(
        new Image.Layout(
            name,
            spec.size(),
            fields.size(),
            spec.fields().size(),
            checks.size(),
            spec.bits(),
            spec.decided()));
    for (FieldSpec field : spec.fields())
      fields.add(
          new Image.Field(pool.string(field.name()), field.offset(), field.width(), field.type()));
    for (int i = 0; i < spec.requiredFields(); i++)
      addCheck(spec.fields().get(i).required().orElseThrow(), i);
    for (Rule rule : spec.rules()) addCheck(rule.check(), rule.field());
    Image.Necessity necessity =
        spec.bits() > 0
            ? Image.Necessity.DYNAMIC
            : spec.decided() > 0 ? Image.Necessity.STATIC : Image.Necessity.NO_OP;
    String kind = spec.kind().value();
    kinds.add(
        new Image.Kind(
            PerfectHash.key(kind),
            pool.string(kind),
            record,
            handlers.size(),
            made.get().size(),
            necessity));
    for (HandlerEmitter handler : made.get()) {
      handlers.add(new Image.Handler(code.size(), handler.code().size(), handler.ticks(), record));
      code.addAll(handler.code());
    }
    return true;
  }

  private Optional<List<HandlerEmitter>> handlers(RecordSpec spec) {
    try {
      return budget.handlers(spec, plan, pool, context);
    } catch (HandlerEmitter.TooManyRegisters _) {
      new Misfit(
              "E0533",
              spec.shape().shape().at(),
              "a check of this shape needs more than 16 values at once",
              "divide the constraint")
          .report(context);
      return Optional.empty();
    }
  }

  private void addCheck(Check check, int field) {
    int component = pool.string(check.constraint().component());
    checks.add(new Image.Check(check.number(), component, field));
  }
}
