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
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;
import org.ontoc.pipeline.tck.Samples.Sample;

/** What every pass must do. */
public abstract class PassContract {
  protected abstract Pass pass();

  /** What of a result must stay the same; a pass that merges shapes may leave the shape out. */
  protected Object essence(Result result) {
    return result;
  }

  @TestFactory
  Stream<DynamicTest> keepsWhatAProgramAccepts() {
    return Samples.tests(
        sample -> {
          Program output = applied(sample.program());
          assertEquals(results(sample.program(), sample), results(output, sample));
        });
  }

  @TestFactory
  Stream<DynamicTest> returnsItsArgumentWhenNothingChanges() {
    return Samples.tests(
        sample -> {
          Program output = applied(sample.program());
          if (output.equals(sample.program())) assertSame(sample.program(), output);
          Program again = applied(output);
          if (again.equals(output)) assertSame(output, again);
        });
  }

  @TestFactory
  Stream<DynamicTest> sameInputSameOutput() {
    return Samples.tests(
        sample -> Conditions.assertRepeatable("the output", () -> applied(sample.program())));
  }

  @TestFactory
  Stream<DynamicTest> letsCancellationThrough() {
    return Samples.tests(
        sample -> {
          try {
            RecordingContext context = RecordingContext.cancelledAfter(0);
            pass().apply(sample.program(), context);
            assertEquals(0, context.checks(), "it swallows what checkCancelled throws");
          } catch (CancellationException _) {
            // as it should be
          }
        });
  }

  private Program applied(Program program) {
    RecordingContext context = new RecordingContext();
    Program output = pass().apply(program, context);
    Findings.assertWellFormed(context);
    assertFalse(context.failed(), () -> "errors in a good program: " + context.diagnostics());
    assertNotNull(output, "null instead of a program");
    return output;
  }

  private List<String> results(Program program, Sample sample) {
    return ReferenceValidator.validate(program, sample.data()).stream()
        .map(result -> essence(result).toString())
        .sorted()
        .toList();
  }
}
