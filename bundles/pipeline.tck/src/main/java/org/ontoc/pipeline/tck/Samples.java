// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;

/**
 * Small programs with plans and data, which together have every constraint, path, target, node kind
 * and automaton. Every constraint is violated by some of the data and satisfied by other.
 */
public final class Samples {
  private static final List<Sample> ALL =
      SamplePrograms.all().entrySet().stream()
          .map(
              entry ->
                  new Sample(
                      entry.getKey(),
                      entry.getValue(),
                      SamplePlanner.plan(entry.getKey(), entry.getValue()),
                      SampleData.triples()))
          .toList();

  private Samples() {}

  /** A program, a plan of it and data; {@code name} is a C identifier in lower case. */
  public record Sample(String name, Program program, Plan plan, List<Triple> data) {
    public Sample {
      data = List.copyOf(data);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Sample> all() {
    return ALL;
  }

  /** One test for each sample, called as it is. */
  static Stream<DynamicTest> tests(Consumer<Sample> test) {
    return ALL.stream().map(sample -> dynamicTest(sample.name(), () -> test.accept(sample)));
  }
}
