// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.tck.RecordingContext;

/** Runs the front end as the platform does, and keeps what it reports. */
final class Reading {
  static final String PREFIXES =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> ."
          + " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
          + " @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
          + " @prefix owl: <http://www.w3.org/2002/07/owl#> ."
          + " @prefix dash: <http://datashapes.org/dash#> ."
          + " @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n";

  private Reading() {}

  /** What came of reading. */
  record Result(Program program, List<Diagnostic> findings) {
    List<Diagnostic> errors() {
      return findings.stream().filter(it -> it.severity() == Severity.ERROR).toList();
    }

    /** {@code code line:column}, one for each finding. */
    List<String> places() {
      return findings.stream()
          .map(it -> it.code() + " " + it.at().line() + ":" + it.at().column())
          .toList();
    }
  }

  static Result of(Map<String, String> options, List<Source> sources) {
    RecordingContext context = new RecordingContext(options);
    Program program = new ShaclFrontEnd().apply(sources, context);
    return new Result(program, context.diagnostics());
  }

  static Result of(Source... sources) {
    return of(Map.of(), List.of(sources));
  }

  /** Reads Turtle; the prefixes are declared in line 1, the text starts in line 2. */
  static Result turtle(String text) {
    return of(source("shapes.ttl", "text/turtle", PREFIXES + text));
  }

  static Source source(String name, String type, String text) {
    return Source.of(name, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static Source file(Path file) {
    String type = "text/turtle";
    return new Source(
        file.getFileName().toString(), type, () -> Files.newInputStream(file), Optional.of(file));
  }
}
