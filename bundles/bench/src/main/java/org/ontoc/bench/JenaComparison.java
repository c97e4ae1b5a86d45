// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares ontoc with Apache Jena: the same shapes, the same plain N-Triples file, from the start
 * of the process to the written report. ontoc runs twice: as its command line, with the validator
 * in the cache, and as the compiled program alone.
 */
final class JenaComparison {
  private final PrintStream out;
  private final PrintStream err;

  JenaComparison(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Exit status: 0 when all agree on the results, 1 when not, 2 for usage. */
  int run(String[] words) throws IOException, InterruptedException {
    if (words.length == 1 && List.of("help", "--help", "-h").contains(words[0])) {
      out.print(Arguments.USAGE);
      return 0;
    }
    try {
      Arguments arguments = Arguments.parse(words);
      if (arguments.insideJvm) return insideJvm(arguments);
      return compare(arguments).agrees() ? 0 : 1;
    } catch (Arguments.Misuse misuse) {
      err.println("error: " + misuse.getMessage());
      err.print(Arguments.USAGE);
      return 2;
    }
  }

  private int insideJvm(Arguments arguments)
      throws Arguments.Misuse, IOException, InterruptedException {
    Path ontoc = arguments.ontoc;
    if (ontoc == null) throw new Arguments.Misuse("name --ontoc");
    Files.createDirectories(arguments.output);
    Path work = Files.createTempDirectory("ontoc-bench-");
    try {
      String page =
          new JvmComparison(work, err::println)
              .run(
                  ontoc,
                  arguments.jars().toAbsolutePath(),
                  Workload.shapes(arguments.lubm()).toAbsolutePath(),
                  arguments.workload.unpack(arguments.lubm(), work),
                  arguments.workload.results,
                  arguments.rounds);
      String size = arguments.workload.name().toLowerCase(Locale.ROOT);
      Files.writeString(arguments.output.resolve("jvm-" + size + ".md"), page);
      out.print(page);
      return page.contains("**") ? 1 : 0;
    } finally {
      delete(work);
    }
  }

  private Comparison compare(Arguments arguments)
      throws Arguments.Misuse, IOException, InterruptedException {
    try {
      // before minutes of measuring, not after
      Files.createDirectories(arguments.output);
    } catch (IOException refused) {
      throw new Arguments.Misuse("the folder " + arguments.output + " cannot be made or is a file");
    }
    Path work = Files.createTempDirectory("ontoc-bench-");
    try {
      Path shapes = Workload.shapes(arguments.lubm()).toAbsolutePath();
      Path data = arguments.workload.unpack(arguments.lubm(), work);
      List<Contestant> contestants = ours(arguments, work, shapes, data);
      contestants.add(Peer.jena(arguments.jars().toAbsolutePath(), work, shapes, data));
      String size = arguments.workload.name().toLowerCase(Locale.ROOT);
      Comparison comparison =
          Comparison.run(
              "ontoc and Apache Jena, LUBM " + size,
              contestants,
              arguments.workload.results,
              arguments.rounds,
              work,
              err::println);
      write(arguments.output, "jena-" + size, comparison);
      return comparison;
    } finally {
      delete(work);
    }
  }

  private static List<Contestant> ours(Arguments arguments, Path work, Path shapes, Path data)
      throws Arguments.Misuse, IOException, InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    Path program = arguments.program;
    Path ontoc = arguments.ontoc;
    if (program == null && ontoc == null) throw new Arguments.Misuse("name --ontoc or --program");
    String version = ontoc == null ? "" : execute(List.of(ontoc.toString(), "version"));
    if (program == null)
      program = compile(java.util.Objects.requireNonNull(ontoc), arguments.profile, shapes, work);
    contestants.add(
        new Contestant(
            "compiled validator",
            "(" + arguments.profile + ")",
            // Jena does not explain results
            List.of(program.toAbsolutePath().toString(), "--detail-results", "0", data.toString()),
            data + ":"));
    if (ontoc != null) {
      contestants.add(
          new Contestant(
              "ontoc validate",
              version.lines().findFirst().orElse("").replaceFirst("^ontoc ", ""),
              List.of(
                  ontoc.toString(),
                  "validate",
                  "-s",
                  shapes.toString(),
                  "--profile",
                  arguments.profile,
                  "--no-detail",
                  "--format",
                  "turtle",
                  data.toString()),
              "sh:ValidationResult"));
    }
    return contestants;
  }

  private static Path compile(Path ontoc, String profile, Path shapes, Path work)
      throws IOException, InterruptedException {
    Path folder = work.resolve("compiled");
    List<String> command = new ArrayList<>(List.of(ontoc.toString(), "compile"));
    command.addAll(List.of("-s", shapes.toString(), "--profile", profile));
    command.addAll(List.of("-o", folder.toString()));
    execute(command);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isExecutable(file) && !file.getFileName().toString().contains("."))
          .findFirst()
          .orElseThrow(() -> new IOException("ontoc compile made no program in " + folder));
    }
  }

  private static String execute(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 0) return said;
    throw new IOException(String.join(" ", command) + " failed: " + said);
  }

  private void write(Path folder, String name, Comparison comparison) throws IOException {
    String page = ComparisonPage.markdown(comparison);
    Files.writeString(folder.resolve(name + ".md"), page);
    Files.writeString(folder.resolve(name + ".json"), ComparisonPage.json(comparison));
    out.print(page);
    err.println("written to " + folder.resolve(name) + ".md and .json");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(file);
    }
  }

  /** Runs the comparison outside of the platform. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(new JenaComparison(System.out, System.err).run(arguments));
  }
}
