// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.Locale;

/**
 * Loads seeded mutations of an image and runs those that are accepted: each is refused, or runs
 * within its ticks. The program {@code fuzz.c} makes the same mutations, and comes to the same
 * digest.
 */
public final class Mutations {
  /** Run alone, and at once in lanes. */
  private static final int RECORDS = 3;

  private static final int CODE_ROW = 6;

  private final Mutator mutator;
  private long accepted;
  private long digest;

  public Mutations(byte[] base, long seed) {
    mutator = new Mutator(base, CODE_ROW, seed);
  }

  /** Makes mutations and says what became of them. */
  public String run(long count) {
    for (long i = 0; i < count; i++) {
      try {
        execute(ImageReader.read(mutator.mutation()));
      } catch (ImageException _) {
        // refused, as it should be
      }
    }
    return String.format(
        Locale.ROOT, "%d mutations, %d accepted, digest %016x", count, accepted, digest);
  }

  private void execute(Image image) {
    accepted++;
    Interpreter interpreter = new Interpreter(image);
    Lanes lanes = new Lanes(image);
    for (int kind = 0; kind < image.kinds().size(); kind++) {
      int size = image.records().get(image.kinds().get(kind).record()).size();
      byte[] records = new byte[RECORDS * size];
      int[] at = new int[RECORDS];
      for (int i = 0; i < records.length; i++) records[i] = (byte) mutator.next();
      for (int i = 0; i < RECORDS; i++) at[i] = i * size;
      lanes.check(kind, records, at, RECORDS);
      for (int i = 0; i < RECORDS; i++) {
        long violated = interpreter.check(kind, records, at[i]);
        digest = (digest ^ violated ^ interpreter.ticks()) * Fnv.PRIME;
        digest = (digest ^ interpreter.trace() ^ interpreter.flags()) * Fnv.PRIME;
        if (interpreter.ticks() > image.ticks(kind))
          throw new IllegalStateException("over its ticks");
        boolean same =
            violated == lanes.violated(i)
                && interpreter.ticks() == lanes.ticks(i)
                && interpreter.flags() == lanes.flags(i)
                && interpreter.trace() == lanes.trace(i);
        if (!same) throw new IllegalStateException("the lanes came to something else");
      }
    }
  }
}
