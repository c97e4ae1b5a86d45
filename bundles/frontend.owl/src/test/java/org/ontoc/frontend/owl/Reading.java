// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.tck.RecordingContext;

/** Runs the front end as the platform does, and keeps what it reports. */
final class Reading {
  private Reading() {}

  record Result(Ontology ontology, List<Diagnostic> findings) {
    List<String> places() {
      return findings.stream().map(it -> it.code() + " " + place(it.at())).toList();
    }
  }

  static String place(Origin at) {
    return at.line() + ":" + at.column();
  }

  static Result of(Map<String, String> options, Source... sources) {
    RecordingContext context = new RecordingContext(options);
    var program = new OwlFrontEnd().apply(List.of(sources), context);
    assertEquals(List.of(), program.shapes());
    return new Result(program.ontology(), context.diagnostics());
  }

  static Source source(String type, String text) {
    return Source.of("d", type, text.getBytes(StandardCharsets.UTF_8));
  }
}
