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
import org.ontoc.pipeline.tck.ReferenceValidator.Result;
import org.ontoc.pipeline.tck.Samples.Sample;

/**
 * What passes over programs and over plans must do alike.
 *
 * @param <T> what the pass is over
 */
abstract sealed class TransformationContract<T> permits PassContract, PlanPassContract {
  /** What of a result must stay the same; a pass that merges shapes may leave the shape out. */
  protected Object essence(Result result) {
    return result;
  }

  abstract T input(Sample sample);

  abstract T apply(T input, RecordingContext context);

  /** The results of the sample's data. */
  abstract List<Result> results(T output, Sample sample);

  /** What is to be the same each time. */
  abstract Object form(T output);

  @TestFactory
  Stream<DynamicTest> keepsWhatIsAccepted() {
    return Samples.tests(
        sample -> {
          T output = applied(input(sample));
          assertEquals(essences(input(sample), sample), essences(output, sample));
        });
  }

  @TestFactory
  Stream<DynamicTest> returnsItsArgumentWhenNothingChanges() {
    return Samples.tests(
        sample -> {
          T input = input(sample);
          T output = applied(input);
          if (output.equals(input)) assertSame(input, output);
          T again = applied(output);
          if (again.equals(output)) assertSame(output, again);
        });
  }

  @TestFactory
  Stream<DynamicTest> sameInputSameOutput() {
    return Samples.tests(
        sample -> Conditions.assertRepeatable("the output", () -> form(applied(input(sample)))));
  }

  @TestFactory
  Stream<DynamicTest> letsCancellationThrough() {
    return Samples.tests(
        sample -> {
          try {
            RecordingContext context = RecordingContext.cancelledAfter(0);
            apply(input(sample), context);
            assertEquals(0, context.checks(), "it swallows what checkCancelled throws");
          } catch (CancellationException _) {
            // as it should be
          }
        });
  }

  private T applied(T input) {
    RecordingContext context = new RecordingContext();
    T output = apply(input, context);
    Findings.assertWellFormed(context);
    assertFalse(context.failed(), () -> "errors in a good input: " + context.diagnostics());
    assertNotNull(output, "null instead of an output");
    return output;
  }

  private List<String> essences(T output, Sample sample) {
    return results(output, sample).stream()
        .map(result -> essence(result).toString())
        .sorted()
        .toList();
  }
}
