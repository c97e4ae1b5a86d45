// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Source;

/**
 * Graphs that stand in several documents. Blank nodes stay in one, since labels are a document's.
 */
final class Documents {
  private static final int PARTS = 3;

  private Documents() {}

  /** An N-Triples graph in three documents. */
  static List<Source> ofData(String nTriples) {
    return sources("part.nt", "application/n-triples", "", nTriples.lines().toList());
  }

  /**
   * A shapes graph that {@link Turtle} wrote, in three documents: the shapes are those blocks that
   * an empty line divides.
   */
  static List<Source> ofShapes(String turtle) {
    List<String> blocks = List.of(turtle.split("\n\n"));
    return sources(
        "shapes.ttl", "text/turtle", blocks.getFirst() + "\n", blocks.subList(1, blocks.size()));
  }

  private static List<Source> sources(
      String name, String mediaType, String head, List<String> blocks) {
    List<StringBuilder> parts = new ArrayList<>();
    while (parts.size() < PARTS) parts.add(new StringBuilder(head));
    int next = 0;
    for (String block : blocks)
      parts.get(block.contains("_:") ? 0 : next++ % PARTS).append(block).append('\n');
    List<Source> sources = new ArrayList<>();
    for (StringBuilder part : parts)
      sources.add(CompiledEngine.source(sources.size() + name, mediaType, part.toString()));
    return sources;
  }
}
