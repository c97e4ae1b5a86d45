// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.engine.Counters.ZeroTick;
import org.ontoc.runtime.bitactor.engine.Filter;
import org.ontoc.runtime.bitactor.engine.Generator;
import org.ontoc.runtime.bitactor.engine.Replay;
import org.ontoc.runtime.bitactor.engine.Rules;
import org.ontoc.runtime.bitactor.engine.Trace;
import org.ontoc.runtime.bitactor.engine.Workload;
import org.osgi.service.component.annotations.Component;

/** The command {@code signals}: generates workloads, runs them and reports. */
@Component(service = ToIntFunction.class, property = "ontoc.command=signals")
public final class SignalsCommand extends ImageCommand {
  private static final int DIFFERENT = 5;

  private long count = 1_000_000;
  private long seed = 42;
  private long budget = org.ontoc.runtime.bitactor.engine.Engine.DEFAULT_BUDGET;
  private List<Workload> workloads = List.of(Workload.values());
  private Filter filter = Filter.NONE;
  private Optional<Path> write = Optional.empty();
  private Optional<Path> trace = Optional.empty();

  @Override
  String usage() {
    return """
    usage: ontoc signals IMAGE [--workload WORD] [--count N] [--seed N] [--budget TICKS] [--filter debug,test]
                               [--write FILE] [--trace FILE.ttl]
    Generates signals for the kinds of an image, runs them with and without bypassing, and reports throughput,
    latency and what cost nothing.
      --workload WORD  pre-market, open, regular, close, after-hours, news or circuit-breaker (default: all)
      --count N        signals of each workload (default: 1,000,000)
      --filter WORDS   signals that are not to be checked
      --write FILE     only write the signals of the workload to a file
      --trace FILE.ttl write the last 4,096 frames as Turtle
    """;
  }

  @Override
  int run(List<String> arguments, PrintStream out) throws Misuse, IOException, ImageException {
    byte[] image = image(arguments);
    // A service has one object for all its calls.
    SignalsCommand call = new SignalsCommand();
    call.parse(arguments);
    return call.run(image, out);
  }

  private void parse(List<String> words) throws Misuse {
    for (int i = 1; i < words.size(); i += 2) {
      if (i + 1 == words.size()) throw new Misuse(words.get(i) + " needs a value");
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "--workload" -> workloads = List.of(workload(value));
        case "--count" -> count = Math.max(1, Math.min(20_000_000, number("--count", value)));
        case "--seed" -> seed = number("--seed", value);
        case "--budget" -> budget = Math.min(65_535, number("--budget", value));
        case "--filter" -> filter = filter(value);
        case "--write" -> write = Optional.of(Path.of(value));
        case "--trace" -> trace = Optional.of(Path.of(value));
        default -> throw new Misuse("there is no option " + words.get(i));
      }
    }
    if ((write.isPresent() || trace.isPresent()) && workloads.size() > 1)
      throw new Misuse("name one --workload to write");
  }

  private static Workload workload(String word) throws Misuse {
    for (Workload workload : Workload.values()) if (workload.word().equals(word)) return workload;
    throw new Misuse("there is no workload " + word);
  }

  private static Filter filter(String words) throws Misuse {
    List<String> chosen = Arrays.asList(words.split(","));
    if (!List.of("debug", "test").containsAll(chosen))
      throw new Misuse("--filter takes debug and test");
    return new Filter(chosen.contains("debug"), chosen.contains("test"));
  }

  private int run(byte[] image, PrintStream out) throws IOException, ImageException {
    boolean same = true;
    for (Workload workload : workloads) {
      Rules rules = Rules.of(image);
      int stride = Replay.stride(rules);
      byte[] signals = new Generator(rules.image(), workload, seed).signals((int) count, stride);
      if (write.isPresent()) {
        Files.write(write.get(), signals);
        out.println("wrote " + count + " signals of " + stride + " bytes");
        return 0;
      }
      Measurement on = new Measurement(Rules.of(image), (int) budget, true, filter, signals);
      Measurement off = new Measurement(Rules.of(image), (int) budget, false, filter, signals);
      report(workload, on, off, out);
      same &= on.digest() == off.digest();
      if (trace.isPresent())
        Files.writeString(trace.get(), Trace.write(on.engine().kept(), on.engine().frameBytes()));
    }
    return same ? 0 : DIFFERENT;
  }

  private void report(Workload workload, Measurement on, Measurement off, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s: %d signals, %d violating, %d invalid, %d over the budget; %s with and without bypassing%n",
        workload.word(),
        on.counters().signals(),
        on.counters().violating(),
        on.counters().invalid(),
        on.counters().exceeded(),
        on.digest() == off.digest() ? "the same outcomes" : "DIFFERENT OUTCOMES");
    StringBuilder shares = new StringBuilder();
    long all = 0;
    for (ZeroTick why : ZeroTick.values()) {
      long skipped = on.counters().skipped(why);
      all += skipped;
      String name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
      shares.append(String.format(Locale.ROOT, ", %s %.1f%%", name, percent(skipped)));
    }
    out.printf(Locale.ROOT, "  zero-tick %.1f%%%s%n", percent(all), shares);
    line("bypassing", on, out);
    line("executing all", off, out);
  }

  private double percent(long part) {
    return 100.0 * part / count;
  }

  private void line(String name, Measurement measured, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "  %-13s %.2f ticks a signal; %.1f million signals/s; ns a signal alone, the clock included:"
            + " median %d, 99%% %d, 99.99%% %d, most %d%n",
        name,
        (double) measured.counters().ticks() / count,
        measured.perSecond() / 1e6,
        measured.latency(50),
        measured.latency(99),
        measured.latency(99.99),
        measured.latency(100));
  }
}
