// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Shapes with queries: C checks what it can, the JVM the rest, and there is one report. */
@ExtendWith(ServiceExtension.class)
public final class QueriesTest {
  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix ex: <http://example.org/> .
      ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .
      """;

  private static final String SHAPES =
      PREFIXES
          + """
          ex:Named sh:targetClass ex:Human ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .
          ex:Unique sh:targetClass ex:Human ; sh:sparql [
            sh:prefixes ex: ;
            sh:message "shared with {?other}" ;
            sh:select "SELECT $this ?value ?other { $this ex:mail ?value . ?other ex:mail ?value FILTER (?other != $this) }" ] .
          ex:Max a sh:ConstraintComponent ; sh:parameter [ sh:path ex:most ] ;
            sh:validator [ sh:prefixes ex: ; sh:ask "ASK { FILTER ($value <= $most) }" ] .
          ex:Nested sh:target [ sh:prefixes ex: ; sh:select "SELECT ?this { ?this ex:age ?a }" ] ;
            sh:or ( [ sh:property [ sh:path ex:age ; ex:most 99 ] ] [ sh:hasValue ex:methuselah ] ) ;
            sh:not [ sh:node [ sh:sparql [ sh:prefixes ex: ;
              sh:select "SELECT $this { FILTER NOT EXISTS { $this ex:banned ?x } }" ] ] ] .
          ex:Known sh:targetClass ex:Human ; sh:property [ sh:path ex:mail ;
            sh:qualifiedMaxCount 0 ; sh:qualifiedValueShape [ sh:xone ( [ ex:most 5 ] [ sh:sparql [
              sh:prefixes ex: ; sh:select "SELECT $this { ?x ex:name ?n ; ex:mail $this }" ] ] ) ] ] .
          """;

  private static final String ONE =
      """
      @prefix ex: <http://example.org/> .
      ex:ann a ex:Human ; ex:name "Ann" ; ex:age 42 ; ex:mail "a@x" .
      ex:bob a ex:Human ; ex:age 142 ; ex:mail "a@x" .
      ex:cid a ex:Human ; ex:age 14 ; ex:mail "c@x" .
      """;

  private static final String OTHER =
      """
      @prefix ex: <http://example.org/> .
      ex:ann ex:banned true .
      ex:methuselah ex:age 969 .
      """;

  @InjectService(timeout = 10_000)
  Compiler compiler;

  private Compilation compile(Request.Until until, String shapes) {
    return compiler.compile(Samples.request("c", until, Samples.turtle("shapes.ttl", shapes)));
  }

  private static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    for (ValidationResult result : report.results())
      lines.add(
          result.component().value().replaceAll(".*[/#]", "")
              + " "
              + result.focusNode().toString().replaceAll(".*/|>", "")
              + " "
              + result.dataAt());
    lines.sort(null);
    return lines;
  }

  private static final List<String> EXPECTED =
      List.of(
          "MinCountConstraintComponent bob -:3:1",
          "MinCountConstraintComponent cid -:4:1",
          "NotConstraintComponent ann -:2:1",
          "OrConstraintComponent bob -:3:1",
          "QualifiedMaxCountConstraintComponent cid -:4:1",
          "SPARQLConstraintComponent ann -:2:1",
          "SPARQLConstraintComponent bob -:3:1");

  @Test
  void oneReportOfBothParts() {
    Compilation compilation = compile(Request.Until.VALIDATOR, SHAPES);
    assertFalse(compilation.failed(), compilation.diagnostics().toString());
    assertEquals("c", compilation.target());
    assertEquals("jvm", compilation.queries().orElseThrow().target());
    AtomicInteger opened = new AtomicInteger();
    Source.Content once =
        () -> {
          if (opened.incrementAndGet() > 1) throw new IOException("read twice");
          return new ByteArrayInputStream(ONE.getBytes(StandardCharsets.UTF_8));
        };
    Source input = new Source("-", "text/turtle", once, Optional.empty());
    Report report =
        compiler.validate(
            compilation,
            List.of(input, Samples.turtle("other.ttl", OTHER)),
            Map.of(),
            Request.Budget.DEFAULT);
    assertEquals(List.of(), report.diagnostics());
    assertEquals(EXPECTED, lines(report).stream().map(QueriesTest::withoutColumn).toList());
    assertEquals(report.statistics().results(), EXPECTED.size());
    assertEquals(12, report.statistics().triples());
    List<String> messages = new ArrayList<>();
    for (ValidationResult result : report.results())
      result.messages().forEach(message -> messages.add(message.lexical()));
    assertTrue(messages.contains("shared with <http://example.org/bob>"), messages.toString());
  }

  @Test
  void theJvmAloneSaysTheSame() {
    Compilation compilation =
        compiler.compile(
            Samples.request("jvm", Request.Until.VALIDATOR, Samples.turtle("shapes.ttl", SHAPES)));
    assertFalse(compilation.failed(), compilation.diagnostics().toString());
    assertTrue(compilation.queries().isEmpty());
    Report report =
        compiler.validate(
            compilation,
            List.of(Samples.turtle("-", ONE), Samples.turtle("other.ttl", OTHER)),
            Map.of(),
            Request.Budget.DEFAULT);
    assertEquals(EXPECTED, lines(report).stream().map(QueriesTest::withoutColumn).toList());
  }

  /** The line is enough: what stands there is the other tests' matter. */
  private static String withoutColumn(String line) {
    return line.replaceAll(":[0-9]+$", ":1");
  }

  @Test
  void isRefusedByABackEndThatCannot() {
    Compilation compilation = compile(Request.Until.BINARIES, SHAPES);
    assertTrue(compilation.failed());
    for (Diagnostic found : compilation.diagnostics()) {
      assertEquals("E0524", found.code());
      assertTrue(found.at().isKnown(), found.toString());
    }
  }

  /** A pattern from the data that needs exponential time; nothing but the budget ends it. */
  @Test
  void aBudgetStopsAQuery() {
    Compilation compilation =
        compile(
            Request.Until.VALIDATOR,
            PREFIXES
                + "ex:S sh:targetClass ex:Human ; sh:sparql [ sh:prefixes ex: ; sh:select"
                + " \"SELECT $this { $this ex:pattern ?p FILTER regex('"
                + "a".repeat(60)
                + "!', ?p) }\" ] .");
    assertFalse(compilation.failed(), compilation.diagnostics().toString());
    String data =
        "@prefix ex: <http://example.org/> . ex:a a ex:Human ; ex:pattern \"^(a+)+\\\\1b$\" .";
    Report report =
        compiler.validate(
            compilation,
            List.of(Samples.turtle("data.ttl", data)),
            Map.of(),
            new Request.Budget(Duration.ofSeconds(2), Long.MAX_VALUE));
    assertEquals(List.of("E0801"), report.diagnostics().stream().map(Diagnostic::code).toList());
  }

  /** The address is this machine's own, and nothing listens there: it must not even be asked. */
  @Test
  void serviceIsRefused() {
    Compilation compilation =
        compile(
            Request.Until.VALIDATOR,
            PREFIXES
                + "ex:S sh:targetClass ex:Human ; sh:sparql [ sh:select"
                + " \"SELECT $this { SERVICE <http://127.0.0.1:9/> { $this ?p ?o } }\" ] .");
    assertEquals(
        List.of("E0343"), compilation.diagnostics().stream().map(Diagnostic::code).toList());
  }
}
