// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;

/**
 * How results are explained (sh:detail): the options {@code detail}, {@code detail-depth} and
 * {@code detail-results}.
 *
 * @param depth the longest chain of explanations; 0: none are wanted
 * @param results the most that explain one result, whatever their depth
 */
record Detail(int depth, int results) {
  private static final String[] NAMES = {"detail-depth", "detail-results"};
  private static final String[] DEFAULTS = {"16", "64"};

  /** To be called when {@link #isWrong} says no. */
  static Detail of(Context context) {
    if (context.option("detail", "true").equals("false")) return new Detail(0, 0);
    return new Detail(number(context, 0), number(context, 1));
  }

  private static int number(Context context, int option) {
    return Integer.parseInt(context.option(NAMES[option], DEFAULTS[option]));
  }

  /** Reports values that are none. */
  static boolean isWrong(Context context) {
    boolean wrong = false;
    String detail = context.option("detail", "true");
    if (!detail.equals("true") && !detail.equals("false")) {
      report(context, "detail", detail, "give true or false");
      wrong = true;
    }
    for (int i = 0; i < NAMES.length; i++) {
      String text = context.option(NAMES[i], DEFAULTS[i]);
      // each level is a few more calls for whoever walks through the details
      String depths = "[1-9][0-9]?|1[0-9]{2}|200";
      if (text.matches(i == 0 ? depths : "[1-9][0-9]{0,5}")) continue;
      report(context, NAMES[i], text, "give a number from 1 to " + (i == 0 ? "200" : "999999"));
      wrong = true;
    }
    return wrong;
  }

  private static void report(Context context, String option, String text, String hint) {
    String message = "the option " + option + " is '" + Tail.printable(text) + "'";
    context.error("E0607", Origin.NOWHERE, message, hint);
  }
}
