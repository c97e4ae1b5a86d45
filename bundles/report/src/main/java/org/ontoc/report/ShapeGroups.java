// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Shape;

/**
 * Results shape by shape in bounded memory: the results are iterated once to count them, then once
 * for each batch of shapes whose results fit into memory. A shape with more results than that is a
 * batch of its own, whose results are handed on without being held.
 */
final class ShapeGroups {
  private static final int MOST_HELD = 20_000;

  private final Iterable<ValidationResult> results;
  private final Map<Shape, Long> counts;
  private final int mostHeld;

  private ShapeGroups(Iterable<ValidationResult> results, Map<Shape, Long> counts, int mostHeld) {
    this.results = results;
    this.counts = counts;
    this.mostHeld = mostHeld;
  }

  static ShapeGroups of(Iterable<ValidationResult> results) {
    return of(results, MOST_HELD);
  }

  static ShapeGroups of(Iterable<ValidationResult> results, int mostHeld) {
    Map<Shape, Long> counts = new LinkedHashMap<>();
    for (ValidationResult result : results) counts.merge(result.shape(), 1L, Long::sum);
    return new ShapeGroups(results, counts, mostHeld);
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Receives the results of one shape. */
  interface Visitor {
    void visit(Shape shape, long count, Iterable<ValidationResult> results) throws IOException;
  }

  /** Shapes in the order of their first result, their results in the order of the report. */
  void forEach(Visitor visitor) throws IOException {
    List<Shape> batch = new ArrayList<>();
    long held = 0;
    for (Map.Entry<Shape, Long> entry : counts.entrySet()) {
      if (!batch.isEmpty() && held + entry.getValue() > mostHeld) {
        visitBatch(batch, visitor);
        batch.clear();
        held = 0;
      }
      batch.add(entry.getKey());
      held += entry.getValue();
    }
    visitBatch(batch, visitor);
  }

  private void visitBatch(List<Shape> batch, Visitor visitor) throws IOException {
    if (batch.size() == 1) {
      Shape shape = batch.getFirst();
      visitor.visit(shape, count(shape), () -> only(shape));
      return;
    }
    Map<Shape, List<ValidationResult>> groups = new HashMap<>();
    for (Shape shape : batch) groups.put(shape, new ArrayList<>());
    for (ValidationResult result : results) {
      List<ValidationResult> group = groups.get(result.shape());
      if (group != null) group.add(result);
    }
    for (Shape shape : batch)
      visitor.visit(shape, count(shape), groups.getOrDefault(shape, List.of()));
  }

  private long count(Shape shape) {
    return counts.getOrDefault(shape, 0L);
  }

  private Iterator<ValidationResult> only(Shape shape) {
    return StreamSupport.stream(results.spliterator(), false)
        .filter(result -> result.shape().equals(shape))
        .iterator();
  }
}
