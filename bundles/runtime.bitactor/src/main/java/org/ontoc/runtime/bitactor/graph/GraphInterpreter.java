// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.List;
import org.ontoc.runtime.graph.Evaluation;
import org.ontoc.runtime.graph.Part;
import org.ontoc.runtime.graph.Values;

/** Executes the handlers of a verified image. */
final class GraphInterpreter extends Part {
  private static final int[] NO_ROWS = {Evaluation.NO_ROW};

  /**
   * An instruction, ready to be executed.
   *
   * @param number the count or length of those that have one
   * @param explaining the list of shapes that explain its results, or -1
   */
  record Step(GraphOpcode opcode, int check, int a, long number, int explaining) {}

  /** The value nodes of a focus node: those at the indices from to end - 1. */
  private record Nodes(int focus, int[] nodes, int[] rows, int from, int end) {}

  private final GraphImage.Handler[] handlers;
  private final Step[] steps;
  private final GraphImage.Qualified[] qualified;
  private final List<int[]> sets;

  GraphInterpreter(GraphImage image, Step[] steps) {
    handlers = image.handlers().toArray(GraphImage.Handler[]::new);
    this.steps = steps;
    qualified = image.qualified().toArray(GraphImage.Qualified[]::new);
    sets = image.sets();
  }

  @Override
  public String[] tables() {
    return new String[0];
  }

  @Override
  public int parts() {
    return 0;
  }

  private static Nodes nodes(Evaluation on, GraphImage.Handler handler, int focus) {
    return switch (handler.source()) {
      case FOCUS -> new Nodes(focus, new int[] {focus}, NO_ROWS, 0, 1);
      case OBJECTS -> {
        long range = on.objects(focus, handler.what());
        yield new Nodes(focus, on.objectNodes, on.objectRows, (int) (range >>> 32), (int) range);
      }
      case SUBJECTS -> {
        long range = on.subjects(focus, handler.what());
        yield new Nodes(focus, on.subjectNodes, on.subjectRows, (int) (range >>> 32), (int) range);
      }
      case PATH -> {
        Values values = on.path(handler.what(), focus);
        yield new Nodes(focus, values.nodes(), values.rows(), 0, values.nodes().length);
      }
    };
  }

  @Override
  public boolean test(Evaluation on, int shape, int focus) {
    GraphImage.Handler handler = handlers[shape];
    if (handler.size() == 0) return true;
    Nodes values = nodes(on, handler, focus);
    int step = handler.first();
    for (int end = step + handler.counts(); step < end; step++)
      if (!isCounted(on, steps[step], values)) return false;
    int each = step + handler.values();
    for (int i = values.from; i < values.end; i++) {
      for (int s = step; s < each; s++) if (!holds(on, steps[s], values.nodes[i])) return false;
    }
    for (int s = each; s < each + handler.sets(); s++)
      if (!isSatisfied(on, steps[s], values)) return false;
    return true;
  }

  @Override
  public void report(Evaluation on, int shape, int focus) {
    GraphImage.Handler handler = handlers[shape];
    if (handler.size() == 0) return;
    Nodes values = nodes(on, handler, focus);
    int step = handler.first();
    for (int end = step + handler.counts(); step < end; step++)
      if (!isCounted(on, steps[step], values)) result(on, steps[step], 0, focus);
    int each = step + handler.values();
    boolean one = handler.source() == GraphImage.Source.FOCUS;
    for (int i = values.from; i < values.end && (one || !on.isFull()); i++) {
      for (int s = step; s < each; s++)
        report(on, steps[s], focus, values.nodes[i], values.rows[i]);
    }
    for (int s = each; s < each + handler.sets(); s++) report(on, steps[s], values);
  }

  private static void result(Evaluation on, Step step, int variant, int focus) {
    on.report(step.check, variant, focus, 0, 0, Evaluation.NO_ROW);
  }

  private static boolean isCounted(Evaluation on, Step step, Nodes values) {
    int count = values.end - values.from;
    return switch (step.opcode) {
      case MINCOUNT -> count >= step.number;
      case MAXCOUNT -> count <= step.number;
      default -> on.hasValue(values.nodes, values.from, values.end, step.a);
    };
  }

