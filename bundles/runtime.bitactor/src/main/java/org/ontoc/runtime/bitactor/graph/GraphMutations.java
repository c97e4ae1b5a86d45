// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.Mutator;
import org.ontoc.runtime.graph.Details;
import org.ontoc.runtime.graph.Node;
import org.ontoc.runtime.graph.ReadException;
import org.ontoc.runtime.graph.Result;
import org.ontoc.runtime.graph.Validation;

/**
 * Loads seeded mutations of a graph image and validates random graphs of its own terms by those
 * that are accepted: each is refused, or runs to its end.
 */
public final class GraphMutations {
  private static final int TRIPLES = 40;
  private static final long PRIME = 0x100000001B3L;

  private final Mutator mutator;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Node> values = new ArrayList<>();
  private final List<Node> predicates = new ArrayList<>();
  private long accepted;
  private long results;
  private long digest;

  /** Of the bytes of an image, which this was read from. */
  public GraphMutations(byte[] bytes, GraphImage image, long seed) {
    mutator = new Mutator(bytes, GraphFormat.Section.CODE.ordinal(), seed);
    for (GraphImage.Constant constant : image.constants()) {
      String text = image.strings().get(constant.text());
      String qualifier = image.strings().get(constant.qualifier());
      switch (constant.kind()) {
        case 1 -> nodes.add(Node.iri(text));
        case 3 -> values.add(Node.literal(text, qualifier));
        case 4 -> values.add(Node.tagged(text, qualifier));
        default -> nodes.add(Node.blank(text));
      }
      if ((constant.role() & GraphImage.READ) != 0) predicates.add(Node.iri(text));
    }
    for (int i = 0; i < 4; i++) nodes.add(Node.blank("b" + i));
    values.addAll(nodes);
    if (predicates.isEmpty()) predicates.add(Node.iri("urn:p"));
  }

  /** Makes mutations and says what became of them. */
  public String run(long count) {
    for (long i = 0; i < count; i++) {
      try {
        execute(GraphReader.read(mutator.mutation()));
      } catch (ImageException _) {
        // refused, as it should be
      }
    }
    return String.format(
        Locale.ROOT,
        "%d mutations, %d accepted, %d results, digest %016x",
        count,
        accepted,
        results,
        digest);
  }

  private void execute(GraphImage image) {
    accepted++;
    Validation validation = GraphProgram.validator(image).validation();
    validation.details(new Details(4, 16));
    try {
      for (int i = 0; i < TRIPLES; i++) validation.add(one(nodes), one(predicates), one(values));
    } catch (ReadException impossible) {
      throw new IllegalStateException(impossible);
    }
    validation.validate(this::take);
  }

  private Node one(List<Node> list) {
    return list.get((int) mutator.below(list.size()));
  }

  private void take(Result result) {
    results++;
    digest = (digest ^ result.check() ^ (long) result.depth() << 32) * PRIME;
  }
}
