// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.validation;

import java.util.List;
import java.util.function.Consumer;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Origin;

/** Stands for a validator that could not be opened, which was reported. */
public record RefusedValidator() implements Validator {
  @Override
  public Statistics validate(
      List<Source> data, Consumer<ValidationResult> results, Context context) {
    context.error(
        "E0610", Origin.NOWHERE, "the compiled validator could not be opened", "compile it again");
    return Statistics.NONE;
  }

  @Override
  public void close() {}
}
