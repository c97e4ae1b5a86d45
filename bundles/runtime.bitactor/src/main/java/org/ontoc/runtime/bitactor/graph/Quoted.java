// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.HexFormat;

/** Strings of assembly: between quotes, in printable ASCII. */
final class Quoted {
  private static final HexFormat HEX = HexFormat.of();

  private Quoted() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < ' ' || c > '~') out.append("\\u").append(HEX.toHexDigits(c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  /** What stands between the quote at an index and the next one that is not escaped. */
  static String read(String line, int quote) {
    StringBuilder out = new StringBuilder();
    for (int i = quote + 1; line.charAt(i) != '"'; i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (line.charAt(++i) == 'u') {
        out.append((char) HexFormat.fromHexDigits(line, i + 1, i + 5));
        i += 4;
      } else {
        out.append(line.charAt(i));
      }
    }
    return out.toString();
  }
}
