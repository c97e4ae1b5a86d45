// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** The same data in every syntax has the same results, each with the position that it has there. */
@ExtendWith(ServiceExtension.class)
public final class DataFormatsTest {
  private static final String TURTLE =
      """
      @prefix ex: <http://example.org/> .
      ex:ann a ex:Human ; ex:name "Ann" ; ex:age 42 .
      _:bob a ex:Human ;
        ex:age "old" .
      """;

  private static final String QUADS =
      """
      <http://example.org/ann> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Human> <x:g> .
      <http://example.org/ann> <http://example.org/name> "Ann" .
      <http://example.org/ann> <http://example.org/age> "42"^^<http://www.w3.org/2001/XMLSchema#integer> .
      _:bob <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Human> <x:h> .
      _:bob <http://example.org/age> "old" <x:h> .
      """;

  private static final String TRIG =
      """
      @prefix ex: <http://example.org/> .
      ex:g { ex:ann a ex:Human ; ex:name "Ann" ; ex:age 42 }
      GRAPH ex:h {
        _:bob a ex:Human }
      { _:bob ex:age "old" . }
      """;

  private static final String XML =
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
        <ex:Human rdf:about="http://example.org/ann" ex:name="Ann">
          <ex:age rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">42</ex:age>
        </ex:Human>
        <ex:Human rdf:nodeID="bob">
          <ex:age>old</ex:age>
        </ex:Human>
      </rdf:RDF>
      """;

  private static final String JSON =
      """
      { "@context": { "@vocab": "http://example.org/" },
        "@graph": [
          { "@id": "http://example.org/ann", "@type": "Human", "name": "Ann", "age": 42 },
          { "@id": "_:bob", "@type": "Human", "age": "old" } ] }
      """;

  private static final Map<String, Source> DATA =
      Map.of(
          "ttl", source("d.ttl", "text/turtle", TURTLE),
          "nq", source("d.nq", "application/n-quads", QUADS),
          "trig", source("d.trig", "application/trig", TRIG),
          "rdf", source("d.rdf", "application/rdf+xml", XML),
          "jsonld", source("d.jsonld", "application/ld+json", JSON));

  @InjectService(timeout = 10_000)
  Compiler compiler;

  @ParameterizedTest
  @CsvSource({
    "ttl, process, d.ttl:4:10, d.ttl:3:1, ''",
    "nq, process, d.nq:5:32, d.nq:4:1, W0701 d.nq:1:103",
    "nq, library, d.nq:5:32, d.nq:4:1, W0701 d.nq:1:103",
    "trig, process, d.trig:5:16, d.trig:4:3, W0701 d.trig:2:1",
    "trig, library, d.trig:5:16, d.trig:4:3, W0701 d.trig:2:1",
    "rdf, process, d.rdf:6:0, d.rdf:5:0, ''",
    "rdf, library, d.rdf:6:0, d.rdf:5:0, ''",
    "jsonld, process, d.jsonld, d.jsonld, ''",
    "jsonld, library, d.jsonld, d.jsonld, ''"
  })
  void everySyntaxHasTheSameResults(
      String syntax, String run, String value, String focus, String warning) {
    Report report = validate(run, Objects.requireNonNull(DATA.get(syntax)));
    assertEquals(warning, findings(report));
    assertEquals(
        List.of("DatatypeConstraintComponent " + value, "MinCountConstraintComponent " + focus),
        lines(report));
    assertEquals(2, report.statistics().focusNodes());
  }

  @Test
  void blankNodesOfDocumentsAreKeptApart() {
    Report report = validate("library", DATA.values().toArray(new Source[0]));
    // ann is one node, bob is one in each document
    assertEquals(6, report.statistics().focusNodes());
    assertEquals(10, lines(report).size());
  }

  @ParameterizedTest
  @CsvSource({
    "nq, <x:s> <x:p> <x:o> <x:g> <x:h> ., 25",
    "nq, <x:s> <x:p> x <x:g> ., 13",
    "trig, { <x:s> <x:p> <x:o>, 20",
    "trig, <x:g> { <x:s> <x:p> x }, 21",
    "rdf, <rdf:RDF/>, 11",
    "jsonld, [5}, 3"
  })
  void whatIsMalformedIsReportedOnceWithItsPosition(String syntax, String text, int column) {
    Source good = Objects.requireNonNull(DATA.get(syntax));
    Source bad = source(good.name(), good.mediaType(), "\n" + text);
    for (String run : List.of("process", "library")) {
      Report report = validator(run, bad);
      List<String> errors =
          report.diagnostics().stream()
              .filter(one -> one.code().startsWith("E"))
              .map(one -> one.code() + " " + one.at())
              .toList();
      assertEquals(List.of("E0701 " + good.name() + ":2:" + column), errors);
    }
  }

  private Report validate(String run, Source... data) {
    Report report = validator(run, data);
    assertFalse(report.failed(), report.diagnostics().toString());
    return report;
  }

  private Report validator(String run, Source... data) {
    Compilation compilation =
        compiler.compile(Samples.request("c", Request.Until.VALIDATOR, Samples.shapes()));
    assertFalse(compilation.failed(), compilation.diagnostics().toString());
    return compiler.validate(
        compilation, List.of(data), Map.of("run", run), Request.Budget.DEFAULT);
  }

  private static Source source(String name, String type, String text) {
    return Source.of(name, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String findings(Report report) {
    List<String> findings = new ArrayList<>();
    for (Diagnostic one : report.diagnostics()) findings.add(one.code() + " " + one.at());
    return String.join("; ", findings);
  }

  private static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    for (ValidationResult result : report.results()) {
      String component = result.component().value();
      lines.add(component.substring(component.indexOf('#') + 1) + " " + result.dataAt());
    }
    lines.sort(null);
    return lines;
  }
}
