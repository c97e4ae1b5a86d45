// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** The compiled validator by two threads and by one. */
@Component
@Benchmark.Id("threads")
public final class ThreadsBenchmark implements Benchmark {
  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "large");
    Path program = new Ours(setting).program(lubm.shapes());
    return new Trial(
        "LUBM " + lubm.size() + ", two threads and one",
        "A sample is a process of the compiled validator from its start to its written report.",
        List.of(
            contestant(setting, lubm, program, "two threads (compiled)", "2"),
            contestant(setting, lubm, program, "one thread (compiled)", "1")),
        List.of(new Goal("two threads (compiled)", "one thread (compiled)", Quantity.TIME, 1.7)),
        List.of());
  }

  private static Contestant contestant(
      Setting setting, Lubm lubm, Path program, String name, String threads) {
    return ProcessRun.contestant(
        setting,
        name,
        ProcessRun.By.US,
        "",
        lubm.results(),
        List.of(
            program.toString(),
            "--threads",
            threads,
            "--detail-results",
            "0",
            lubm.data().toString()),
        ProcessRun.Answer.count(lubm.data() + ":"));
  }
}
