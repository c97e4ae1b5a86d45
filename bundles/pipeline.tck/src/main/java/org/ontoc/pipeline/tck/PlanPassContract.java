// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.List;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;
import org.ontoc.pipeline.tck.Samples.Sample;

/** What every plan pass must do. */
public abstract non-sealed class PlanPassContract extends TransformationContract<Plan> {
  protected abstract PlanPass pass();

  @Override
  final Plan input(Sample sample) {
    return sample.plan();
  }

  @Override
  final Plan apply(Plan input, RecordingContext context) {
    return pass().apply(input, context);
  }

  @Override
  final List<Result> results(Plan output, Sample sample) {
    return Plans.results(output, sample.data());
  }

  @Override
  final Object form(Plan output) {
    return Plans.text(output);
  }
}
