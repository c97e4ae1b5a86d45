// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.conformance.Suites;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** The LUBM data with its known numbers of results. */
final class LubmTest {
  private static Source packed(Path file) {
    return new Source(
        file.toString(),
        "application/n-triples",
        () -> new GZIPInputStream(Files.newInputStream(file), 1 << 16),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "lubm-10k.nt.gz, 10000, 703",
    "lubm-100k-dirty.nt.gz, 102989, 344",
    "lubm-1M-dirty.nt.gz, 1034746, 3460"
  })
  void knownNumbersOfResults(String name, long triples, int results, @TempDir Path folder)
      throws IOException {
    Path shapes = Suites.shared("data/lubm/lubm-shapes.ttl");
    Path file = Suites.shared("data/lubm/" + name);
    RecordingContext context = RecordingContext.of();
    Plan plan =
        new StandardPlanner()
            .apply(new ShaclFrontEnd().apply(List.of(Suites.source(shapes)), context), context);
    List<ValidationResult> found = new ArrayList<>();
    try (Validator validator = Built.open(plan, folder, context).orElseThrow()) {
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
