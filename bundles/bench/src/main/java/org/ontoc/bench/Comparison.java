// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs of several programs in turns, A B A B …, so that whatever else the machine does falls on all
 * of them alike.
 */
record Comparison(
    String title, List<Series> all, long expectedResults, Map<String, String> machine) {

  /** The measured runs of one program. */
  record Series(Contestant contestant, List<Measurement> runs) {
    Spread wall() {
      return Spread.of(runs, Measurement::wallSeconds);
    }

    Spread cpu() {
      return Spread.of(runs, Measurement::cpuSeconds);
    }

    Spread peak() {
      return Spread.of(runs, run -> (double) run.peakBytes());
    }
  }

  static Comparison run(
      String title,
      List<Contestant> contestants,
      long expectedResults,
      int rounds,
      Path work,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<String, String> machine = MachineFacts.collect();
    List<Series> all =
        contestants.stream().map(contestant -> new Series(contestant, new ArrayList<>())).toList();
    MeasuredRun measured = new MeasuredRun(work);
    for (int round = 0; round <= rounds; round++) {
      for (Series series : all) {
        Contestant contestant = series.contestant();
        Measurement measurement = measured.of(contestant);
        if (round > 0) series.runs().add(measurement);
        progress.accept(
            String.format(
                Locale.ROOT,
                "%s %s: %.2f s",
                round == 0 ? "warm-up" : "round " + round,
                contestant.name(),
                measurement.wallSeconds()));
      }
    }
    return new Comparison(title, all, expectedResults, machine);
  }

  /** Whether every run of every program found the known number of results. */
  boolean agrees() {
    return all.stream()
        .flatMap(series -> series.runs().stream())
        .allMatch(run -> run.results() == expectedResults);
  }
}
