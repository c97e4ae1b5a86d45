// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.runtime.graph.Details;

/** The options {@code detail}, {@code detail-depth} and {@code detail-results}. */
final class Detail {
  private Detail() {}

  /** Empty when an option has a wrong value, which is reported. */
  static Optional<Details> of(Context context) {
    String wanted = context.option("detail", "true");
    if (wanted.equals("false")) return Optional.of(new Details(0, 0));
    if (!wanted.equals("true")) return wrong(context, "detail", wanted, "give true or false");
    String depth = context.option("detail-depth", "16");
    String results = context.option("detail-results", "64");
    // each level is one more call for whoever walks through the details
    if (!depth.matches("[1-9][0-9]{0,2}|1000"))
      return wrong(context, "detail-depth", depth, "give a number from 1 to 1000");
    if (!results.matches("[1-9][0-9]{0,5}"))
      return wrong(context, "detail-results", results, "give a number from 1 to 999999");
    return Optional.of(new Details(Integer.parseInt(depth), Integer.parseInt(results)));
  }

  private static Optional<Details> wrong(
      Context context, String option, String value, String hint) {
    String shown = value.replaceAll("\\p{Cntrl}", "?");
    context.error("E0607", Origin.NOWHERE, "the option " + option + " is '" + shown + "'", hint);
    return Optional.empty();
  }
}
