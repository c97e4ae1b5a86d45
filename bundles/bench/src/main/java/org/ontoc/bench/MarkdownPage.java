// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.Locale;
import org.ontoc.pipeline.Benchmark.Contestant;
import org.ontoc.pipeline.Benchmark.Goal;
import org.ontoc.pipeline.Benchmark.Quantity;

/** An outcome for people. */
final class MarkdownPage {
  private static final double MEBI = 1 << 20;

  private MarkdownPage() {}

  static String of(Outcome outcome) {
    StringBuilder out = new StringBuilder("# " + outcome.trial().title() + "\n\n");
    out.append(outcome.trial().what());
    out.append(" In turns, after one warm-up each; median (least–greatest).\n\n");
    out.append("| what | wall | CPU | peak MiB | answer | runs |\n|---|---|---|---|---|---|\n");
    outcome.series().forEach(series -> row(series, out));
    out.append('\n');
    ratios(outcome, out);
    for (Goal goal : outcome.trial().goals())
      out.append("- ").append(text(outcome, goal)).append('\n');
    outcome.trial().notes().forEach(note -> out.append("- ").append(note).append('\n'));
    outcome
        .machine()
        .forEach((key, value) -> out.append("- ").append(key + ": " + value).append('\n'));
    return out.toString();
  }

  private static void row(Outcome.Series series, StringBuilder out) {
    Contestant contestant = series.contestant();
    Spread peak = series.peak();
    out.append("| ").append((contestant.name() + " " + contestant.version()).strip());
    out.append(" | ").append(Seconds.text(series.wall()));
    out.append(" | ").append(series.cpu().greatest() > 0 ? Seconds.text(series.cpu()) : "–");
    out.append(" | ").append(peak.median() > 0 ? megabytes(peak) : "–");
    out.append(" | ").append(answer(series));
    out.append(" | ").append(series.samples().size()).append(" |\n");
  }

  private static String megabytes(Spread peak) {
    return String.format(
        Locale.ROOT,
        "%.0f (%.0f–%.0f)",
        peak.median() / MEBI,
        peak.least() / MEBI,
        peak.greatest() / MEBI);
  }

  static String answer(Outcome.Series series) {
    return series.isRight()
        ? series.answer()
        : "**wrong: "
            + series.answer()
            + ", not "
            + series.contestant().expected().orElse("")
            + "**";
  }

  private static void ratios(Outcome outcome, StringBuilder out) {
    Outcome.Series base = outcome.base();
    boolean units =
        outcome.series().stream().mapToDouble(s -> s.contestant().units()).distinct().count() > 1;
    for (Outcome.Series each : outcome.series()) {
      if (each == base) continue;
      out.append("- ").append(each.contestant().name()).append(": ");
      out.append(times(base.perUnit(Quantity.TIME) / each.perUnit(Quantity.TIME)));
      out.append(" the time of ").append(base.contestant().name());
      double memory = base.perUnit(Quantity.MEMORY) / each.perUnit(Quantity.MEMORY);
      if (Double.isFinite(memory) && memory > 0 && !units)
        out.append(", ").append(times(memory)).append(" its memory");
      out.append(units ? ", for each unit of work\n" : "\n");
    }
  }

  /** A ratio in the direction in which it is above 1. */
  private static String times(double less) {
    return less >= 1
        ? String.format(Locale.ROOT, less < 10 ? "1/%.2f of" : "1/%.1f of", less)
        : String.format(Locale.ROOT, "%.2f times", 1 / less);
  }

  static String text(Outcome outcome, Goal goal) {
    double reached = outcome.reached(goal);
    return String.format(
        Locale.ROOT,
        "goal %s: %s over %s at least %.2f, is %.2f (%s)",
        goal.quantity().name().toLowerCase(Locale.ROOT),
        goal.other(),
        goal.better(),
        goal.ratio(),
        reached,
        reached >= goal.ratio() ? "reached" : "missed");
  }
}
