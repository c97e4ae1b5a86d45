// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/**
 * LUBM cut into documents of 20 triples, each parsed and validated by itself in one process, which
 * takes the contestants in turns and knows their percentiles.
 */
@Component
@Benchmark.Id("documents")
public final class DocumentsBenchmark implements Benchmark {
  private static final int TRIPLES = 20;
  private static final int PASSES = 24;

  /** A line of the process: a word, documents, results, nanoseconds at p50 and p99. */
  private record Line(String word, String results, double p50, double p99) {
    static Line of(String text) {
      String[] parts = text.split(" ");
      return new Line(
          parts[0], parts[2], Long.parseLong(parts[3]) / 1e9, Long.parseLong(parts[4]) / 1e9);
    }
  }

  /** The last process; the first contestant starts another. */
  private static final class Process {
    private final List<String> command;
    private List<Line> lines = List.of();

    Process(List<String> command) {
      this.command = command;
    }

    Sample sample(String word, boolean again, boolean tail)
        throws IOException, InterruptedException {
      if (again) lines = Commands.run(command).lines().map(Line::of).toList();
      Line line = lines.stream().filter(each -> each.word().equals(word)).findFirst().orElseThrow();
      return new Sample(tail ? line.p99() : line.p50(), 0, 0, line.results());
    }
  }

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "small");
    Ours ours = new Ours(setting);
    Path folder = ours.compile(lubm.shapes(), "compiled");
    Path library = Ours.file(folder, file -> file.toString().endsWith(".so"));
    Path classes = ours.classes(folder);
    String path =
        Commands.compile(
            "DocumentTimes", classes + ":" + Engine.JENA.path(setting), setting.work());
    Process process =
        new Process(
            List.of(
                Commands.java("java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                "DocumentTimes",
                lubm.shapes().toString(),
                library.toString(),
                lubm.data().toString(),
                Integer.toString(TRIPLES),
                Integer.toString(PASSES)));
    String jena = Engine.JENA.name();
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(
        contestant("compiled library", ProcessRun.By.US, process, "ontoc", true, false));
    contestants.add(
        contestant(
            "compiled library, batch", ProcessRun.By.US, process, "ontoc-batch", false, false));
    contestants.add(
        contestant("compiled library, p99", ProcessRun.By.US, process, "ontoc", false, true));
    contestants.add(contestant(jena + ", p99", ProcessRun.By.OTHERS, process, "jena", false, true));
    contestants.add(contestant(jena, ProcessRun.By.OTHERS, process, "jena", false, false));
    return new Trial(
        "Documents of " + TRIPLES + " triples inside a process",
        "A sample is the median (or the 99th percentile) over the later half of "
            + PASSES
            + " passes through "
            + lubm.lines() / TRIPLES
            + " documents, each parsed from bytes and validated by itself; a process takes the"
            + " contestants in turns, a batch is timed as a whole.",
        contestants,
        List.of(new Goal("compiled library", jena, Quantity.TIME, 100)),
        List.of());
  }

  private static Contestant contestant(
      String name, ProcessRun.By by, Process process, String word, boolean first, boolean tail) {
    return new Contestant(
        name,
        "",
        by == ProcessRun.By.US,
        1,
        Optional.empty(),
        () -> process.sample(word, first, tail));
  }
}
