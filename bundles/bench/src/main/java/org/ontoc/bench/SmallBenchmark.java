// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** A document of 20 triples, parsed from bytes and validated inside a process, by JMH. */
@Component
@Benchmark.Id("small")
public final class SmallBenchmark implements Benchmark {
  private static final Pattern SCORE =
      Pattern.compile("\"primaryMetric\"\\s*:\\s*\\{\\s*\"score\"\\s*:\\s*([0-9.E+-]+)");
  private static final String JMH = "bundles/bench/peers/jmh/target/jars";

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    Path shapes = Lubm.shapes(setting);
    Path document = setting.work().resolve("document.nt");
    Files.writeString(document, Commands.peer("document.nt"));
    Ours ours = new Ours(setting);
    Path jar =
        Ours.file(
            ours.compile(shapes, "jvm", "--target", "jvm"),
            file -> file.toString().endsWith(".jar"));
    Path folder = ours.compile(shapes, "compiled");
    Path library = Ours.file(folder, file -> file.toString().endsWith(".so"));
    return new Trial(
        "A document of 20 triples inside a process",
        "A sample is what JMH says of parsing a document from bytes and validating it once (average"
            + " time, a fork of its own, 3 warm-up and 5 measured rounds of half a second).",
        List.of(
            contestant(
                setting,
                "compiled library",
                ProcessRun.By.US,
                "",
                "LibrarySmall",
                ours.classes(folder).toString(),
                library.toString(),
                document),
            contestant(
                setting,
                "compiled for the JVM",
                ProcessRun.By.US,
                "",
                "JvmSmall",
                jar.toString(),
                Ours.mainClass(jar),
                document),
            contestant(
                setting,
                Engine.JENA.name(),
                ProcessRun.By.OTHERS,
                Engine.JENA.version(setting),
                "JenaSmall",
                Engine.JENA.path(setting),
                shapes.toString(),
                document)),
        List.of(
            new Goal("compiled library", Engine.JENA.name(), Quantity.TIME, 100),
            new Goal("compiled for the JVM", Engine.JENA.name(), Quantity.TIME, 10)),
        List.of());
  }

  private static Contestant contestant(
      Setting setting,
      String name,
      ProcessRun.By by,
      String version,
      String main,
      String path,
      String shapes,
      Path document)
      throws Unavailable, IOException, InterruptedException {
    String jmh =
        setting
            .checkout()
            .map(root -> root.resolve(JMH))
            .filter(Files::isDirectory)
            .orElseThrow(() -> new Unavailable("the jars of JMH are not in " + JMH))
            .toString();
    String all =
        Commands.compile(
            main,
            path + ":" + jmh + "/*",
            setting.work(),
            "-proc:full",
            "-processorpath",
            jars(jmh));
    Path result = setting.work().resolve(main + ".json");
    List<String> command = new ArrayList<>(List.of(Commands.java("java").toString(), "-cp", all));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "org.openjdk.jmh.Main", "small." + main));
    command.addAll(List.of("-p", "shapesFile=" + shapes, "-p", "dataFile=" + document));
    command.addAll(List.of("-f", "1", "-wi", "3", "-i", "5", "-w", "500ms", "-r", "500ms"));
    command.addAll(List.of("-bm", "avgt", "-tu", "ns", "-foe", "true"));
    command.addAll(List.of("-rf", "json", "-rff", result.toString()));
    return new Contestant(
        name,
        version,
        by == ProcessRun.By.US,
        1,
        Optional.empty(),
        () -> {
          Commands.run(command);
          return new Sample(nanos(Files.readString(result)) / 1e9, 0, 0, "conforms");
        });
  }

  private static double nanos(String json) throws IOException {
    Matcher score = SCORE.matcher(json);
    if (score.find()) return Double.parseDouble(score.group(1));
    throw new IOException("JMH gave no score");
  }

  // a processor path knows no wildcards
  private static String jars(String folder) throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      return String.join(":", files.map(Path::toString).sorted().toList());
    }
  }
}
