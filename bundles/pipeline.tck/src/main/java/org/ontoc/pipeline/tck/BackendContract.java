// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.Samples.Sample;

/** What every back end must do. A back end's test extends this and says which one it is. */
public abstract class BackendContract {
  /** The back end; one instance for all calls, since stages are stateless. */
  protected abstract Backend backend();

  @TestFactory
  Stream<DynamicTest> rendersOrReportsEverySample() {
    return Samples.tests(
        sample -> {
          RecordingContext context = new RecordingContext();
          List<Artifact> artifacts = backend().apply(sample.plan(), context);
          Findings.assertWellFormed(context);
          if (context.failed()) return;
          assertNotNull(artifacts, "null instead of artifacts");
          assertFalse(artifacts.isEmpty(), "neither artifacts nor an error");
          assertSanePaths(artifacts);
        });
  }

  @TestFactory
  Stream<DynamicTest> sameInputSameBytes() {
    return Samples.tests(
        sample -> Conditions.assertRepeatable("the output", () -> rendered(sample.plan())));
  }

  /** A back end that ignores a constraint would let data conform that does not. */
  @TestFactory
  Stream<DynamicTest> everyParameterMatters() {
    return Samples.tests(
        sample -> {
          String original = rendered(sample.plan());
          for (Program program : Mutations.of(sample.program())) {
            RecordingContext context = new RecordingContext();
            Plan plan = SamplePlanner.plan(sample.name(), program);
            List<Artifact> artifacts = backend().apply(plan, context);
            if (context.failed()) continue;
            assertNotEquals(original, text(artifacts), () -> "no difference for " + program);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> leavesThePlanAlone() {
    return Samples.tests(
        sample -> {
          String before = Plans.text(sample.plan());
          rendered(sample.plan());
          assertTrue(before.equals(Plans.text(sample.plan())), "the plan's arrays were changed");
        });
  }

  @Test
  void endsWhenCancelled() {
    for (Sample sample : Samples.all()) {
      if (sample.plan().shapes().isEmpty()) continue;
      RecordingContext context = RecordingContext.cancelledAfter(0);
      assertThrows(
          CancellationException.class,
          () -> backend().apply(sample.plan(), context),
          "it never calls checkCancelled, or swallows what that throws");
    }
  }

  private String rendered(Plan plan) {
    RecordingContext context = new RecordingContext();
    List<Artifact> artifacts = backend().apply(plan, context);
    return context.failed() ? context.diagnostics().toString() : text(artifacts);
  }

  private static String text(List<Artifact> artifacts) {
    TreeMap<String, String> files = new TreeMap<>();
    for (Artifact artifact : artifacts) {
      String bytes = new String(artifact.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
      files.put(artifact.path(), artifact.executable() + bytes);
    }
    return files.toString();
  }

  private static void assertSanePaths(List<Artifact> artifacts) {
    Set<String> seen = new HashSet<>();
    for (Artifact artifact : artifacts) {
      String path = artifact.path();
      boolean plain = path.matches("[A-Za-z0-9_][A-Za-z0-9_.+-]*(/[A-Za-z0-9_][A-Za-z0-9_.+-]*)*");
      assertTrue(plain, "an artifact's path is not plain: " + path);
      assertTrue(seen.add(path.toLowerCase(Locale.ROOT)), "two artifacts are called " + path);
      assertNotNull(artifact.bytes(), "no bytes in " + path);
    }
  }
}
