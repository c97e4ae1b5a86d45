// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.validation.RefusedValidator;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.graph.GraphProgram;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.ontoc.runtime.graph.plan.PlanValidator;
import org.osgi.service.component.annotations.Component;

/** Verifies a graph image and interprets it. */
@Component
@ValidatorProvider.Opens("bitactor")
public final class BitactorProvider implements ValidatorProvider {
  @Override
  public Validator open(Plan plan, Path folder, Context context) {
    Path file = folder.resolve(plan.name() + ".bitc");
    try {
      return new PlanValidator(
          plan,
          Optional::empty,
          GraphProgram.validator(GraphReader.read(Files.readAllBytes(file))));
    } catch (IOException | ImageException refused) {
      context.error(
          "E0610",
          Origin.NOWHERE,
          "the compiled image " + file + " cannot be used: " + refused.getMessage(),
          "compile the shapes again, without --signal");
      return new RefusedValidator();
    }
  }
}
