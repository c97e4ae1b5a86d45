// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "(" + ours.profile() + ")",
            lubm.results(),
            // the others do not explain results
            List.of(program.toString(), "--detail-results", "0", lubm.data().toString()),
            ProcessRun.Answer.count(lubm.data() + ":")));
    if (ours.commandLine().isPresent()) {
      List<String> validate =
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
              setting, "ontoc validate", ours.version(), lubm.results(), validate));
    }
    node(setting, lubm, contestants, notes);
    for (Engine engine : List.of(Engine.RDF4J, Engine.TOPBRAID, Engine.JENA)) {
      try {
        List<String> command = engine.command(setting, lubm.shapes(), lubm.data());
        String version = engine.version(setting);
        contestants.add(
            ProcessRun.contestant(setting, engine.name(), version, lubm.results(), command));
      } catch (Unavailable missing) {
        notes.add(missing.getMessage());
      }
    }
    return new Trial(
        "LUBM " + lubm.size() + ", whole processes",
        "A sample is a process from its start to its written report, N-Triples and shapes read from"
            + " files, the validator compiled before.",
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

  /** shacl-engine, from a folder where {@code npm install shacl-engine rdf-ext} was run. */
  private static void node(
      Setting setting, Lubm lubm, List<Contestant> contestants, List<String> notes)
      throws IOException {
    Optional<Path> node = Commands.find("node");
    String folder = setting.option("shacl-engine", "");
    if (node.isEmpty() || folder.isEmpty()) {
      notes.add(
          "shacl-engine was left out: name by --shacl-engine a folder where 'npm install"
              + " shacl-engine rdf-ext n3' was run"
              + (node.isEmpty() ? ", and install node" : ""));
      return;
    }
    Path script = setting.work().resolve("shacl-engine.mjs");
    Files.writeString(script, Commands.peer("shacl-engine.mjs"));
    contestants.add(
        ProcessRun.contestant(
            setting,
            "shacl-engine",
            "",
            lubm.results(),
            List.of(
                node.get().toString(),
                "--max-old-space-size=12000",
                script.toString(),
                Path.of(folder).toAbsolutePath().toString(),
                lubm.shapes().toString(),
                lubm.data().toString()),
            ProcessRun.Answer.count("ValidationResult")));
  }
}
