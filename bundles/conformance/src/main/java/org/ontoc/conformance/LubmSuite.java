// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/**
 * The LUBM data with its known numbers of results. A target's test extends this and says how a plan
 * becomes a validator.
 */
public abstract class LubmSuite {
  /** Builds and opens a plan in an empty folder; empty when an error was reported. */
  protected abstract Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException;

  private static Source packed(Path file) {
    return new Source(
        file.toString(),
        "application/n-triples",
        () -> new GZIPInputStream(Files.newInputStream(file), 1 << 16),
        Optional.empty());
  }

  @Test
  void small(@TempDir Path folder) throws IOException {
    knownNumbersOfResults("lubm-10k.nt.gz", 10_000, 703, folder);
  }

  @Test
  void middle(@TempDir Path folder) throws IOException {
    knownNumbersOfResults("lubm-100k-dirty.nt.gz", 102_989, 344, folder);
  }

  @Test
  void large(@TempDir Path folder) throws IOException {
    knownNumbersOfResults("lubm-1M-dirty.nt.gz", 1_034_746, 3_460, folder);
  }

  private void knownNumbersOfResults(String name, long triples, int results, Path folder)
      throws IOException {
    Path shapes = Suites.shared("data/lubm/lubm-shapes.ttl");
    Path file = Suites.shared("data/lubm/" + name);
    RecordingContext context = RecordingContext.of();
    Plan plan =
        new StandardPlanner()
            .apply(new ShaclFrontEnd().apply(List.of(Suites.source(shapes)), context), context);
    List<ValidationResult> found = new ArrayList<>();
    try (Validator validator = open(plan, folder, context).orElseThrow()) {
      Validator.Statistics statistics =
          validator.validate(List.of(packed(file)), found::add, context);
      System.out.println(name + " " + statistics);
      assertEquals(triples, statistics.triples());
      assertEquals(results, statistics.results());
    }
    assertEquals(List.of(), context.diagnostics());
    assertEquals(results, found.size());
  }
}
