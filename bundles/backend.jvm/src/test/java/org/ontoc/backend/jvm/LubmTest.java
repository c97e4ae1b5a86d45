// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.conformance.LubmSuite;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** Known numbers of results. */
final class LubmTest extends LubmSuite {
  @Override
  protected Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException {
    return Built.open(plan, folder, context);
  }
}
