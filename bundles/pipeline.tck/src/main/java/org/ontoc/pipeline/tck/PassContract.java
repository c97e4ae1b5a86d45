// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.List;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;
import org.ontoc.pipeline.tck.Samples.Sample;

/** What every pass must do. */
public abstract non-sealed class PassContract extends TransformationContract<Program> {
  protected abstract Pass pass();

  @Override
  final Program input(Sample sample) {
    return sample.program();
  }

  @Override
  final Program apply(Program input, RecordingContext context) {
    return pass().apply(input, context);
  }

  @Override
  final List<Result> results(Program output, Sample sample) {
    return ReferenceValidator.validate(output, sample.data());
  }

  @Override
  final Object form(Program output) {
    return output;
  }
}
