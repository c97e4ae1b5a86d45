// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;

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
    List<Diagnostic> findings = new ArrayList<>();
    Context context =
        new Context() {
          @Override
          public String option(String key, String fallback) {
            return options.getOrDefault(key, fallback);
          }

          @Override
          public void report(
              Severity severity,
              String code,
              Origin at,
              String message,
              String hint,
              List<Diagnostic.Note> notes) {
            findings.add(new Diagnostic(severity, "frontend.owl", code, at, message, hint, notes));
          }

          @Override
          public void checkCancelled() {}
        };
    var program = new OwlFrontEnd().apply(List.of(sources), context);
    assertEquals(List.of(), program.shapes());
    return new Result(program.ontology(), findings);
  }

  static Source source(String type, String text) {
    return Source.of("d", type, text.getBytes(StandardCharsets.UTF_8));
  }
}
