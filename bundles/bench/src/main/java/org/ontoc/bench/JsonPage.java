// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ontoc.pipeline.Benchmark.Goal;
import org.ontoc.pipeline.Benchmark.Sample;

/** An outcome for programs: every sample. */
final class JsonPage {
  private JsonPage() {}

  static String of(Outcome outcome) {
    return """
        {
          "id": %s,
          "title": %s,
          "right": %s,
          "machine": {%s},
          "notes": [%s],
          "goals": [%s],
          "contestants": [%s]
        }
        """
        .formatted(
            quote(outcome.id()),
            quote(outcome.trial().title()),
            outcome.isRight(),
            outcome.machine().entrySet().stream()
                .map(fact -> quote(fact.getKey()) + ": " + quote(fact.getValue()))
                .collect(Collectors.joining(", ")),
            outcome.trial().notes().stream().map(JsonPage::quote).collect(Collectors.joining(", ")),
            outcome.trial().goals().stream()
                .map(goal -> goal(outcome, goal))
                .collect(Collectors.joining(", ")),
            outcome.series().stream().map(JsonPage::series).collect(Collectors.joining(",")));
  }

  private static String goal(Outcome outcome, Goal goal) {
    return String.format(
        Locale.ROOT,
        "{\"better\": %s, \"other\": %s, \"quantity\": \"%s\", \"ratio\": %s, \"reached\": %.4f}",
        quote(goal.better()),
        quote(goal.other()),
        goal.quantity(),
        goal.ratio(),
        outcome.reached(goal));
  }

  private static String series(Outcome.Series series) {
    return """

            {"name": %s, "version": %s, "units": %s, "right": %s, "samples": [
              %s
            ]}"""
        .formatted(
            quote(series.contestant().name()),
            quote(series.contestant().version()),
            series.contestant().units(),
            series.isRight(),
            series.samples().stream()
                .map(JsonPage::sample)
                .collect(Collectors.joining(",\n      ")));
  }

  private static String sample(Sample sample) {
    return String.format(
        Locale.ROOT,
        "{\"wallSeconds\": %.9f, \"cpuSeconds\": %.3f, \"peakBytes\": %d, \"answer\": %s}",
        sample.wallSeconds(),
        sample.cpuSeconds(),
        sample.peakBytes(),
        quote(sample.answer()));
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < ' ') out.append("\\u%04x".formatted((int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }
}
