// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** A small file on the command line: what starting costs. */
@Component
@Benchmark.Id("start")
public final class StartBenchmark implements Benchmark {
  private static final String NOTHING =
      "public class Nothing { public static void main(String[] a) {} }";

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Path shapes = setting.work().resolve("shapes.ttl");
    Files.copy(Lubm.shapes(setting), shapes);
    Path data = setting.work().resolve("small.nt");
    Generator.Written written = Generator.write(data, 1_000, 1);
    Ours ours = new Ours(setting);
    List<String> command = ours.validate(shapes, data);
    Commands.run(command); // compiles, and leaves a note for the launcher
    Path source = setting.work().resolve("Nothing.java");
    Files.writeString(source, NOTHING);
    String java = Commands.java("java").toString();
    Commands.run(
        List.of(
            Commands.java("javac").toString(), "-d", setting.work().toString(), source.toString()));
    return new Trial(
        "A file of " + written.triples() + " triples on the command line",
        "A sample is a process from its start to its end; the validator was compiled before, the data"
            + " conform.",
        List.of(
            ProcessRun.contestant(
                setting, "ontoc validate", ProcessRun.By.US, ours.version(), "0", command),
            ProcessRun.contestant(
                setting,
                "a JVM that does nothing",
                ProcessRun.By.OTHERS,
                "",
                "",
                List.of(java, "-cp", setting.work().toString(), "Nothing")),
            ProcessRun.contestant(
                setting,
                Engine.JENA.name(),
                ProcessRun.By.OTHERS,
                Engine.JENA.version(setting),
                "0",
                Engine.JENA.command(setting, shapes, data))),
        List.of(),
        List.of());
  }
}
