// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;

/** Data in memory, in one pass, and grouped on disk: what time and memory each takes. */
@Component
@Benchmark.Id("scale")
public final class ScaleBenchmark implements Benchmark {
  private static final Pattern CLASSES =
      Pattern.compile("\\n\\s*sh:(?:or\\s*\\([^()]*sh:class[^()]*\\)|class\\s+ub:\\w+)\\s*;");
  private static final String IN_MEMORY = "in memory";

  @Override
  public Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException {
    long triples = number(setting.option("triples", "1000000"));
    String bound = setting.option("memory", "64M");
    Path shapes = Lubm.shapes(setting);
    Path subject = setting.work().resolve("subject-shapes.ttl");
    Files.writeString(subject, withoutClasses(Files.readString(shapes)));
    Ours ours = new Ours(setting);
    String alone = ours.program(subject).toString();
    String all = ours.program(shapes, "all").toString();
    List<Contestant> contestants = new ArrayList<>();
    for (Generator.Order order : List.of(Generator.Order.GROUPED, Generator.Order.SHUFFLED)) {
      String word = order.name().toLowerCase(Locale.ROOT);
      Path file = setting.work().resolve(word + ".nt");
      Generator.Written written = Generator.write(file, triples, 1, order);
      Runs runs = new Runs(setting, file, written, contestants);
      runs.add(word + ", " + IN_MEMORY, alone, "--way", "memory");
      if (order == Generator.Order.GROUPED)
        runs.add(word + ", in one pass", alone, "--way", "once");
      runs.add(word + ", on disk, " + bound, alone, "--way", "disk", "--memory", bound);
      runs.add(word + ", classes too, " + IN_MEMORY, all, "--way", "memory");
      runs.add(word + ", classes too, on disk, " + bound, all, "--memory", bound);
    }
    return new Trial(
        String.format(Locale.ROOT, "%,d triples in memory, in one pass, and on disk", triples),
        "A sample is a process of the compiled validator from its start to its written report, over"
            + " generated data (ontoc bench --generate). The shapes are LUBM's without sh:class,"
            + " which need the triples of the focus node only, and (classes too) all of LUBM's.",
        contestants,
        List.of(),
        List.of());
  }

  /** Shapes that need no triples but those of the focus node. */
  static String withoutClasses(String shapes) {
    return CLASSES.matcher(shapes).replaceAll("");
  }

  private static long number(String text) throws Unavailable {
    if (text.matches("[0-9]{1,10}") && Long.parseLong(text) >= 1_000) return Long.parseLong(text);
    throw new Unavailable("--triples is a number from 1000 on, not " + text);
  }

  private record Runs(
      Setting setting, Path file, Generator.Written written, List<Contestant> contestants) {
    void add(String name, String program, String... options) {
      List<String> command = new ArrayList<>(List.of(program, "--detail-results", "0"));
      command.addAll(List.of(options));
      command.add(file.toString());
      contestants.add(
          new Contestant(
              name,
              "",
              true,
              written.triples(),
              Optional.of(Long.toString(written.results())),
              new ProcessRun(name, command, setting.work(), ProcessRun.Answer.count(file + ":"))));
    }
  }
}
