// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.Validator.Statistics;

/** The table of {@code --trace}: who ran, for how long, and what it cost. */
final class Trace {
  private Trace() {}

  static void write(List<Step> steps, Appendable out) throws IOException {
    Table table = new Table("lllrrrrl");
    table.row("phase", "stage", "bundle", "wall", "cpu", "allocated", "heap", "");
    for (Step step : steps)
      table.row(
          word(step.phase()),
          step.stage(),
          step.bundle(),
          Amounts.time(step.wall()),
          Amounts.time(step.cpu()),
          Amounts.bytes(step.allocated()),
          Amounts.bytes(step.peakBytes()),
          remark(step));
    table.write("", out);
  }

  static void write(Statistics statistics, Appendable out) throws IOException {
    out.append("read ")
        .append(Amounts.of(statistics.triples(), "triple"))
        .append(" (")
        .append(Amounts.number(statistics.kept()))
        .append(" kept) in ")
        .append(Amounts.time(Duration.ofNanos(statistics.readNanos())))
        .append(", checked ")
        .append(Amounts.of(statistics.focusNodes(), "focus node"))
        .append(" in ")
        .append(Amounts.time(Duration.ofNanos(statistics.checkNanos())))
        .append(
            statistics.peakBytes() == 0
                ? ""
                : ", peak memory " + Amounts.bytes(statistics.peakBytes()))
        .append('\n');
  }

  private static String remark(Step step) {
    if (step.state() != Step.State.COMPLETED) return step.state().name().toLowerCase(Locale.ROOT);
    return step.cached() ? "cached" : step.changed() ? "changed" : "";
  }

  private static String word(Step.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
