// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.regex.Pattern;

/**
 * Regular expressions of XPath (Functions and Operators, section 5.6) by means of Java's. The two
 * dialects differ in what {@code $} means at a line end, in subtractions of character classes, and
 * in the name character escapes.
 */
final class Regex {
  private static final String NAME_START = ":" + Datatypes.NAME_START;
  private static final String NAME = ":" + Datatypes.NAME;

  private Regex() {}

  static Pattern of(String regex, String flags) {
    int java = Pattern.UNIX_LINES;
    for (char flag : flags.toCharArray()) {
      java |=
          switch (flag) {
            case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case 's' -> Pattern.DOTALL;
            case 'm' -> Pattern.MULTILINE;
            case 'x' -> 0;
            case 'q' -> Pattern.LITERAL;
            default -> throw new IllegalArgumentException("no flag " + flag);
          };
    }
    if (flags.contains("q")) return Pattern.compile(regex, java);
    return Pattern.compile(translate(regex, flags.contains("m"), flags.contains("x")), java);
  }

  private static String translate(String regex, boolean lines, boolean spaces) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        out.append(escape(regex.charAt(++i), depth > 0));
      } else if (spaces && depth == 0 && " \t\n\r".indexOf(c) >= 0) {
        continue;
      } else if (c == '[') {
        // a class within a class is a subtraction: [a-z-[aeiou]] is [a-z&&[^aeiou]]
        boolean subtraction = depth > 0 && out.charAt(out.length() - 1) == '-';
        if (subtraction) out.setLength(out.length() - 1);
        out.append(subtraction ? "&&[" : "[");
        if (subtraction) {
          boolean negated = i + 1 < regex.length() && regex.charAt(i + 1) == '^';
          if (negated) i++;
          else out.append('^');
        }
        depth++;
      } else if (c == ']' && depth > 0) {
        depth--;
        out.append(c);
      } else if (c == '$' && depth == 0 && !lines) {
        out.append("\\z");
      } else if (c == '&' && depth > 0) {
        out.append("\\&");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String escape(char escaped, boolean inClass) {
    return switch (escaped) {
      case 'i' -> inClass ? NAME_START : "[" + NAME_START + "]";
      case 'I' -> inClass ? "&&[^" + NAME_START + "]" : "[^" + NAME_START + "]";
      case 'c' -> inClass ? NAME : "[" + NAME + "]";
      case 'C' -> inClass ? "&&[^" + NAME + "]" : "[^" + NAME + "]";
      case 'd' -> "\\p{Nd}";
      case 'D' -> "\\P{Nd}";
      case 's' -> inClass ? " \\t\\n\\r" : "[ \\t\\n\\r]";
      case 'S' -> "[^ \\t\\n\\r]";
      case 'w' -> "[^\\p{P}\\p{Z}\\p{C}]";
      case 'W' -> inClass ? "\\p{P}\\p{Z}\\p{C}" : "[\\p{P}\\p{Z}\\p{C}]";
      default -> "\\" + escaped;
    };
  }
}
