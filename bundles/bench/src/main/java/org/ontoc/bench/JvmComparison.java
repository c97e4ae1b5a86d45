// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Compares the target jvm with Apache Jena inside one process each, in turns: reading a file into a
 * graph, and validating a graph that is loaded. Each process does both several times, of which the
 * first is the warm-up.
 */
final class JvmComparison {
  private static final int TIMES = 4;

  /** The medians of one engine over all its processes, in seconds. */
  private record Times(String name, List<Double> read, List<Double> check) {
    double medianRead() {
      return median(read);
    }

    double medianCheck() {
      return median(check);
    }

    private static double median(List<Double> values) {
      double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
  }

  private final Path work;
  private final Consumer<String> progress;

  JvmComparison(Path work, Consumer<String> progress) {
    this.work = work;
    this.progress = progress;
  }

  /** The page; its last line says whether all found what is known. */
  String run(Path ontoc, Path jars, Path shapes, Path data, long results, int rounds)
      throws IOException, InterruptedException {
    Path jar = compile(ontoc, shapes);
    String name = jar.getFileName().toString().replace(".jar", "");
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    build(bin, "JvmTimes", jar.toString());
    build(bin, "JenaTimes", jars + "/*");
    List<String> ours = command(bin, jar.toString(), "JvmTimes", className(jar, name), data);
    List<String> theirs = command(bin, jars + "/*", "JenaTimes", shapes.toString(), data);
    List<Times> all =
        List.of(
            new Times("ontoc, target jvm", new ArrayList<>(), new ArrayList<>()),
            new Times("Apache Jena", new ArrayList<>(), new ArrayList<>()));
    boolean agrees = true;
    for (int round = 1; round <= rounds; round++) {
      agrees &= measure(ours, all.get(0), results);
      agrees &= measure(theirs, all.get(1), results);
      progress.accept("round " + round + " of " + rounds);
    }
    return page(all, results, agrees);
  }

  private static String className(Path jar, String name) throws IOException {
    try (java.util.jar.JarFile file = new java.util.jar.JarFile(jar.toFile())) {
      return Objects.requireNonNull(
          file.getManifest().getMainAttributes().getValue("Main-Class"), name);
    }
  }

  private List<String> command(Path bin, String path, String main, String first, Path data) {
    return List.of(
        bin.resolve("java").toString(),
        "-cp",
        work.resolve(main) + ":" + path,
        main,
        first,
        data.toString(),
        Integer.toString(TIMES));
  }

  private Path compile(Path ontoc, Path shapes) throws IOException, InterruptedException {
    Path folder = work.resolve("jvm");
    List<String> command = new ArrayList<>(List.of(ontoc.toString(), "compile", "--target", "jvm"));
    command.addAll(List.of("-s", shapes.toString(), "-o", folder.toString()));
    execute(command);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("ontoc compile made no jar in " + folder));
    }
  }

  private void build(Path bin, String main, String path) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve(main));
    Path source = folder.resolve(main + ".java");
    try (InputStream in = JvmComparison.class.getResourceAsStream("peers/" + main + ".java")) {
      Files.write(source, Objects.requireNonNull(in).readAllBytes());
    }
    String javac = bin.resolve("javac").toString();
    execute(List.of(javac, "-cp", path, "-d", folder.toString(), source.toString()));
  }

  private static String execute(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 0) return said;
    throw new IOException(String.join(" ", command) + " failed: " + said);
  }

  /** Runs a process; whether it always found the known number of results. */
  private static boolean measure(List<String> command, Times into, long results)
      throws IOException, InterruptedException {
    List<long[]> rows =
        execute(command)
            .lines()
            .map(line -> Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray())
            .toList();
    for (long[] row : rows.subList(1, rows.size())) {
      into.read.add(row[0] / 1e9);
      into.check.add(row[1] / 1e9);
    }
    return rows.stream().allMatch(row -> row[2] == results);
  }

  private static String page(List<Times> all, long results, boolean agrees) {
    StringBuilder out =
        new StringBuilder("# ontoc's target jvm and Apache Jena in one process\n\n");
    out.append("Medians over processes in turns, without the first time in each; seconds.\n\n");
    out.append(
        "| engine | read | validate what is loaded | both | times |\n|---|---|---|---|---|\n");
    for (Times times : all) {
      double both = times.medianRead() + times.medianCheck();
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.3f | %d |%n",
              times.name,
              times.medianRead(),
              times.medianCheck(),
              both,
              times.read.size()));
    }
    Times ours = all.get(0);
    Times theirs = all.get(1);
    double check = theirs.medianCheck() / ours.medianCheck();
    double both =
        (theirs.medianRead() + theirs.medianCheck()) / (ours.medianRead() + ours.medianCheck());
    out.append(
        String.format(
            Locale.ROOT,
            "%nValidating is %.1f times, reading and validating %.1f times as fast as Jena.%n%n",
            check,
            both));
    for (Map.Entry<String, String> fact : MachineFacts.collect().entrySet())
      out.append("- ").append(fact.getKey()).append(": ").append(fact.getValue()).append('\n');
    out.append(
        agrees
            ? "\nAll found the %d results that are known.\n".formatted(results)
            : "\n**The numbers of results differ from the known %d.**\n".formatted(results));
    return out.toString();
  }
}
