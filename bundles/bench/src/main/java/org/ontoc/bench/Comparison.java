// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs of several programs in turns, A B A B …, so that whatever else the machine does falls on all
 * of them alike.
 */
record Comparison(
    String title,
    List<Contestant> contestants,
    Map<Contestant, List<Measurement>> runs,
    long expectedResults,
    Map<String, String> machine) {

  static Comparison run(
      String title,
      List<Contestant> contestants,
      long expectedResults,
      int rounds,
      Path work,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<String, String> machine = MachineFacts.collect();
    Map<Contestant, List<Measurement>> runs = new LinkedHashMap<>();
    contestants.forEach(contestant -> runs.put(contestant, new ArrayList<>()));
    MeasuredRun measured = new MeasuredRun(work);
    for (int round = 0; round <= rounds; round++) {
      for (Contestant contestant : contestants) {
        Measurement measurement = measured.of(contestant);
        if (round > 0) runs.get(contestant).add(measurement);
        progress.accept(
            "%s %s: %.2f s"
                .formatted(
                    round == 0 ? "warm-up" : "round " + round,
                    contestant.name(),
                    measurement.wallSeconds()));
      }
    }
    return new Comparison(title, contestants, runs, expectedResults, machine);
  }

  Spread wall(Contestant contestant) {
    return Spread.of(runs.get(contestant), Measurement::wallSeconds);
  }

  Spread cpu(Contestant contestant) {
    return Spread.of(runs.get(contestant), Measurement::cpuSeconds);
  }

  Spread peak(Contestant contestant) {
    return Spread.of(runs.get(contestant), run -> (double) run.peakBytes());
  }

  long results(Contestant contestant) {
    return runs.get(contestant).getFirst().results();
  }

  /** Whether every run of every program found the known number of results. */
  boolean agrees() {
    return runs.values().stream()
        .flatMap(List::stream)
        .allMatch(run -> run.results() == expectedResults);
  }
}
