// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.Variant;
import org.ontoc.runtime.bitactor.engine.Filter;
import org.ontoc.runtime.bitactor.engine.Generator;
import org.ontoc.runtime.bitactor.engine.Replay;
import org.ontoc.runtime.bitactor.engine.Rules;
import org.ontoc.runtime.bitactor.engine.Swaps;
import org.ontoc.runtime.bitactor.engine.Trace;
import org.ontoc.runtime.bitactor.engine.Workload;
import org.osgi.service.component.annotations.Component;

/** The command {@code signals}: generates workloads, runs them and reports. */
@Component(service = ToIntFunction.class, property = "ontoc.command=signals")
public final class SignalsCommand extends ImageCommand {
  private static final int DIFFERENT = 5;
  private static final int INTERRUPTED = 130;

  private long count = 1_000_000;
  private long seed = 42;
  private long budget = org.ontoc.runtime.bitactor.engine.Engine.DEFAULT_BUDGET;
  private long swaps;
  private List<Workload> workloads = List.of(Workload.values());
  private Filter filter = Filter.NONE;
  private Optional<Path> write = Optional.empty();
  private Optional<Path> trace = Optional.empty();

  @Override
  String usage() {
    return """
    usage: ontoc signals IMAGE [--workload WORD] [--count N] [--seed N] [--budget TICKS] [--filter debug,test]
                               [--write FILE] [--trace FILE.ttl] [--swaps N]
    Generates signals for the kinds of an image, runs them with and without bypassing, and reports throughput,
    latency and what cost nothing.
      --workload WORD  pre-market, open, regular, close, after-hours, news, circuit-breaker or all (the default)
      --count N        signals of each workload (default: 1,000,000)
      --filter WORDS   signals that are not to be checked
      --write FILE     only write the signals of the workload to a file
      --trace FILE.ttl write the last 4,096 frames as Turtle
      --swaps N        swap the rules N times for others with other numbers while signals are checked (default
                       workload: news)
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
        case "--workload" -> workloads = workloads(value);
        case "--count" -> count = Math.max(1, Math.min(20_000_000, number("--count", value)));
        case "--seed" -> seed = number("--seed", value);
        case "--budget" -> budget = Math.min(65_535, number("--budget", value));
        case "--filter" -> filter = filter(value);
        case "--swaps" -> swaps = Math.max(1, number("--swaps", value));
        case "--write" -> write = Optional.of(Path.of(value));
        case "--trace" -> trace = Optional.of(Path.of(value));
        default -> throw new Misuse("there is no option " + words.get(i));
      }
    }
    if ((write.isPresent() || trace.isPresent()) && workloads.size() > 1)
      throw new Misuse("name one --workload to write");
  }

  private static List<Workload> workloads(String word) throws Misuse {
    if (word.equals("all")) return List.of(Workload.values());
    for (Workload workload : Workload.values())
      if (workload.word().equals(word)) return List.of(workload);
    throw new Misuse("there is no workload " + word);
  }

  private static Filter filter(String words) throws Misuse {
    List<String> chosen = Arrays.asList(words.split(","));
    if (!List.of("debug", "test").containsAll(chosen))
      throw new Misuse("--filter takes debug and test");
    return new Filter(chosen.contains("debug"), chosen.contains("test"));
  }

  private int run(byte[] image, PrintStream out) throws Misuse, IOException, ImageException {
    if (swaps > 0) return swap(image, out);
    SignalsReport report = new SignalsReport(out, count);
    boolean same = true;
    for (Workload workload : workloads) {
      Rules rules = Rules.of(image);
      byte[] signals = signals(rules, workload);
      if (write.isPresent()) {
        Files.write(write.get(), signals);
        out.println("wrote " + count + " signals of " + Replay.stride(rules) + " bytes");
        return 0;
      }
      Measurement on = new Measurement(Rules.of(image), (int) budget, true, filter, signals);
      Measurement off = new Measurement(Rules.of(image), (int) budget, false, filter, signals);
      if (workloads.size() == 1) report.workload(workload, on, off);
      else report.row(workload, on, off);
      same &= on.digest() == off.digest();
      if (trace.isPresent())
        Files.writeString(trace.get(), Trace.write(on.engine().kept(), on.engine().frameBytes()));
    }
    if (workloads.size() > 1) report.end(same);
    return same ? 0 : DIFFERENT;
  }

  private byte[] signals(Rules rules, Workload workload) {
    return new Generator(rules.image(), workload, seed).signals((int) count, Replay.stride(rules));
  }

  private int swap(byte[] image, PrintStream out) throws Misuse, ImageException {
    Rules rules = Rules.of(image);
    byte[] other =
        Variant.of(rules.image())
            .orElseThrow(() -> new Misuse("these rules have no numbers that others could have"));
    byte[] signals = signals(rules, workloads.size() == 1 ? workloads.getFirst() : Workload.NEWS);
    try {
      Swaps.Outcome outcome = Swaps.run(image, other, signals, swaps);
      SignalsReport.swaps(outcome, out);
      return outcome.isFaultless() ? 0 : DIFFERENT;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    }
  }
}
