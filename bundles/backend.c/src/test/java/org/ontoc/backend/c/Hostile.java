// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.List;
import java.util.Random;

/** Texts that try to get out of strings, comments and templates. */
final class Hostile {
  private static final List<String> PARTS =
      List.of(
          "\"",
          "'",
          "\\",
          "\\\"",
          "*/",
          "/*",
          "//",
          "\\\n",
          "??/",
          "??/\n",
          "??'",
          "??=",
          "<:",
          "%:",
          "%>",
          "#line 1 \"x\"",
          "\n#include </etc/passwd>\n",
          "%s%n",
          "\0",
          "\r",
          "\u2028",
          "\u202E",
          "\u2066",
          "\uFEFF",
          "\uD800",
          "\uDC00",
          "😀",
          "é",
          "\");system(\"touch x\");//",
          "*/int x;/*",
          "$name",
          "${name}",
          "#set($x=1)",
          "#end",
          "]]#",
          "#[[",
          "##",
          "$!{x}",
          "__FILE__",
          "_Pragma(\"x\")",
          "\u0007",
          "\u001B[31m",
          "\u007F",
          "\u0085",
          "0",
          "7",
          "a",
          "x",
          " ",
          "{",
          "}",
          ";",
          ",",
          "main",
          "NULL",
          "uint32_t",
          "@import",
          "\\u0022",
          "\\x22",
          "\\123",
          "L\"",
          "R\"(",
          ")\"");

  private Hostile() {}

  static String text(Random random) {
    StringBuilder out = new StringBuilder();
    int parts = 1 + random.nextInt(8);
    for (int i = 0; i < parts; i++) {
      if (random.nextInt(4) == 0) out.append((char) random.nextInt(0x10000));
      else out.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return out.toString();
  }
}
