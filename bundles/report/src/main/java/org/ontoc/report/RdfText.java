// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import org.ontoc.pipeline.ir.BlankNode;

/** What the two RDF formats have in common. */
final class RdfText {
  private RdfText() {}

  /** Which graph a blank node is of: equal labels of different graphs are different nodes. */
  enum Graph {
    DATA("d_"),
    SHAPES("s_");

    private final String prefix;

    Graph(String prefix) {
      this.prefix = prefix;
    }
  }

  /**
   * A label that every syntax allows; different labels and different graphs give different ones.
   */
  static String label(BlankNode node, Graph graph) {
    StringBuilder label = new StringBuilder("_:").append(graph.prefix);
    node.label().codePoints().forEach(character -> appendLabel(label, character));
    return label.toString();
  }

  private static void appendLabel(StringBuilder label, int character) {
    boolean plain =
        (character >= 'a' && character <= 'z')
            || (character >= 'A' && character <= 'Z')
            || (character >= '0' && character <= '9');
    if (plain) label.appendCodePoint(character);
    else label.append('_').append(Integer.toHexString(character)).append('_');
  }
}
