// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;

/**
 * The most ticks that a handler may cost, and what happens to a record whose checks cost more: it
 * is refused, or its checks are shared out to several handlers. Nothing is left out.
 */
record Budget(int ticks, boolean split) {
  private static final int DEFAULT = 8;
  private static final int MOST = 4096;

  /** Reads the options {@code budget} and {@code over-budget}; empty when one was reported. */
  static Optional<Budget> of(Context context) {
    String ticks = context.option("budget", Integer.toString(DEFAULT));
    String over = context.option("over-budget", "refuse");
    boolean sane = ticks.matches("[1-9][0-9]{0,3}") && Integer.parseInt(ticks) <= MOST;
    if (sane && (over.equals("split") || over.equals("refuse")))
      return Optional.of(new Budget(Integer.parseInt(ticks), over.equals("split")));
    context.error(
        "E0535",
        Origin.NOWHERE,
        "the budget '" + ticks + "' or what happens above it, '" + over + "', is unknown",
        "say budget=TICKS with 1 to 4096, and over-budget=refuse or over-budget=split");
    return Optional.empty();
  }

  /**
   * The handlers of a record.
   *
   * @return empty when it was reported that they cost too much
   */
  Optional<List<HandlerEmitter>> handlers(
      RecordSpec record, Plan plan, Pool pool, Context context) {
    List<Map<Integer, Value>> parts = new ArrayList<>();
    parts.add(new LinkedHashMap<>());
    long required = (1L << record.requiredFields()) - 1;
    if (record.requiredFields() == 64) required = ~0L;
    for (int i = 0; i < record.rules().size(); i++) {
      context.checkCancelled();
      Rule rule = record.rules().get(i);
      int bit = record.firstBit() + i;
      if (cost(0, Map.of(bit, rule.violated()), plan) > ticks && split) {
        report(record, plan, context, "a check alone");
        return Optional.empty();
      }
      Map<Integer, Value> last = parts.getLast();
      Map<Integer, Value> longer = new LinkedHashMap<>(last);
      longer.put(bit, rule.violated());
      boolean fits = !split || cost(parts.size() == 1 ? required : 0, longer, plan) <= ticks;
      if (fits) parts.set(parts.size() - 1, longer);
      else parts.add(new LinkedHashMap<>(Map.of(bit, rule.violated())));
    }
    if (cost(required, parts.getFirst(), plan) > ticks) {
      report(record, plan, context, "checking the record");
      return Optional.empty();
    }
    List<HandlerEmitter> handlers = new ArrayList<>();
    for (Map<Integer, Value> part : parts) {
      HandlerEmitter handler = new HandlerEmitter(pool);
      handler.emit(handlers.isEmpty() ? required : 0, part);
      handlers.add(handler);
    }
    if (handlers.size() > 1) note(record, handlers, context);
    return Optional.of(handlers);
  }

  private static int cost(long required, Map<Integer, Value> rules, Plan plan) {
    HandlerEmitter trial = new HandlerEmitter(new Pool(plan));
    trial.emit(required, rules);
    return trial.ticks();
  }

  private void report(RecordSpec record, Plan plan, Context context, String what) {
    List<Diagnostic.Note> notes = new ArrayList<>();
    Map<Integer, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < record.rules().size(); i++) {
      Rule rule = record.rules().get(i);
      all.put(i, rule.violated());
      HandlerEmitter alone = new HandlerEmitter(new Pool(plan));
      alone.emit(0, Map.of(0, rule.violated()));
      List<String> made = alone.listing().subList(0, alone.listing().size() - 1);
      String sentence =
          rule.check().constraint().component() + " costs " + shown(alone.ticks() - 1);
      notes.add(
          new Diagnostic.Note(
              rule.check().constraint().at(), sentence + ": " + String.join(", ", made)));
    }
    int cost = cost(record.requiredFields() > 0 ? 1 : 0, all, plan);
    context.report(
        Severity.ERROR,
        "E0534",
        record.shape().shape().at(),
        String.format(
            Locale.ROOT,
            "%s costs more than the budget of %d ticks: all checks together cost %d",
            what,
            ticks,
            cost),
        split ? "raise the budget" : "raise the budget, or say over-budget=split",
        notes);
  }

  private static String shown(int ticks) {
    return ticks == 1 ? "1 tick" : ticks + " ticks";
  }

  private void note(RecordSpec record, List<HandlerEmitter> handlers, Context context) {
    List<String> costs =
        handlers.stream().map(handler -> Integer.toString(handler.ticks())).toList();
    context.report(
        Severity.NOTE,
        "W0531",
        record.shape().shape().at(),
        String.format(
            Locale.ROOT,
            "the checks of %s are shared out to %d handlers of %s ticks",
            record.name(),
            handlers.size(),
            String.join(", ", costs)),
        "",
        List.of());
  }
}
