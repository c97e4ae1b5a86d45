// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.PrintStream;
import java.util.Locale;
import org.ontoc.runtime.bitactor.engine.Counters.ZeroTick;
import org.ontoc.runtime.bitactor.engine.Swaps;
import org.ontoc.runtime.bitactor.engine.Workload;

/** Says what was measured: one workload at length, or a row for each of several. */
final class SignalsReport {
  private static final String HEAD =
      """
      %15s  share of signals without a tick, percent   ticks/signal  million signals/s  bytes/  ns of a signal alone
      workload         all   beat filter static  no-op    on    off     on   off on/off  signal   p50   p99 p99.99
      """;

  private final PrintStream out;
  private final long count;
  private boolean headed;

  SignalsReport(PrintStream out, long count) {
    this.out = out;
    this.count = count;
  }

  /** A row; {@code on} bypassed, {@code off} executed everything. */
  void row(Workload workload, Measurement on, Measurement off) {
    if (!headed) out.printf(Locale.ROOT, HEAD, "");
    headed = true;
    StringBuilder shares = new StringBuilder();
    for (ZeroTick why : ZeroTick.values())
      shares.append(String.format(Locale.ROOT, " %6.1f", percent(on.counters().skipped(why))));
    out.printf(
        Locale.ROOT,
        "%-15s %5.1f%s %5.2f  %5.2f  %5.1f %5.1f  %4.2fx %7.2f %5d %5d %6d%n",
        workload.word(),
        percent(skipped(on)),
        shares,
        ticks(on),
        ticks(off),
        on.perSecond() / 1e6,
        off.perSecond() / 1e6,
        on.perSecond() / off.perSecond(),
        (double) on.allocated() / count,
        on.latency(50),
        on.latency(99),
        on.latency(99.99));
  }

  /** The line below the rows. */
  void end(boolean same) {
    out.printf(
        Locale.ROOT,
        "%d signals each; %s with and without bypassing; latencies include the clock%n",
        count,
        outcomes(same));
  }

  private static String outcomes(boolean same) {
    return same ? "the same outcomes" : "DIFFERENT OUTCOMES";
  }

  void workload(Workload workload, Measurement on, Measurement off) {
    out.printf(
        Locale.ROOT,
        "%s: %d signals, %d violating, %d invalid, %d over the budget; %s with and without bypassing%n",
        workload.word(),
        on.counters().signals(),
        on.counters().violating(),
        on.counters().invalid(),
        on.counters().exceeded(),
        outcomes(on.digest() == off.digest()));
    StringBuilder shares = new StringBuilder();
    for (ZeroTick why : ZeroTick.values()) {
      String name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
      double share = percent(on.counters().skipped(why));
      shares.append(String.format(Locale.ROOT, ", %s %.1f%%", name, share));
    }
    out.printf(Locale.ROOT, "  zero-tick %.1f%%%s%n", percent(skipped(on)), shares);
    line("bypassing", on);
    line("executing all", off);
    out.printf(
        Locale.ROOT,
        "  %.2f times as fast with bypassing; %d bytes of heap for all signals%n",
        on.perSecond() / off.perSecond(),
        on.allocated());
  }

  private static long skipped(Measurement measured) {
    long all = 0;
    for (ZeroTick why : ZeroTick.values()) all += measured.counters().skipped(why);
    return all;
  }

  private double percent(long part) {
    return 100.0 * part / count;
  }

  private double ticks(Measurement measured) {
    return (double) measured.counters().ticks() / count;
  }

  private void line(String name, Measurement measured) {
    out.printf(
        Locale.ROOT,
        "  %-13s %.2f ticks a signal; %.1f million signals/s; ns a signal alone, the clock included:"
            + " median %d, 99%% %d, 99.99%% %d, most %d%n",
        name,
        ticks(measured),
        measured.perSecond() / 1e6,
        measured.latency(50),
        measured.latency(99),
        measured.latency(99.99),
        measured.latency(100));
  }

  static void swaps(Swaps.Outcome outcome, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d swaps of rules, %d signals checked by one set and %d by the other: %d lost, %d out of order,"
            + " %d wrong verdicts; %.0f thousand signals/s%n",
        outcome.swaps(),
        outcome.one(),
        outcome.other(),
        outcome.lost(),
        outcome.disordered(),
        outcome.wrong(),
        (outcome.one() + outcome.other()) / outcome.seconds() / 1e3);
  }
}
