// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.validation;

import java.util.Optional;
import java.util.OptionalLong;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;

/**
 * The options that every validator has: {@code max-line-bytes}, {@code detail}, {@code
 * detail-depth} and {@code detail-results}.
 *
 * @param maxLineBytes the longest line or token of the data that is accepted; the validator's own
 *     limit when it is not given
 * @param detailDepth the longest chain of results that explain each other (sh:detail); 0: none are
 *     wanted
 * @param detailResults the most that explain one result, whatever their depth
 */
public record ValidationOptions(OptionalLong maxLineBytes, int detailDepth, int detailResults) {
  /** Empty when an option has a wrong value; each is reported as E0607. */
  public static Optional<ValidationOptions> of(Context context) {
    boolean detail = context.option("detail", "true").equals("true");
    boolean right = is(context, "detail", "true", "true|false", "give true or false");
    right &=
        is(
            context,
            "max-line-bytes",
            "",
            "|[1-9][0-9]{0,11}",
            "give a number of bytes from 1 to 999999999999");
    // each level is a few more calls for whoever walks through the details
    right &=
        is(
            context,
            "detail-depth",
            "16",
            "[1-9][0-9]?|1[0-9]{2}|200",
            "give a number from 1 to 200");
    right &=
        is(context, "detail-results", "64", "[1-9][0-9]{0,5}", "give a number from 1 to 999999");
    if (!right) return Optional.empty();
    String line = context.option("max-line-bytes", "");
    return Optional.of(
        new ValidationOptions(
            line.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(line)),
            detail ? Integer.parseInt(context.option("detail-depth", "16")) : 0,
            detail ? Integer.parseInt(context.option("detail-results", "64")) : 0));
  }

  private static boolean is(
      Context context, String option, String fallback, String pattern, String hint) {
    String value = context.option(option, fallback);
    if (value.matches(pattern)) return true;
    context.error(
        "E0607",
        Origin.NOWHERE,
        "the option " + option + " is '" + TerminalText.sanitize(value) + "'",
        hint);
    return false;
  }
}
