// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** What a triple costs, from 100,000 triples to ten million. */
@Component
@Benchmark.Id("growth")
public final class GrowthBenchmark implements Benchmark {
  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    String program = new Ours(setting).program(Lubm.shapes(setting)).toString();
    long most = number(setting.option("triples", "10000000"));
    List<Contestant> contestants = new ArrayList<>();
    for (long triples = most; triples >= Math.max(10_000, most / 100); triples /= 10) {
      Path file = setting.work().resolve("generated-" + triples + ".nt");
      Generator.Written written = Generator.write(file, triples, 1);
      String name = String.format(Locale.ROOT, "compiled, %,d triples", written.triples());
      ProcessRun run =
          new ProcessRun(
              name,
              List.of(program, "--detail-results", "0", file.toString()),
              setting.work(),
              ProcessRun.Answer.count(file + ":"));
      contestants.add(
          new Contestant(
              name,
              "",
              true,
              written.triples(),
              Optional.of(Long.toString(written.results())),
              run));
    }
    List<Goal> goals = new ArrayList<>();
    Contestant base = contestants.getLast();
    for (Contestant each : contestants.subList(0, contestants.size() - 1))
      goals.add(new Goal(each.name(), base.name(), Quantity.TIME, 1 / 1.2));
    return new Trial(
        "Cost per triple as data grow",
        "A sample is a process of the compiled validator from its start to its written report, over"
            + " generated data (ontoc bench --generate); a unit of work is a triple.",
        contestants,
        goals,
        List.of());
  }

  private static long number(String text) throws Unavailable {
    if (text.matches("[0-9]{1,10}") && Long.parseLong(text) >= 10_000) return Long.parseLong(text);
    throw new Unavailable("--triples is a number from 10000 on, not " + text);
  }
}
