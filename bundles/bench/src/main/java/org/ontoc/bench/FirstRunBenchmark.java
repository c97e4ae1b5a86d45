// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/**
 * The first validation of a shapes graph: it is not in the cache, so that compilation is included.
 * {@code ./ontoc build} leaves the objects of the C runtime in the cache; how long it takes without
 * them, which is so when only the cache was emptied, is measured beside it.
 */
@Component
@Benchmark.Id("first-run")
public final class FirstRunBenchmark implements Benchmark {
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      <http://example.org/S> sh:targetNode <http://example.org/n> ; sh:nodeKind sh:IRI .
      """;

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Lubm lubm = Lubm.of(setting, "large");
    Ours ours = new Ours(setting);
    List<String> validate =
        ours.validate(lubm.shapes(), lubm.data(), "--no-detail", "--format", "turtle");
    Path built = built(setting, ours);
    Path cache = setting.work().resolve("cache");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add(
        "rm -rf \"$0\"; cp -a \"$1\" \"$0\"; shift; unset ONTOC_CACHE;"
            + " XDG_CACHE_HOME=\"$0\" exec \"$@\"");
    command.addAll(List.of(cache.toString(), built.toString()));
    command.addAll(validate);
    List<String> empty = new ArrayList<>(List.of("/bin/sh", "-c"));
    empty.add("rm -rf \"$0\"; unset ONTOC_CACHE; XDG_CACHE_HOME=\"$0\" exec \"$@\"");
    empty.add(setting.work().resolve("empty").toString());
    empty.addAll(validate);
    return new Trial(
        "LUBM " + lubm.size() + ", first run ever",
        "A sample is a process from its start to its written report; the shapes are not in ontoc's"
            + " cache, so that it compiles them, with the C compiler. The objects of the C runtime,"
            + " which ./ontoc build leaves there, are; not so in an empty cache.",
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
                "ontoc validate, empty cache",
                ProcessRun.By.US,
                ours.version(),
                lubm.results(),
                empty),
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

  /** A cache as ./ontoc build leaves it: another shapes graph was validated once. */
  private static Path built(Setting setting, Ours ours)
      throws Unavailable, IOException, InterruptedException {
    Path shapes = Files.writeString(setting.work().resolve("other.ttl"), SHAPES);
    Path data = Files.writeString(setting.work().resolve("other.nt"), "");
    Path cache = setting.work().resolve("built");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add("unset ONTOC_CACHE; XDG_CACHE_HOME=\"$0\" exec \"$@\"");
    command.add(cache.toString());
    command.addAll(ours.validate(shapes, data));
    Commands.run(command);
    return cache;
  }
}
