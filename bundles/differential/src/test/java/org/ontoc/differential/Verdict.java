// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What an engine says about a pair. */
sealed interface Verdict {
  /**
   * A report; results are sorted, and the same result may stand in it several times.
   *
   * @param placed the results as {@link Placed} writes them; empty when that is not to be compared
   */
  record Report(boolean conforms, List<Result> results, List<String> placed) implements Verdict {
    public Report {
      results = results.stream().sorted().toList();
      placed = List.copyOf(placed);
    }

    Report(boolean conforms, List<Result> results) {
      this(conforms, results, List.of());
    }

    /** The same without places. */
    Report unplaced() {
      return new Report(conforms, results);
    }

    @Override
    public String toString() {
      return "conforms\t"
          + conforms
          + "\n"
          + results.stream().map(result -> result + "\n").collect(joining())
          + placed.stream().map(line -> line + "\n").collect(joining());
    }
  }

  /** The engine did not come to a report. */
  record Failed(String reason) implements Verdict {
    @Override
    public String toString() {
      return "failed\t" + reason + "\n";
    }
  }
}
