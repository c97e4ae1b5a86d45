// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner.regex;

/** The flags of F&O 3.1 section 5.6.2. With q, only i has an effect. */
record Flags(
    boolean dotAll, boolean multiLine, boolean ignoreCase, boolean ignoreSpace, boolean quote) {
  static Flags of(String text) throws PatternException {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int flag = text.codePointAt(i);
      if ("smixq".indexOf(flag) < 0) {
        throw PatternException.of(
            PatternException.Kind.FLAGS, "\"" + Character.toString(flag) + "\" is not a flag");
      }
    }
    boolean quote = text.contains("q");
    return new Flags(
        text.contains("s"),
        text.contains("m"),
        text.contains("i"),
        text.contains("x") && !quote,
        quote);
  }
}
