// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;
import org.ontoc.pipeline.tck.Samples.Sample;

/** What every plan pass must do. */
public abstract class PlanPassContract {
  protected abstract PlanPass pass();

  /** What of a result must stay the same; a pass that merges shapes may leave the shape out. */
  protected Object essence(Result result) {
    return result;
  }

  @TestFactory
  Stream<DynamicTest> keepsWhatAPlanAccepts() {
    return Samples.tests(
        sample -> {
          Plan output = applied(sample.plan());
          assertEquals(results(sample.plan(), sample), results(output, sample));
        });
  }

  @TestFactory
  Stream<DynamicTest> returnsItsArgumentWhenNothingChanges() {
    return Samples.tests(
        sample -> {
          Plan output = applied(sample.plan());
          if (output.equals(sample.plan())) assertSame(sample.plan(), output);
          Plan again = applied(output);
          if (again.equals(output)) assertSame(output, again);
        });
  }

  @TestFactory
  Stream<DynamicTest> sameInputSameOutput() {
    return Samples.tests(
        sample ->
            Conditions.assertRepeatable("the output", () -> Plans.text(applied(sample.plan()))));
  }

  @TestFactory
  Stream<DynamicTest> letsCancellationThrough() {
    return Samples.tests(
        sample -> {
          try {
            RecordingContext context = RecordingContext.cancelledAfter(0);
            pass().apply(sample.plan(), context);
            assertEquals(0, context.checks(), "it swallows what checkCancelled throws");
          } catch (CancellationException _) {
            // as it should be
          }
        });
  }

  private Plan applied(Plan plan) {
    RecordingContext context = new RecordingContext();
    Plan output = pass().apply(plan, context);
    Findings.assertWellFormed(context);
    assertFalse(context.failed(), () -> "errors in a good plan: " + context.diagnostics());
    assertNotNull(output, "null instead of a plan");
    return output;
  }

  private List<String> results(Plan plan, Sample sample) {
    return Plans.results(plan, sample.data()).stream()
        .map(result -> essence(result).toString())
        .sorted()
        .toList();
  }
}
