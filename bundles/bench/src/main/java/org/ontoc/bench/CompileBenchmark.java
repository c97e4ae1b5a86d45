// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Benchmark;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compilation inside the running platform, without the cache, against a process of its own. */
@Component
@Benchmark.Id("compile")
public final class CompileBenchmark implements Benchmark {
  private static final int WARM = 40;
  private final Compiler compiler;

  @Activate
  public CompileBenchmark(@Reference Compiler compiler) {
    this.compiler = compiler;
  }

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Path shapes = Lubm.shapes(setting);
    Ours ours = new Ours(setting);
    for (int i = 0; i < WARM; i++) compile(shapes, Request.Until.ARTIFACTS, ours.profile());
    Path folder = setting.work().resolve("out");
    List<String> command =
        List.of(
            ours.commandLine().map(Path::toString).orElseThrow(() -> new Unavailable("--ontoc")),
            "compile",
            "-s",
            shapes.toString(),
            "--cache",
            "off",
            "--profile",
            ours.profile(),
            "-o",
            folder.toString());
    return new Trial(
        "Compilation of the LUBM shapes",
        "Warm samples are calls inside the running platform, after "
            + WARM
            + " others, without the cache; the last one is a process from start to end.",
        List.of(
            warm("compiled to C, warm", shapes, Request.Until.ARTIFACTS, ours.profile()),
            warm("compiled by the C compiler too", shapes, Request.Until.BINARIES, ours.profile()),
            ProcessRun.contestant(
                setting,
                "ontoc compile",
                ProcessRun.By.US,
                ours.version(),
                "",
                command,
                _ -> "written")),
        List.of(),
        List.of());
  }

  private Contestant warm(String name, Path shapes, Request.Until until, String profile) {
    return new Contestant(
        name,
        "",
        true,
        1,
        Optional.empty(),
        () -> {
          long start = System.nanoTime();
          Compilation compilation = compile(shapes, until, profile);
          double seconds = (System.nanoTime() - start) / 1e9;
          return new Sample(seconds, 0, 0, compilation.artifacts().isEmpty() ? "none" : "written");
        });
  }

  private Compilation compile(Path shapes, Request.Until until, String profile) throws IOException {
    Source source =
        new Source(
            shapes.toString(),
            "text/turtle",
            () -> java.nio.file.Files.newInputStream(shapes),
            Optional.of(shapes));
    Compilation compilation =
        compiler.compile(
            new Request(
                List.of(source),
                List.of(),
                "c",
                Optional.empty(),
                Map.of("cache", "off", "profile", profile),
                until,
                Request.Budget.DEFAULT));
    if (compilation.artifacts().isEmpty())
      throw new IOException("the shapes do not compile: " + compilation.diagnostics());
    return compilation;
  }
}
