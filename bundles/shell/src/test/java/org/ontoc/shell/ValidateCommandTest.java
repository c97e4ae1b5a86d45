// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

class ValidateCommandTest {
  private final Terminal terminal = new Terminal();
  private final FakeCompiler compiler = terminal.platform.compiler;

  private Terminal.Outcome validate(String... more) {
    String[] line = new String[more.length + 4];
    System.arraycopy(new String[] {"validate", "-s", "shapes.ttl", "data.ttl"}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return terminal.run(line);
  }

  @Test
  void conformingDataIsZero() {
    Terminal.Outcome outcome = validate();
    assertEquals(0, outcome.code());
    assertEquals("conforms: 8 triples read, 3 focus nodes checked\n", outcome.out());
    assertEquals("", outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"human", "turtle", "jsonld", "json"})
  void reportsInEveryFormat(String format) throws IOException {
    compiler.results(Samples.results("Violation", "Warning"));
    compiler.switches = Map.of("implicit-class-targets", "rdfs");
    Terminal.Outcome outcome = validate("--format", format);
    assertEquals(1, outcome.code());
    assertEquals("", outcome.err());
    Golden.check("report." + format, outcome.out());
  }

  @ParameterizedTest
  @CsvSource({
    "Violation, violation, 1",
    "Violation, warning, 1",
    "Violation, info, 1",
    "Violation, never, 0",
    "Warning, violation, 0",
    "Warning, warning, 1",
    "Warning, INFO, 1",
    "Info, warning, 0",
    "Info, info, 1",
    "Custom, violation, 1"
  })
  void failsOnSeverity(String severity, String failOn, int code) {
    compiler.results(Samples.results(severity));
    assertEquals(code, validate("--fail-on", failOn).code());
  }

  @ParameterizedTest
  @CsvSource({
    "E0101, 2",
    "E0201, 3",
    "E0301, 3",
    "E0401, 3",
    "E0501, 3",
    "E0591, 2",
    "E0601, 4",
    "E0701, 3",
    "E0801, 124",
    "E0802, 124",
    "E0901, 5",
    "E9999, 5"
  })
  void errorsDecideTheExitCode(String error, int code) {
    compiler.compileFindings = List.of(FakeCompiler.error(error));
    Terminal.Outcome outcome = validate();
    assertEquals(code, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.firstError().startsWith("error[" + error + "]: "), outcome::toString);
  }

  @Test
  void withoutACompilerTheJvmValidatesAndThatIsSaid() {
    compiler.targetFindings.put("c", List.of(FakeCompiler.error("E0601")));
    assertEquals(4, validate().code(), "there is no such target here");
    terminal.platform.others.add(
        new Platform.Provider(Platform.Kind.BACK_END, "jvm", "", "org.ontoc.backend.jvm", "1.0.0"));
    Terminal.Outcome outcome = validate();
    assertEquals(0, outcome.code(), outcome::toString);
    assertTrue(outcome.firstError().startsWith("warning[W0602]: "), outcome::toString);
    assertEquals("jvm", compiler.requests.getLast().target());
    assertEquals(4, validate("--target", "c").code(), "a target that was chosen is kept");
  }

  @Test
  void bugsAndLimitsCountMostAmongErrors() {
    compiler.compileFindings = List.of(FakeCompiler.error("E0301"), FakeCompiler.error("E0801"));
    assertEquals(124, validate().code());
    compiler.compileFindings = List.of(FakeCompiler.error("E0801"), FakeCompiler.error("E0901"));
    assertEquals(5, validate().code());
    compiler.compileFindings = List.of(FakeCompiler.error("E0601"), FakeCompiler.error("E0301"));
    assertEquals(4, validate().code());
  }

  @Test
  void dataThatDoesNotParseIsThree() {
    compiler.validateFindings = List.of(FakeCompiler.error("E0701"));
    Terminal.Outcome outcome = validate();
    assertEquals(3, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains(" 2 |   second\n"), outcome::toString);
  }

  @Test
  void errorsAreInTheJsonReport() {
    compiler.validateFindings = List.of(FakeCompiler.error("E0701"));
    Terminal.Outcome outcome = validate("--format", "json");
    assertTrue(outcome.out().contains("\"conforms\": null"), outcome::toString);
    assertTrue(outcome.out().contains("\"code\": \"E0701\""), outcome::toString);
  }

  @Test
  void warningsGoToStandardError() {
    compiler.compileFindings = List.of(finding(Severity.WARNING, "W0301"));
    compiler.validateFindings = compiler.compileFindings;
    Terminal.Outcome outcome = validate();
    assertEquals(0, outcome.code());
    assertEquals(1, outcome.err().split("warning\\[W0301\\]", -1).length - 1, outcome::toString);
    assertEquals("", validate("-q").err());
    assertEquals("", validate("-q").out());
  }

  @Test
  void notesAndStatisticsWhenVerbose() {
    compiler.compileFindings = List.of(finding(Severity.NOTE, "W0302"));
    assertEquals("", validate().err());
    Terminal.Outcome outcome = validate("-v");
    assertTrue(outcome.err().contains("note[W0302]"), outcome::toString);
    assertTrue(
        outcome
            .err()
            .contains("read 8 triples (6 kept) in 1.0 ms, checked 3 focus nodes in 2.0 ms"),
        outcome::toString);
  }

  private static Diagnostic finding(Severity severity, String code) {
    return new Diagnostic(severity, "fake", code, Origin.NOWHERE, "worth knowing");
  }

  @Test
  void traceIsATable() {
    Terminal.Outcome outcome = validate("--trace");
    assertTrue(
        outcome
            .err()
            .contains("parsing  frontend.shacl  org.ontoc.frontend.shacl 1.0.0  12.0 ms  11.0 ms "),
        outcome::toString);
  }

  @Test
  void optionsBecomeTheRequest() {
    Terminal.Outcome outcome =
        terminal.run(
            "validate",
            "-s",
            "a.ttl",
            "--shapes=b.ttl",
            "--ontology",
            "o.owl",
            "--target",
            "c",
            "--profile",
            "native",
            "--cc",
            "/usr/bin/clang",
            "--pass",
            "dead-shapes, order",
            "--catalog",
            "catalog.xml",
            "--implicit-class-targets",
            "rdfs",
            "--option",
            "dfa-states=9",
            "--cache",
            "off",
            "--time-limit",
            "5m",
            "--memory-limit",
            "512M",
            "--run",
            "library",
            "d1.ttl",
            "d2.nt");
    assertEquals(0, outcome.code(), outcome::toString);
    Request request = compiler.requests.getFirst();
    assertEquals(List.of("a.ttl", "b.ttl"), request.shapes().stream().map(Source::name).toList());
    assertEquals(List.of("o.owl"), request.ontologies().stream().map(Source::name).toList());
    assertEquals("c", request.target());
    assertEquals(Optional.of(List.of("dead-shapes", "order")), request.passes());
    assertEquals(Request.Until.VALIDATOR, request.until());
    assertEquals(
        Map.of(
            "profile", "native",
            "cc", "/usr/bin/clang",
            "catalog", "catalog.xml",
            "implicit-class-targets", "rdfs",
            "dfa-states", "9",
            "cache", "off"),
        request.options());
    assertEquals(512L << 20, request.budget().memoryBytes());
    assertTrue(request.budget().time().compareTo(Duration.ofMinutes(5)) <= 0);
    assertTrue(request.budget().time().compareTo(Duration.ofMinutes(4)) > 0);
    assertEquals("library", compiler.validatorOptions.get("run"));
    assertEquals(List.of("d1.ttl", "d2.nt"), compiler.data.stream().map(Source::name).toList());
    assertTrue(compiler.validatorBudget.time().compareTo(request.budget().time()) <= 0);
  }

  @Test
  void defaultsOfTheRequest() {
    validate();
    Request request = compiler.requests.getFirst();
    assertEquals("c", request.target());
    assertEquals(Optional.empty(), request.passes());
    assertEquals(Map.of(), request.options());
    assertEquals(Long.MAX_VALUE, request.budget().memoryBytes());
  }

  @Test
  void switchesOfTheRequest() {
    validate("--no-optimize", "--implicit-class-targets=rdfs", "--cache", "here");
    Request request = compiler.requests.getFirst();
    assertEquals(Optional.of(List.of()), request.passes());
    assertEquals("rdfs", request.options().get("implicit-class-targets"));
    assertEquals(Path.of("here").toAbsolutePath().toString(), request.options().get("cache"));
  }

  @Test
  void maxResultsLimitsTheReportAndNotTheCount() {
    compiler.results(Samples.results("Warning", "Warning", "Violation"));
    Terminal.Outcome outcome = validate("--max-results", "2");
    assertEquals(1, outcome.code(), "the third result is the violation");
    assertTrue(outcome.out().contains("2 of 3 results shown"), outcome::toString);
    assertTrue(validate("--max-results", "0").out().contains("0 of 3 results shown"));
    assertTrue(validate("--max-results", "1", "--format", "json").out().contains("\"shown\": 1"));
  }

  /** Every format that is for machines says what was asked for; see also SwitchesTest of report. */
  @ParameterizedTest
  @CsvSource({"human", "turtle", "jsonld", "json"})
  void switchesAreInTheReport(String format) {
    compiler.results(Samples.results("Warning", "Warning"));
    compiler.switches = Map.of("implicit-class-targets", "rdfs");
    String out = validate("--max-results=1", "--fail-on=warning", "--format", format).out();
    for (String said : List.of("implicit-class-targets", "rdfs", "max-results", "fail-on"))
      assertTrue(out.contains(said), out);
    assertFalse(validate("--format", format).out().contains("fail-on"));
  }

  @Test
  void reportInAFile(@TempDir Path folder) throws IOException {
    compiler.results(Samples.results("Violation"));
    Path file = folder.resolve("report.ttl");
    Terminal.Outcome outcome = validate("--format", "turtle", "-o", file.toString());
    assertEquals(1, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(Files.readString(file).contains("sh:conforms false"));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing is left beside the report");
    }
  }

  @Test
  void reportThatCannotBeWritten(@TempDir Path folder) {
    Terminal.Outcome outcome = validate("-o", folder.resolve("none/report.ttl").toString());
    assertEquals(2, outcome.code());
    assertTrue(outcome.firstError().startsWith("error[E0151]: the file "), outcome::toString);
    assertEquals(2, validate("-o", folder.toString()).code());
  }
}
