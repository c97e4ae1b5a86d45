// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;

/** Pairs by seed: batch number n of a seed is the same on every machine. */
final class Generator {
  private Generator() {}

  /** A shapes graph with several data graphs. */
  record Batch(List<Shape> shapes, List<List<Triple>> data) {
    Pair pair(int index) {
      return new Pair(shapes, data.get(index));
    }
  }

  static Batch batch(long seed, int number, int graphs) {
    Draw draw = new Draw(seed * 1_000_003L + number);
    Terms terms = new Terms(draw);
    List<Shape> shapes = new ShapesGenerator(draw, terms).generate();
    List<List<Triple>> data = new ArrayList<>();
    while (data.size() < graphs) data.add(new DataGenerator(draw, terms, shapes).generate());
    return new Batch(shapes, data);
  }
}
