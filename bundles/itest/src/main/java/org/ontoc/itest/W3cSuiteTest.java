// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Models;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/**
 * The W3C SHACL 1.0 test suite through the whole platform, up to the report in Turtle. The outcomes
 * are those of docs/earl.ttl; what this run found is written to bndrun/target/earl.ttl.
 */
@ExtendWith(ServiceExtension.class)
public final class W3cSuiteTest {
  private static final Path TCC = Path.of("/usr/bin/tcc");

  /** Refusals of what we do not have yet; they are not the failures that some tests expect. */
  private static final Set<String> NOT_YET = Set.of("E0332", "E0333", "E0335");

  @InjectService(timeout = 10_000)
  Compiler compiler;

  @InjectService(timeout = 10_000, filter = "(format=turtle)")
  Renderer turtle;

  @Test
  void outcomesAreThoseOfTheEarlReport() throws IOException {
    Path tests =
        Samples.root().resolve("../shared/suites/shacl10/data-shapes-test-suite/tests").normalize();
    Assumptions.assumeTrue(Files.isDirectory(tests), tests + " is not there: skipped");
    List<SuiteEntry> entries = SuiteEntry.all(tests);
    assertEquals(121, entries.size());
    Map<String, String> outcomes = new TreeMap<>();
    for (SuiteEntry entry : entries) outcomes.put(entry.name(), outcome(entry));
    String report = Earl.report(outcomes);
    Files.writeString(Samples.root().resolve("bndrun/target/earl.ttl"), report);
    Path committed = Samples.root().resolve("docs/earl.ttl");
    Assumptions.assumeTrue(
        Files.exists(committed),
        committed + " is not there: cp bndrun/target/earl.ttl docs/earl.ttl");
    assertEquals(
        Files.readString(committed),
        report,
        "the outcomes changed: if they should, cp bndrun/target/earl.ttl docs/earl.ttl");
  }

  private String outcome(SuiteEntry entry) throws IOException {
    Optional<Report> report = validated(entry);
    boolean failed = report.isEmpty() || report.get().failed();
    if (entry.expectsFailure()) {
      boolean refused = report.isEmpty() && notYet(entry);
      return failed && !refused ? "passed" : "failed";
    }
    if (failed) return "failed";
    StringBuilder text = new StringBuilder();
    turtle.render(report.get(), new Plain(), text);
    Model actual = SuiteEntry.compared(SuiteEntry.read(new StringReader(text.toString()), ""));
    return Models.isomorphic(actual, entry.expected()) ? "passed" : "failed";
  }

  /** Empty when the shapes are refused. */
  private Optional<Report> validated(SuiteEntry entry) {
    Compilation compilation = compiler.compile(request(entry));
    if (compilation.failed()) return Optional.empty();
    return Optional.of(
        compiler.validate(
            compilation, List.of(file(entry.data())), Map.of(), Request.Budget.DEFAULT));
  }

  private boolean notYet(SuiteEntry entry) {
    return compiler.compile(request(entry)).diagnostics().stream()
        .map(Diagnostic::code)
        .anyMatch(NOT_YET::contains);
  }

  private static Request request(SuiteEntry entry) {
    Map<String, String> options =
        Files.isExecutable(TCC)
            ? Map.of("profile", "quick", "cc", TCC.toString(), "imports", "ignore")
            : Map.of("profile", "quick", "imports", "ignore");
    return new Request(
        List.of(file(entry.shapes())),
        new ArrayList<>(),
        "c",
        Optional.empty(),
        options,
        Request.Until.VALIDATOR,
        Request.Budget.DEFAULT);
  }

  private static Source file(Path file) {
    return new Source(
        file.toString(), "text/turtle", () -> Files.newInputStream(file), Optional.of(file));
  }

  /** Shows no lines of documents. */
  private record Plain() implements Renderer.Surface {
    @Override
    public boolean colour() {
      return false;
    }

    @Override
    public Optional<String> line(Origin at) {
      return Optional.empty();
    }
  }
}
