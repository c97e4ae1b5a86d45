// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.ontoc.pipeline.Benchmark.Contestant;
import org.ontoc.pipeline.Benchmark.Goal;
import org.ontoc.pipeline.Benchmark.Quantity;
import org.ontoc.pipeline.Benchmark.Sample;
import org.ontoc.pipeline.Benchmark.Trial;

/**
 * A trial's samples, taken in turns, A B A B …, so that whatever else the machine does falls on all
 * contestants alike.
 *
 * @param series in the order of the contestants
 */
record Outcome(String id, Trial trial, List<Series> series, Map<String, String> machine) {
  Outcome {
    series = List.copyOf(series);
  }

  /** The samples of one contestant, without the warm-up. */
  record Series(Contestant contestant, List<Sample> samples) {
    Spread wall() {
      return Spread.of(samples, Sample::wallSeconds);
    }

    Spread cpu() {
      return Spread.of(samples, Sample::cpuSeconds);
    }

    Spread peak() {
      return Spread.of(samples, sample -> (double) sample.peakBytes());
    }

    /** The answer of every sample, or all of them when they differ. */
    String answer() {
      return String.join(" | ", samples.stream().map(Sample::answer).distinct().toList());
    }

    boolean isRight() {
      return contestant.expected().isEmpty() || contestant.expected().get().equals(answer());
    }

    /** The median of a quantity for each unit of work; 0 when it is unknown. */
    double perUnit(Quantity quantity) {
      return switch (quantity) {
        case TIME -> wall().median() / contestant.units();
        case MEMORY -> peak().median() / contestant.units();
      };
    }
  }

  static Outcome measure(String id, Trial trial, int rounds, Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<String, String> machine = MachineFacts.collect();
    List<Series> all =
        trial.contestants().stream().map(each -> new Series(each, new ArrayList<>())).toList();
    for (int round = 0; round <= rounds; round++) {
      for (Series series : all) {
        Sample sample = series.contestant().measured().run();
        if (round > 0) series.samples().add(sample);
        progress.accept(
            String.format(
                Locale.ROOT,
                "%s %s: %s",
                round == 0 ? "warm-up" : "round " + round,
                series.contestant().name(),
                Seconds.text(sample.wallSeconds())));
      }
    }
    return new Outcome(id, trial, all, machine);
  }

  Series base() {
    return series.getLast();
  }

  Series named(String name) {
    return series.stream()
        .filter(each -> each.contestant().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no contestant " + name));
  }

  /** How many times less the better one takes. */
  double reached(Goal goal) {
    return named(goal.other()).perUnit(goal.quantity())
        / named(goal.better()).perUnit(goal.quantity());
  }

  /** Whether all of our answers are right; a wrong one of another engine is shown. */
  boolean isRight() {
    return series.stream().allMatch(each -> each.isRight() || !each.contestant().ours());
  }
}
