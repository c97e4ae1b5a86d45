// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.conformance.W3cCoreSuite;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** From front end to verified bytecode. */
final class W3cCoreSuiteTest extends W3cCoreSuite {
  @Override
  protected Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    return Built.open(plan, folder, context);
  }
}
