// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** Whole processes from start to report, the validator compiled before, against other engines. */
@Component
@Benchmark.Id("lubm")
public final class LubmBenchmark implements Benchmark {
  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "large");
    Ours ours = new Ours(setting);
    List<Contestant> contestants = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Path program = ours.program(lubm.shapes());
    contestants.add(
        ProcessRun.contestant(
            setting,
            "compiled validator",
            ProcessRun.By.US,
            "(" + ours.profile() + ")",
            lubm.results(),
            // the others do not explain results
            List.of(program.toString(), "--detail-results", "0", lubm.data().toString()),
            ProcessRun.Answer.count(lubm.data() + ":")));
    if (ours.commandLine().isPresent()) contestants.addAll(commandLine(setting, lubm, ours));
    try {
      contestants.add(ShaclEngine.contestant(setting, lubm));
    } catch (Unavailable missing) {
      notes.add(missing.getMessage());
    }
    for (Engine engine : List.of(Engine.RDF4J, Engine.TOPBRAID, Engine.JENA)) {
      try {
        List<String> command = engine.command(setting, lubm.shapes(), lubm.data());
        String version = engine.version(setting);
        contestants.add(
            ProcessRun.contestant(
                setting, engine.name(), ProcessRun.By.OTHERS, version, lubm.results(), command));
      } catch (Unavailable missing) {
        notes.add(missing.getMessage());
      }
    }
    return new Trial(
        "LUBM " + lubm.size() + ", whole processes",
        "A sample is a process from its start to its written report, N-Triples and shapes read from"
            + " files, the validator compiled before. 'ontoc validate' explains results; it does so"
            + " without a JVM, except for Turtle.",
        contestants,
        goals(contestants),
        notes);
  }

  private static List<Goal> goals(List<Contestant> contestants) {
    List<Goal> goals = new ArrayList<>();
    for (Contestant other : contestants) {
      if (!List.of(Engine.JENA.name(), Engine.TOPBRAID.name()).contains(other.name())) continue;
      goals.add(new Goal("compiled validator", other.name(), Quantity.TIME, 75));
      goals.add(new Goal("compiled validator", other.name(), Quantity.MEMORY, 20));
    }
    return goals;
  }

  /**
   * As it is usually called, which takes no JVM; and with a report like the others', which does.
   */
  private static List<Contestant> commandLine(Setting setting, Lubm lubm, Ours ours)
      throws Unavailable, IOException, InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    if (ours.profile().equals("portable")) {
      List<String> usual = ours.validate(lubm.shapes(), lubm.data());
      // compiles, and leaves a note for the launcher
      Commands.run(ours.validate(lubm.shapes(), lubm.data(), "--fail-on", "never"));
      contestants.add(
          ProcessRun.contestant(
              setting,
              "ontoc validate",
              ProcessRun.By.US,
              ours.version(),
              lubm.results(),
              usual,
              LubmBenchmark::summary));
    }
    List<String> turtle =
        ours.validate(
            lubm.shapes(),
            lubm.data(),
            "--profile",
            ours.profile(),
            "--no-detail",
            "--format",
            "turtle");
    contestants.add(
        ProcessRun.contestant(
            setting,
            "ontoc validate --format turtle",
            ProcessRun.By.US,
            ours.version(),
            lubm.results(),
            turtle));
    return contestants;
  }

  /** The number of results in the last line of a report for people. */
  private static String summary(Path printed) throws IOException {
    try (Stream<String> lines = Files.lines(printed)) {
      String last = lines.reduce("", (_, line) -> line);
      return last.replaceFirst(" results? in .*", "").replace(",", "");
    }
  }
}
