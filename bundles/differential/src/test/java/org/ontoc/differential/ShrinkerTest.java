// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShrinkerTest {
  private static final Engine REFERENCE = new ReferenceEngine("reference", false);

  /** Forgets the results of one component. */
  private record Faulty(String component) implements Engine {
    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public List<Verdict> validate(String shapes, List<String> data) {
      return REFERENCE.validate(shapes, data).stream().map(this::spoiled).toList();
    }

    private Verdict spoiled(Verdict verdict) {
      if (!(verdict instanceof Verdict.Report report)) return verdict;
      List<Result> rest =
          report.results().stream().filter(r -> !r.component().equals(component)).toList();
      return new Verdict.Report(rest.isEmpty(), rest);
    }
  }

  @Test
  void aFaultIsFoundAndShrunk(@TempDir Path folder) throws IOException {
    for (String component : List.of("MaxCount", "LessThan", "Xone", "QualifiedMinCount")) {
      Campaign campaign =
          new Campaign(List.of(REFERENCE, new Faulty(component)), folder, Campaign.GRAPHS);
      campaign.run(600, 1);
      assertFalse(campaign.unexplained().isEmpty(), component);
      assertEquals(
          "reference has and faulty lacks " + component,
          campaign.unexplained().keySet().iterator().next());
    }
    try (var found = Files.list(folder)) {
      for (Path kept : found.toList()) {
        long triples = Files.readString(kept.resolve("data.nt")).lines().count();
        long shapes =
            Files.readString(kept.resolve("shapes.ttl"))
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("@prefix"))
                .count();
        assertTrue(triples + shapes < 15, kept + ": " + shapes + " + " + triples);
        assertTrue(Files.readString(kept.resolve("verdicts.txt")).contains("faulty"));
      }
    }
  }
}
