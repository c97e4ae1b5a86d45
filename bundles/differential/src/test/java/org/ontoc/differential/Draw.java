// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.Random;

/** Random choices; the same seed makes the same choices on every machine. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    // java.util.Random's first numbers hardly differ between neighbouring seeds
    random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
  }

  long seed() {
    return random.nextLong();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Between two numbers, both inclusive. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T from(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
