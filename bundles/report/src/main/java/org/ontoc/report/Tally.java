// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Shape;

/** Counts results by shape and by severity while they are written. */
final class Tally {
  static final int MOST_SHAPES = 20;

  private final Map<Shape, Long> byShape = new LinkedHashMap<>();
  private final Map<Iri, Long> bySeverity = new LinkedHashMap<>();
  private long shown;

  void add(ValidationResult result) {
    shown++;
    byShape.merge(result.shape(), 1L, Long::sum);
    bySeverity.merge(result.severity(), 1L, Long::sum);
  }

  long shown() {
    return shown;
  }

  /** {@code 344 results in 12 shapes: 340 violations, 4 warnings}. */
  String sentence(Statistics statistics, Names names) {
    List<String> parts = new ArrayList<>();
    bySeverity.entrySet().stream()
        .sorted(Comparator.comparing(entry -> Level.of(entry.getKey())))
        .forEach(entry -> parts.add(counted(entry.getKey(), entry.getValue(), names)));
    String some =
        statistics.results() > shown
            ? Counts.number(shown) + " of " + Counts.of(statistics.results(), "result") + " shown,"
            : Counts.of(shown, "result");
    return some + " in " + Counts.of(byShape.size(), "shape") + ": " + String.join(", ", parts);
  }

  private static String counted(Iri severity, long count, Names names) {
    String word = Level.word(severity, names);
    return Level.of(severity) == Level.OTHER
        ? Counts.number(count) + " " + word
        : Counts.of(count, word);
  }

  /** One line for each shape, most results first; empty when a table would say nothing new. */
  List<String> table(Names names) {
    if (byShape.size() < 2 || shown <= 10) return List.of();
    List<Map.Entry<Shape, Long>> rows = new ArrayList<>(byShape.entrySet());
    rows.sort(Map.Entry.<Shape, Long>comparingByValue().reversed());
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Shape, Long> row : rows.subList(0, Math.min(rows.size(), MOST_SHAPES)))
      lines.add(
          String.format("%9s  %s", Counts.number(row.getValue()), describe(row.getKey(), names)));
    if (rows.size() > MOST_SHAPES) {
      long rest = rows.stream().skip(MOST_SHAPES).mapToLong(Map.Entry::getValue).sum();
      lines.add(
          String.format(
              "%9s  in %s",
              Counts.number(rest), Counts.of(rows.size() - MOST_SHAPES, "more shape")));
    }
    return lines;
  }

  /**
   * {@code shape <…#A> with path <…#p> at shapes.ttl:8:5}; the label of a blank node says nothing.
   */
  static String describe(Shape shape, Names names) {
    boolean named = !(shape.id() instanceof BlankNode);
    String what = named ? "shape " + names.show(shape.id()) : "unnamed shape";
    String path = shape.path().map(one -> " with path " + names.show(one)).orElse("");
    String at = TerminalText.sanitize(shape.at().toString());
    return what + path + (at.isEmpty() ? "" : " at " + at);
  }
}
