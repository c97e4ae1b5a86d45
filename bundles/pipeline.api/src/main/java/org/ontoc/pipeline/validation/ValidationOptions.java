// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.validation;

import java.util.Optional;
import java.util.OptionalLong;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;

/**
 * The options that every validator has: {@code max-line-bytes}, {@code memory}, {@code detail},
 * {@code detail-depth} and {@code detail-results}.
 *
 * @param maxLineBytes the longest line or token of the data that is accepted; the validator's own
 *     limit when it is not given
 * @param memory the most memory that the data may take, in bytes; as much as there is when it is
 *     not given
 * @param detailDepth the longest chain of results that explain each other (sh:detail); 0: none are
 *     wanted
 * @param detailResults the most that explain one result, whatever their depth
 */
public record ValidationOptions(
    OptionalLong maxLineBytes, OptionalLong memory, int detailDepth, int detailResults) {
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
    right &=
        is(context, "memory", "", "|[1-9][0-9]{6,14}", "give a number of bytes from 1000000 on");
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
    return Optional.of(
        new ValidationOptions(
            number(context, "max-line-bytes"),
            number(context, "memory"),
            detail ? Integer.parseInt(context.option("detail-depth", "16")) : 0,
            detail ? Integer.parseInt(context.option("detail-results", "64")) : 0));
  }

  /** Those of a validator that keeps all data in memory: E0612 when there is a bound. */
  public static Optional<ValidationOptions> inMemory(Context context) {
    Optional<ValidationOptions> options = of(context);
    if (options.isEmpty() || options.get().memory.isEmpty()) return options;
    context.error(
        "E0612",
        Origin.NOWHERE,
        "what validates here keeps the data in memory and takes no bound",
        "leave out --memory, or use the target c and a process, with shapes without queries");
    return Optional.empty();
  }

  private static OptionalLong number(Context context, String option) {
    String value = context.option(option, "");
    return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
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
