// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** The compiled validator on one core against a scan of the same file for line ends. */
@Component
@Benchmark.Id("scan")
public final class ScanBenchmark implements Benchmark {
  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "large");
    String wc = Commands.find("wc").orElseThrow(() -> new Unavailable("there is no wc")).toString();
    Path program = new Ours(setting).program(lubm.shapes());
    return new Trial(
        "LUBM " + lubm.size() + ", one core against a line scan",
        "A sample is a process from its start to its end; wc -l finds the line ends and nothing"
            + " else, the validator by one thread reports.",
        List.of(
            ProcessRun.contestant(
                setting,
                "compiled, one thread",
                ProcessRun.By.US,
                "",
                lubm.results(),
                List.of(
                    program.toString(),
                    "--threads",
                    "1",
                    "--detail-results",
                    "0",
                    lubm.data().toString()),
                ProcessRun.Answer.count(lubm.data() + ":")),
            ProcessRun.contestant(
                setting,
                "wc -l",
                ProcessRun.By.OTHERS,
                "",
                Long.toString(lubm.lines()),
                List.of(wc, "-l", lubm.data().toString()),
                printed -> Files.readString(printed).strip().split(" ")[0])),
        List.of(new Goal("compiled, one thread", "wc -l", Quantity.TIME, 0.25)),
        List.of());
  }
}
