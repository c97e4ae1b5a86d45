// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/**
 * The same generated sources with each optimization of the runtime off: what each is worth. The
 * switches are the runtime's own macros, which change no result.
 */
@Component
@Benchmark.Id("optimizations")
public final class OptimizationsBenchmark implements Benchmark {
  private record Switch(String name, List<String> flags) {}

  private static final List<Switch> SWITCHES =
      List.of(
          new Switch("compiled, everything on", List.of()),
          new Switch("compiled, no vectors", List.of("-DORT_SCALAR")),
          new Switch("compiled, no looking ahead", List.of("-DORT_NO_AHEAD")),
          new Switch("compiled, passing literals stored", List.of("-DORT_NO_PASSING")),
          new Switch("compiled, no perfect hash", List.of("-DORT_NO_PERFECT_HASH")),
          new Switch("compiled, no threads", List.of("-DORT_NO_THREADS")),
          new Switch(
              "compiled, everything off",
              List.of(
                  "-DORT_SCALAR",
                  "-DORT_NO_AHEAD",
                  "-DORT_NO_PASSING",
                  "-DORT_NO_PERFECT_HASH",
                  "-DORT_NO_THREADS")));

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Path compiler =
        Commands.find("gcc")
            .or(() -> Commands.find("clang"))
            .orElseThrow(() -> new Unavailable("there is no gcc or clang"));
    Lubm lubm = Lubm.of(setting, "large");
    Path folder = new Ours(setting).compile(lubm.shapes(), "sources");
    Path main = Ours.file(folder, file -> file.endsWith("main.c"));
    String name =
        Ours.file(folder, file -> file.toString().endsWith(".h"))
            .getFileName()
            .toString()
            .replace(".h", "");
    List<Contestant> contestants = new ArrayList<>();
    for (Switch each : SWITCHES) {
      Path program = setting.work().resolve("program-" + contestants.size());
      List<String> command = new ArrayList<>(List.of(compiler.toString(), "-O2", "-pthread"));
      command.addAll(each.flags());
      command.addAll(List.of("-o", program.toString(), main.toString()));
      command.add(main.resolveSibling(name + ".c").toString());
      command.add("-lm");
      Commands.run(command);
      contestants.add(
          ProcessRun.contestant(
              setting,
              each.name(),
              ProcessRun.By.US,
              "",
              lubm.results(),
              List.of(program.toString(), "--detail-results", "0", lubm.data().toString()),
              ProcessRun.Answer.count(lubm.data() + ":")));
    }
    return new Trial(
        "LUBM " + lubm.size() + ", each optimization of the C runtime off",
        "A sample is a process of the compiled validator (-O2) from its start to its written report.",
        contestants,
        List.of(),
        List.of());
  }
}
