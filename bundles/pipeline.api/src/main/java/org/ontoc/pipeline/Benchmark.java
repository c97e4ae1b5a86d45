// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Prepares contestants that {@code ontoc bench ID} measures in turns, A B A B …, in one run on one
 * machine: each figure is a ratio of two things that anyone can run.
 */
@ConsumerType
public interface Benchmark {
  /** The benchmark's id on the command line. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.benchmark", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Id {
    String value();
  }

  /**
   * Prepares what is measured. Whatever can be left out, such as an engine that is not installed,
   * is a note of the trial.
   *
   * @throws Unavailable when nothing can be measured here
   */
  Trial prepare(Setting setting) throws Unavailable, IOException, InterruptedException;

  /**
   * What a benchmark may use.
   *
   * @param work an empty folder, deleted after the measurement
   * @param checkout the source tree that this platform was built in
   * @param options the command line's, by their names without dashes
   * @param progress takes a line for people
   */
  record Setting(
      Path work, Optional<Path> checkout, Map<String, String> options, Consumer<String> progress) {
    public Setting {
      options = Map.copyOf(options);
    }

    public String option(String name, String fallback) {
      return options.getOrDefault(name, fallback);
    }
  }

  /**
   * What is measured.
   *
   * @param what one sentence: what a sample is
   * @param contestants the last is what the others are compared with
   * @param goals ratios to reach
   * @param notes what was left out, and why
   */
  record Trial(
      String title,
      String what,
      List<Contestant> contestants,
      List<Goal> goals,
      List<String> notes) {
    public Trial {
      contestants = List.copyOf(contestants);
      goals = List.copyOf(goals);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One of the things that are compared.
   *
   * @param name unique in the trial
   * @param version empty when it has none of its own
   * @param ours whether a wrong answer is our failure
   * @param units how much work a sample is, such as triples; ratios are of samples per unit
   * @param expected the answer that is known to be right; empty when none is
   */
  record Contestant(
      String name,
      String version,
      boolean ours,
      double units,
      Optional<String> expected,
      Measured measured) {}

  /** Does the work once and says what it took. */
  @FunctionalInterface
  interface Measured {
    Sample run() throws IOException, InterruptedException;
  }

  /**
   * What a contestant took once.
   *
   * @param cpuSeconds of all threads and processes; 0 when unknown
   * @param peakBytes most resident memory; 0 when unknown
   * @param answer what it found, to be compared
   */
  record Sample(double wallSeconds, double cpuSeconds, long peakBytes, String answer) {}

  /** What a {@link Goal} is about. */
  enum Quantity {
    TIME,
    MEMORY
  }

  /**
   * A ratio to reach: the better contestant takes so many times less than the other. Below 1: it
   * may take at most the reciprocal.
   */
  record Goal(String better, String other, Quantity quantity, double ratio) {}

  /** Something without which nothing can be measured is not here. */
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    public Unavailable(String reason) {
      super(reason);
    }
  }
}
