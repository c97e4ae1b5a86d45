// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Iri;

/** What the page says before its table: how many results there are of each kind. */
final class HtmlCounts {
  /** What results of one check have in common; a check's number is unique in the plan. */
  private record Kind(int check, Iri component) {
    static Kind of(ValidationResult result) {
      return new Kind(result.check().number(), result.component());
    }
  }

  /** A kind's number, a result of it, and how many there are. */
  static final class Entry {
    private final int number;
    private final ValidationResult first;
    private long count;

    private Entry(int number, ValidationResult first) {
      this.number = number;
      this.first = first;
    }

    ValidationResult first() {
      return first;
    }
  }

  private final Map<Kind, Entry> kinds = new LinkedHashMap<>();
  private final Tally tally = new Tally();

  HtmlCounts(Iterable<ValidationResult> results) {
    for (ValidationResult result : results) {
      tally.add(result);
      kinds.computeIfAbsent(Kind.of(result), _ -> new Entry(kinds.size(), result)).count++;
    }
  }

  Tally tally() {
    return tally;
  }

  Iterable<Entry> kinds() {
    return kinds.values();
  }

  /**
   * The number of a result's kind, or -1 for one that was not there when the kinds were counted.
   */
  int number(ValidationResult result) {
    Entry entry = kinds.get(Kind.of(result));
    return entry == null ? -1 : entry.number;
  }

  /** Results by something of their kind. */
  <T> Map<T, Long> by(Function<ValidationResult, T> part) {
    Map<T, Long> counts = new LinkedHashMap<>();
    for (Entry entry : kinds.values())
      counts.merge(part.apply(entry.first), entry.count, Long::sum);
    return counts;
  }
}
