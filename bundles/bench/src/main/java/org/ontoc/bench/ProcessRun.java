// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ontoc.pipeline.Benchmark.Contestant;
import org.ontoc.pipeline.Benchmark.Measured;
import org.ontoc.pipeline.Benchmark.Sample;
import org.ontoc.pipeline.Benchmark.Setting;

/**
 * Runs a program once and measures it, from its start to its end, without any tool that a machine
 * may lack. CPU time is what the POSIX shell's {@code times} says about its children after the
 * program ended: exact, in steps of 10 ms, descendants included. Peak memory is sampled every 20 ms
 * after the first second; for a program that is over by then, every 2 ms of a second run, which is
 * not timed: for each process of the tree the kernel's own high-water mark (VmHWM), summed; two
 * processes that peak at different times count with both peaks, so that it is an upper bound for
 * programs of several processes and exact for one.
 *
 * @param command reads nothing from standard input; its exit status must be 0 or 1
 * @param folder for what it prints
 * @param answer looks at the file of what it printed
 */
record ProcessRun(String name, List<String> command, Path folder, Answer answer)
    implements Measured {
  private static final String TURTLE_RESULT = "sh:ValidationResult";
  private static final long SAMPLE_MILLIS = 2;
  private static final long LATER_SAMPLE_MILLIS = 20;
  private static final long UNDISTURBED_MILLIS = 1_000;
  // $1 is where the times go; the rest is the program
  private static final String SHELL =
      "times_file=$1; shift; \"$@\"; status=$?; times > \"$times_file\"; exit $status";
  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.,]+)s");

  /** What a program found. */
  @FunctionalInterface
  interface Answer {
    String of(Path printed) throws IOException;

    /** How often a text stands in it. */
    static Answer count(String text) {
      return printed -> {
        try (Stream<String> lines = Files.lines(printed)) {
          return Long.toString(lines.mapToLong(line -> times(line, text)).sum());
        }
      };
    }

    private static long times(String line, String text) {
      long count = 0;
      for (int i = line.indexOf(text); i >= 0; i = line.indexOf(text, i + text.length())) count++;
      return count;
    }
  }

  /** Whose program it is: a wrong answer of ours is a failure. */
  enum By {
    US,
    OTHERS
  }

  /** A contestant whose samples are whole processes; the empty text is no expected answer. */
  static Contestant contestant(
      Setting setting, String name, By by, String version, String expected, List<String> command) {
    return contestant(setting, name, by, version, expected, command, Answer.count(TURTLE_RESULT));
  }

  /** The same with another way to find the answer. */
  static Contestant contestant(
      Setting setting,
      String name,
      By by,
      String version,
      String expected,
      List<String> command,
      Answer answer) {
    return new Contestant(
        name,
        version,
        by == By.US,
        1,
        Optional.of(expected).filter(text -> !text.isEmpty()),
        new ProcessRun(name, command, setting.work(), answer));
  }

  @Override
  public Sample run() throws IOException, InterruptedException {
    Sample sample = once(UNDISTURBED_MILLIS);
    if (sample.peakBytes() > 0) return sample;
    // over before anybody looked: memory is another run's, since looking takes time of the other
    // core
    long peak = once(0).peakBytes();
    return new Sample(sample.wallSeconds(), sample.cpuSeconds(), peak, sample.answer());
  }

  private Sample once(long undisturbed) throws IOException, InterruptedException {
    Path times = folder.resolve("times");
    Path printed = folder.resolve("printed");
    Path errors = folder.resolve("errors");
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "measure"));
    all.add(times.toString());
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.redirectInput(new java.io.File("/dev/null"));
    builder.redirectOutput(printed.toFile()).redirectError(errors.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    try {
      if (undisturbed == 0 || !process.waitFor(undisturbed, TimeUnit.MILLISECONDS)) {
        do {
          peak = Math.max(peak, treeBytes(process));
        } while (!process.waitFor(
            undisturbed == 0 ? SAMPLE_MILLIS : LATER_SAMPLE_MILLIS, TimeUnit.MILLISECONDS));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    double wall = (System.nanoTime() - start) / 1e9;
    int status = process.exitValue();
    if (status != 0 && status != 1)
      throw new IOException(name + " ended with status " + status + ": " + head(errors));
    return new Sample(wall, cpuSeconds(Files.readString(times)), peak, answer.of(printed));
  }

  private static long treeBytes(Process shell) {
    try (Stream<ProcessHandle> tree = shell.descendants()) {
      return tree.mapToLong(ProcessRun::peakBytes).sum();
    }
  }

  private static long peakBytes(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException _) {
      return 0; // ended meanwhile
    }
  }

  /** The second line of {@code times}: user and system time of the children. */
  static double cpuSeconds(String times) {
    String children = times.strip().lines().skip(1).findFirst().orElse("");
    Matcher matcher = TIME.matcher(children);
    double seconds = 0;
    int found = 0;
    while (matcher.find()) {
      double rest = Double.parseDouble(matcher.group(2).replace(',', '.'));
      seconds += 60 * Integer.parseInt(matcher.group(1)) + rest;
      found++;
    }
    if (found != 2) throw new IllegalArgumentException("not the output of times: " + times);
    return seconds;
  }

  private static String head(Path errors) throws IOException {
    try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
      return lines.limit(5).collect(java.util.stream.Collectors.joining("\n"));
    }
  }
}