  private static boolean holds(Evaluation on, Step step, int value) {
    return switch (step.opcode) {
      case CLASS -> on.isInstance(value, step.a);
      case DATATYPE -> on.hasDatatype(value, step.a);
      case LANGSTRING -> on.hasLanguage(value);
      case KIND -> on.isKind(value, step.a);
      case MINEXCLUSIVE -> on.isLess(step.a, value);
      case MININCLUSIVE -> on.isAtMost(step.a, value);
      case MAXEXCLUSIVE -> on.isLess(value, step.a);
      case MAXINCLUSIVE -> on.isAtMost(value, step.a);
      case MINLENGTH -> on.isLengthAtLeast(value, step.number);
      case MAXLENGTH -> on.isLengthAtMost(value, step.number);
      case PATTERNB, PATTERNC, PATTERNP -> on.matches(value, step.a);
      case LANGUAGEIN -> on.isLanguageIn(value, step.a);
      case NOT -> !on.test(step.a, value);
      case AND -> on.conformsToAll(value, step.a);
      case OR -> on.countConforming(value, step.a, 1) == 1;
      case XONE -> on.countConforming(value, step.a, 2) == 1;
      case NODE, PROPERTY -> on.test(step.a, value);
      case IN -> on.isIn(value, step.a);
      case CLOSED -> on.isClosed(value, step.a);
      case MINCOUNT, MAXCOUNT, HASVALUE, UNIQUELANG, EQUALS, DISJOINT, LESS, LESSEQUAL, QUALIFIED ->
          throw new IllegalStateException("not about one value node: " + step);
    };
  }

  private static void report(Evaluation on, Step step, int focus, int value, int row) {
    if (step.opcode == GraphOpcode.CLOSED) {
      on.reportClosed(step.check, focus, value, step.a);
    } else if (step.opcode == GraphOpcode.PROPERTY) {
      int outer = on.enter(row);
      on.report(step.a, value);
      on.leave(outer);
    } else if (!holds(on, step, value)) {
      on.report(step.check, 0, focus, value, 0, row);
      if (step.explaining < 0) return;
      if (step.opcode == GraphOpcode.XONE) on.explainNone(value, row, step.explaining);
      else on.explain(value, row, step.explaining);
    }
  }

  private boolean isSatisfied(Evaluation on, Step step, Nodes at) {
    int focus = at.focus;
    return switch (step.opcode) {
      case UNIQUELANG -> on.isUniqueLanguage(at.nodes, at.from, at.end);
      case EQUALS -> on.isEqual(at.nodes, at.from, at.end, focus, step.a);
      case DISJOINT -> on.isDisjoint(at.nodes, at.from, at.end, focus, step.a);
      case LESS -> on.isAllLess(at.nodes, at.from, at.end, focus, step.a, false);
      case LESSEQUAL -> on.isAllLess(at.nodes, at.from, at.end, focus, step.a, true);
      default -> {
        GraphImage.Qualified bounds = qualified[step.a];
        long count = conforming(on, bounds, at);
        yield count >= bounds.minimum() && Long.compareUnsigned(count, bounds.maximum()) <= 0;
      }
    };
  }

  private void report(Evaluation on, Step step, Nodes at) {
    int focus = at.focus;
    int check = step.check;
    switch (step.opcode) {
      case UNIQUELANG -> on.reportUniqueLanguage(at.nodes, at.rows, at.from, at.end, check, focus);
      case EQUALS -> on.reportEqual(at.nodes, at.rows, at.from, at.end, check, focus, step.a);
      case DISJOINT -> on.reportDisjoint(at.nodes, at.rows, at.from, at.end, check, focus, step.a);
      case LESS -> on.reportLess(at.nodes, at.rows, at.from, at.end, check, focus, step.a, false);
      case LESSEQUAL ->
          on.reportLess(at.nodes, at.rows, at.from, at.end, check, focus, step.a, true);
      default -> reportQualified(on, step, at);
    }
  }

  private void reportQualified(Evaluation on, Step step, Nodes at) {
    GraphImage.Qualified bounds = qualified[step.a];
    long count = conforming(on, bounds, at);
    if (count < bounds.minimum()) {
      result(on, step, 0, at.focus);
      if (step.explaining >= 0) on.explainEach(at.nodes, at.rows, at.from, at.end, step.explaining);
    }
    if (Long.compareUnsigned(count, bounds.maximum()) > 0) result(on, step, 1, at.focus);
  }

  private long conforming(Evaluation on, GraphImage.Qualified counted, Nodes at) {
    long count = 0;
    for (int i = at.from; i < at.end; i++) {
      int value = at.nodes[i];
      if (on.test(counted.handler(), value) && !isSibling(on, counted, value)) count++;
    }
    return count;
  }

  private boolean isSibling(Evaluation on, GraphImage.Qualified counted, int value) {
    if (counted.siblings() == GraphImage.NO_SET) return false;
    for (int sibling : sets.get(counted.siblings())) if (on.test(sibling, value)) return true;
    return false;
  }
}
