// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of C source, in which all comments are nothing and all strings, characters and numbers
 * are alike. Trigraphs and spliced lines, which would let text end elsewhere, are refused.
 */
final class Tokens {
  static final String STRING = "\"\"";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s++|/\\*.*?\\*/)"
              + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\[^\\n])*+\")"
              + "|(?<character>'(?:[^'\\\\\\n]|\\\\[^\\n])++')"
              + "|(?<number>[0-9](?:[eEpP][+-]|[0-9A-Za-z.])*+)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_]*+)"
              + "|(?<mark>[-+*/%<>=!&|^~?:;,.(){}\\[\\]#])",
          Pattern.DOTALL);

  private Tokens() {}

  static List<String> of(String source) {
    if (source.contains("??") || source.matches("(?s).*\\\\[ \\t]*\\n.*"))
      throw new AssertionError("a trigraph or a spliced line");
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    int at = 0;
    while (at < source.length()) {
      if (!matcher.find(at) || matcher.start() != at)
        throw new AssertionError(
            "no token: " + source.substring(at, Math.min(at + 80, source.length())));
      if (matcher.group("string") != null) tokens.add(STRING);
      else if (matcher.group("character") != null) tokens.add("''");
      else if (matcher.group("number") != null) tokens.add("0");
      else if (matcher.group("space") == null) tokens.add(matcher.group());
      at = matcher.end();
    }
    return tokens;
  }
}
