// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** The first validation ever: nothing is in the cache, so that compilation is included. */
@Component
@Benchmark.Id("first-run")
public final class FirstRunBenchmark implements Benchmark {
  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "large");
    Ours ours = new Ours(setting);
    Path cache = setting.work().resolve("cache");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add("rm -rf \"$0\"; XDG_CACHE_HOME=\"$0\" exec \"$@\"");
    command.add(cache.toString());
    command.addAll(ours.validate(lubm.shapes(), lubm.data(), "--no-detail", "--format", "turtle"));
    return new Trial(
        "LUBM " + lubm.size() + ", first run ever",
        "A sample is a process from its start to its written report; ontoc's cache is empty, so that"
            + " it compiles the shapes, with the C compiler.",
        List.of(
            ProcessRun.contestant(
                setting,
                "ontoc validate",
                ProcessRun.By.US,
                ours.version(),
                lubm.results(),
                command),
            ProcessRun.contestant(
                setting,
                Engine.JENA.name(),
                ProcessRun.By.OTHERS,
                Engine.JENA.version(setting),
                lubm.results(),
                Engine.JENA.command(setting, lubm.shapes(), lubm.data()))),
        List.of(new Goal("ontoc validate", Engine.JENA.name(), Quantity.TIME, 8)),
        List.of());
  }
}
