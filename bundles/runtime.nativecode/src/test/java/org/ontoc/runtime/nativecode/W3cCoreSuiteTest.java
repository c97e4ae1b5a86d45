// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.conformance.W3cCoreSuite;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/**
 * From front end to native process. The system property {@code ontoc.profile} chooses the
 * compiler's profile, e.g. {@code debug} or {@code threads} for the sanitizers.
 */
final class W3cCoreSuiteTest extends W3cCoreSuite {
  @Override
  protected RecordingContext context() {
    return RecordingContext.of("profile", System.getProperty("ontoc.profile", "quick"));
  }

  @Override
  protected Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    return Stages.build(plan, folder, context).map(compiled -> compiled.open(context));
  }
}
