// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** Terms in canonical N-Triples syntax, and text that is safe to show. */
final class NodeText {
  private NodeText() {}

  static String iri(String iri, boolean visible) {
    StringBuilder out = new StringBuilder("<");
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c <= ' ' || c == 0x7F || "<>\"{}|^`\\".indexOf(c) >= 0 || visible && isInvisible(c))
        escape(c, out);
      else out.append(c);
    }
    return out.append('>').toString();
  }

  static String literal(Node node, boolean visible) {
    StringBuilder out = new StringBuilder("\"");
    String text = node.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7F || visible && isInvisible(c)) escape(c, out);
          else out.append(c);
        }
      }
    }
    out.append('"');
    if (!node.language().isEmpty()) return out.append('@').append(node.language()).toString();
    if (node.datatype().equals(Datatype.XSD + "string")) return out.toString();
    return out.append("^^").append(iri(node.datatype(), visible)).toString();
  }

  /** Text with everything escaped that a terminal could act upon. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7F || isInvisible(c)) escape(c, out);
      else out.append(c);
    }
    return out.toString();
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u").append(java.util.HexFormat.of().withUpperCase().toHexDigits(c));
  }

  /** A control, format or bidirectional character beyond ASCII. */
  private static boolean isInvisible(char c) {
    return c >= 0x80 && c < 0xA0
        || c == 0x61C
        || c >= 0x200B && c <= 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0xFEFF;
  }
}
