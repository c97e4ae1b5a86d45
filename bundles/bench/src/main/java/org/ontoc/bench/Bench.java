// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.ontoc.pipeline.Benchmark;

/** Runs benchmarks and writes their pages. */
final class Bench {
  private final SortedMap<String, Benchmark> benchmarks;
  private final PrintStream out;
  private final PrintStream err;

  Bench(SortedMap<String, Benchmark> benchmarks, PrintStream out, PrintStream err) {
    this.benchmarks = benchmarks;
    this.out = out;
    this.err = err;
  }

  /** Exit status: 0, 1 when an answer of ours is wrong, 2 for usage and what is missing. */
  int run(String[] words) throws IOException, InterruptedException {
    String first = words.length == 0 ? "" : words[0];
    try {
      return switch (first) {
        case "help", "--help", "-h" -> say(Arguments.USAGE);
        case "--list" -> say(String.join("\n", benchmarks.keySet()) + "\n");
        case "--generate" -> Generator.run(words, err);
        default -> measure(Arguments.parse(words));
      };
    } catch (Arguments.Misuse misuse) {
      err.println("error: " + misuse.getMessage());
      err.print(Arguments.USAGE);
      return 2;
    } catch (Benchmark.Unavailable missing) {
      err.println("error: " + missing.getMessage());
      return 2;
    }
  }

  private int say(String text) {
    out.print(text);
    return 0;
  }

  private int measure(Arguments arguments)
      throws Arguments.Misuse, Benchmark.Unavailable, IOException, InterruptedException {
    for (String id : arguments.ids())
      if (!benchmarks.containsKey(id))
        throw new Arguments.Misuse(
            "there is no benchmark "
                + id
                + "; there are "
                + String.join(", ", benchmarks.keySet()));
    try {
      // before minutes of measuring, not after
      Files.createDirectories(arguments.output());
    } catch (IOException refused) {
      throw new Arguments.Misuse(
          "the folder " + arguments.output() + " cannot be made or is a file");
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (String id : arguments.ids()) {
      Outcome outcome = measure(id, arguments);
      outcomes.add(outcome);
      String page = MarkdownPage.of(outcome);
      out.println(page);
      Path output = arguments.output();
      Files.writeString(output.resolve(id + ".md"), page);
      Files.writeString(output.resolve(id + ".json"), JsonPage.of(outcome));
      Files.writeString(output.resolve("index.html"), HtmlPage.of(outcomes));
    }
    err.println("written to " + arguments.output().resolve("index.html"));
    return outcomes.stream().allMatch(Outcome::isRight) ? 0 : 1;
  }

  private Outcome measure(String id, Arguments arguments)
      throws Arguments.Misuse, Benchmark.Unavailable, IOException, InterruptedException {
    Path work = Files.createTempDirectory("ontoc-bench-");
    try {
      Map<String, String> options = arguments.options();
      Benchmark.Setting setting =
          new Benchmark.Setting(work, Arguments.checkout(), options, err::println);
      Benchmark.Trial trial = benchmark(id).prepare(setting);
      trial.notes().forEach(err::println);
      return Outcome.measure(id, trial, arguments.rounds(), err::println);
    } finally {
      delete(work);
    }
  }

  private Benchmark benchmark(String id) throws Arguments.Misuse {
    Benchmark benchmark = benchmarks.get(id);
    if (benchmark != null) return benchmark;
    throw new Arguments.Misuse(
        "there is no benchmark " + id + "; there are " + String.join(", ", benchmarks.keySet()));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(file);
    }
  }
}
