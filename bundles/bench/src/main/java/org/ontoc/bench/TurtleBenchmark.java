// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** Reading Turtle: with all of validation on our side, reading alone on the others'. */
@Component
@Benchmark.Id("turtle")
public final class TurtleBenchmark implements Benchmark {
  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Path shapes = Lubm.shapes(setting);
    Path data = setting.work().resolve("generated.ttl");
    Generator.Written written = Generator.write(data, 1_000_000, 1);
    String program = new Ours(setting).program(shapes).toString();
    List<Contestant> contestants = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String name = "compiled, one thread";
    contestants.add(
        ProcessRun.contestant(
            setting,
            name,
            ProcessRun.By.US,
            "",
            Long.toString(written.results()),
            List.of(program, "--threads", "1", "--detail-results", "0", data.toString()),
            ProcessRun.Answer.count(data + ":")));
    List<String> jena = new ArrayList<>(List.of(Commands.java("java").toString(), "-cp"));
    jena.add(Commands.compile("JenaRead", Engine.JENA.path(setting), setting.work()));
    jena.addAll(List.of("JenaRead", data.toString()));
    contestants.add(
        ProcessRun.contestant(
            setting,
            "Apache Jena, reading alone",
            ProcessRun.By.OTHERS,
            Engine.JENA.version(setting),
            Long.toString(written.triples()),
            jena,
            printed -> java.nio.file.Files.readString(printed).strip()));
    Optional<Path> serd = Commands.find("serdi");
    if (serd.isPresent()) {
      contestants.add(
          ProcessRun.contestant(
              setting,
              "serd",
              ProcessRun.By.OTHERS,
              "(writes N-Triples to /dev/null)",
              "read",
              List.of(
                  "/bin/sh",
                  "-c",
                  "\"$0\" -q \"$1\" > /dev/null && echo read",
                  serd.get().toString(),
                  data.toString()),
              printed -> java.nio.file.Files.readString(printed).strip()));
    } else {
      notes.add("serd was left out: install serdi");
    }
    List<Goal> goals =
        serd.isPresent() ? List.of(new Goal(name, "serd", Quantity.TIME, 4)) : List.of();
    return new Trial(
        "Turtle, " + written.triples() + " triples",
        "A sample is a process from its start to its end over generated data"
            + " (ontoc bench --generate).",
        contestants,
        goals,
        notes);
  }
}
