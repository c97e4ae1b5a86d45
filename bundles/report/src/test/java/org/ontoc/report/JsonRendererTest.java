// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Validator.Statistics;

class JsonRendererTest {
  @Test
  void typicalReport() throws IOException {
    Golden.check("typical.json", Fixture.render(new JsonRenderer(), Fixture.typical()));
  }

  @Test
  void everyKindOfTerm() throws IOException {
    Golden.check("everything.json", Fixture.render(new JsonRenderer(), Fixture.everything()));
  }

  @Test
  void diagnosticsAreAnArray() throws IOException {
    String text =
        Fixture.render(
            new JsonRenderer(),
            new Report(
                true,
                List.of(),
                Fixture.diagnostics(),
                Statistics.NONE,
                Map.of("implicit-class-targets", "rdfs")));
    Golden.check("diagnostics.json", text);
    assertTrue(text.contains("\"conforms\": null"), text);
  }

  @Test
  void emptyReport() throws IOException {
    Golden.check("conforms.json", Fixture.render(new JsonRenderer(), Fixture.report(List.of())));
  }
}
