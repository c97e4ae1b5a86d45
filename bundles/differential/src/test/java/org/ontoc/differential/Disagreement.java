// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An unexplained difference of one kind between two engines. */
record Disagreement(Engine left, Engine right, String kind) {
  private static final int TRIALS = 2000;

  Pair shrink(Pair pair) {
    return new Shrinker(this::shows, TRIALS).shrink(pair);
  }

  private boolean shows(Pair pair) {
    return Difference.of(left.name(), left.validate(pair), right.name(), right.validate(pair))
        .stream()
        .anyMatch(d -> d.kind().equals(kind) && Explained.of(pair, d).isEmpty());
  }

  /** A self-contained folder: the two documents and what every engine says. */
  void write(Pair pair, Path folder, List<Engine> engines) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("shapes.ttl"), pair.shapesText());
    Files.writeString(folder.resolve("data.nt"), pair.dataText());
    StringBuilder says = new StringBuilder(kind + "\n");
    for (Engine engine : engines)
      says.append("\n").append(engine.name()).append("\n").append(engine.validate(pair));
    Files.writeString(folder.resolve("verdicts.txt"), says.toString());
  }
}
