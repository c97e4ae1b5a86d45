// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** Validation alone, of data that are loaded. */
@Component
@Benchmark.Id("loaded")
public final class LoadedBenchmark implements Benchmark {
  private static final String TIMES = "4";

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "large");
    Ours ours = new Ours(setting);
    Path program = ours.program(lubm.shapes());
    Path jar =
        Ours.file(
            ours.compile(lubm.shapes(), "jvm", "--target", "jvm"),
            file -> file.toString().endsWith(".jar"));
    String java = Commands.java("java").toString();
    return new Trial(
        "LUBM " + lubm.size() + ", validation of what is loaded",
        "A sample is the time of checking, indexing included, as the engine itself measures it in a"
            + " process of its own: in C the first time, on the JVM the fastest of "
            + TIMES
            + ", each over a graph that was just read.",
        List.of(
            inside(
                setting,
                lubm,
                "compiled validator",
                ProcessRun.By.US,
                "(" + ours.profile() + ")",
                List.of(
                    program.toString(),
                    "--machine",
                    "--detail-results",
                    "0",
                    lubm.data().toString()),
                LoadedBenchmark::summary),
            inside(
                setting,
                lubm,
                "compiled for the JVM",
                ProcessRun.By.US,
                "",
                List.of(
                    java,
                    "-cp",
                    Commands.compile("JvmTimes", jar.toString(), setting.work()),
                    "JvmTimes",
                    Ours.mainClass(jar),
                    lubm.data().toString(),
                    TIMES),
                LoadedBenchmark::fastest),
            inside(
                setting,
                lubm,
                Engine.JENA.name(),
                ProcessRun.By.OTHERS,
                Engine.JENA.version(setting),
                List.of(
                    java,
                    "-cp",
                    Commands.compile("JenaTimes", Engine.JENA.path(setting), setting.work()),
                    "JenaTimes",
                    lubm.shapes().toString(),
                    lubm.data().toString(),
                    TIMES),
                LoadedBenchmark::fastest)),
        List.of(
            new Goal("compiled validator", Engine.JENA.name(), Quantity.TIME, 75),
            new Goal("compiled for the JVM", Engine.JENA.name(), Quantity.TIME, 10)),
        List.of());
  }

  /** Nanoseconds and results, as a program prints them. */
  private record Said(long nanos, String results) {}

  @FunctionalInterface
  private interface Reader {
    Said of(Stream<String> lines);
  }

  private static Contestant inside(
      Setting setting,
      Lubm lubm,
      String name,
      ProcessRun.By by,
      String version,
      List<String> command,
      Reader reader) {
    List<Said> said = new ArrayList<>();
    ProcessRun run =
        new ProcessRun(
            name,
            command,
            setting.work(),
            printed -> {
              try (Stream<String> lines = Files.lines(printed)) {
                said.add(reader.of(lines));
                return said.getLast().results();
              }
            });
    return new Contestant(
        name,
        version,
        by == ProcessRun.By.US,
        1,
        Optional.of(lubm.results()),
        () -> {
          Sample whole = run.run();
          return new Sample(said.getLast().nanos() / 1e9, 0, 0, whole.answer());
        });
  }

  /** The last line of the machine's format: S triples kept focusNodes results read check peak. */
  private static Said summary(Stream<String> lines) {
    String[] last = lines.reduce("", (_, line) -> line).split("\t");
    return new Said(Long.parseLong(last[6]), last[4]);
  }

  private static Said fastest(Stream<String> lines) {
    List<long[]> rows =
        lines
            .map(line -> Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray())
            .toList();
    return new Said(
        rows.stream().mapToLong(row -> row[1]).min().orElseThrow(),
        String.join("|", rows.stream().map(row -> Long.toString(row[2])).distinct().toList()));
  }
}
