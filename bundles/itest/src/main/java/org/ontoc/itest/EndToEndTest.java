// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Sources in, report out, through the services of the running platform. */
@ExtendWith(ServiceExtension.class)
public final class EndToEndTest {
  @InjectService(timeout = 10_000)
  Compiler compiler;

  @Test
  void violationsAreFoundWhereTheyStand() {
    Report report = validate("process");
    assertFalse(report.conforms());
    assertEquals(
        List.of(
            "http://www.w3.org/ns/shacl#DatatypeConstraintComponent bad.ttl:4:10",
            "http://www.w3.org/ns/shacl#MinCountConstraintComponent bad.ttl:3:1"),
        lines(report));
  }

  @Test
  void theLibraryInThisProcessSaysTheSame() {
    assertEquals(lines(validate("process")), lines(validate("library")));
  }

  @Test
  void theJvmSaysTheSame() {
    assertEquals(lines(validate("process")), lines(validate("jvm", "process")));
  }

  @Test
  void conformingDataConforms() {
    Compilation compilation =
        compiler.compile(Samples.request("c", Request.Until.VALIDATOR, Samples.shapes()));
    Report report =
        compiler.validate(compilation, List.of(Samples.good()), Map.of(), Request.Budget.DEFAULT);
    assertEquals(List.of(), report.diagnostics());
    assertTrue(report.conforms());
  }

  @Test
  void everyPhaseIsInTheTrace() {
    Compilation compilation =
        compiler.compile(Samples.request("c", Request.Until.VALIDATOR, Samples.shapes()));
    TreeSet<Step.Phase> phases =
        compilation.trace().stream()
            .map(Step::phase)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(List.of(Step.Phase.values()), List.copyOf(phases));
  }

  @Test
  void anUnknownTargetNamesTheKnownOnes() {
    Compilation compilation =
        compiler.compile(Samples.request("cobol", Request.Until.ARTIFACTS, Samples.shapes()));
    assertTrue(compilation.failed());
    assertTrue(
        compilation.diagnostics().toString().contains("cobol"),
        compilation.diagnostics().toString());
  }

  private Report validate(String run) {
    return validate("c", run);
  }

  private Report validate(String target, String run) {
    Compilation compilation =
        compiler.compile(Samples.request(target, Request.Until.VALIDATOR, Samples.shapes()));
    assertFalse(compilation.failed(), compilation.diagnostics().toString());
    Report report =
        compiler.validate(
            compilation, List.of(Samples.bad()), Map.of("run", run), Request.Budget.DEFAULT);
    assertFalse(report.failed(), report.diagnostics().toString());
    return report;
  }

  private static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    for (ValidationResult result : report.results())
      lines.add(result.component().value() + " " + result.dataAt());
    lines.sort(null);
    return lines;
  }
}
