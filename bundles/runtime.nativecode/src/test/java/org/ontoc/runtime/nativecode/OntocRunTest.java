// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.backend.bitactor.BitactorBackend;
import org.ontoc.conformance.Suites;
import org.ontoc.conformance.W3cCoreSuite;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** One binary runs all images of the suite: it is compiled once, the shapes never. */
final class OntocRunTest extends W3cCoreSuite {
  private static final String GCC = "/usr/bin/gcc";
  private static Path runner = Path.of("");

  @BeforeAll
  static void build(@TempDir Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of(GCC)), "there is no gcc");
    RecordingContext context = RecordingContext.of();
    Plan plan = new StandardPlanner().apply(new Program(List.of(), Ontology.EMPTY), context);
    store(plan, folder, context);
    runner = folder.resolve("ontoc-run");
    Process process =
        new ProcessBuilder(
                GCC, "-std=c99", "-O1", "-pthread", "-o", runner.toString(), "ontoc_run.c")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static void store(Plan plan, Path folder, RecordingContext context) throws IOException {
    Files.createDirectories(folder);
    for (Artifact artifact : new BitactorBackend().apply(plan, context))
      Files.write(folder.resolve(artifact.path()), artifact.bytes());
  }

  @Override
  protected Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    store(plan, folder, context);
    if (context.failed()) return Optional.empty();
    Path image = folder.resolve(plan.name() + ".bitc");
    Path script = folder.resolve("run");
    Files.writeString(script, "#!/bin/sh\nexec '%s' '%s' \"$@\"\n".formatted(runner, image));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return Optional.of(new ProcessValidator(script, new Results(plan)));
  }

  @Test
  void lubmHasItsKnownResults(@TempDir Path folder) throws IOException {
    Path shapes = Suites.shared("data/lubm/lubm-shapes.ttl");
    RecordingContext context = RecordingContext.of();
    Plan plan =
        new StandardPlanner()
            .apply(new ShaclFrontEnd().apply(List.of(Suites.source(shapes)), context), context);
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = open(plan, folder, context).orElseThrow()) {
      validator.validate(
          List.of(LubmTest.packed(Suites.shared("data/lubm/lubm-100k-dirty.nt.gz"))),
          results::add,
          context);
    }
    assertEquals(List.of(), context.diagnostics());
    assertEquals(344, results.size());
  }
}
