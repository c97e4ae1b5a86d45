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

  private static final int CODE_ROW = ImageHeader.TABLE_AT + 16 * 6;

  private final byte[] base;
  private final byte[] mutated;
  private long state;
  private long accepted;
  private long digest;

  public Mutations(byte[] base, long seed) {
    this.base = base;
    mutated = new byte[base.length];
    state = seed;
  }

  /** Makes mutations and says what became of them. */
  public String run(long count) {
    for (long i = 0; i < count; i++) {
      byte[] image = java.util.Arrays.copyOf(mutated, mutate());
      try {
        execute(ImageReader.read(image));
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
      for (int i = 0; i < records.length; i++) records[i] = (byte) next();
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

  /** Fills {@code mutated} and returns how much of it counts. */
  private int mutate() {
    System.arraycopy(base, 0, mutated, 0, base.length);
    int size = base.length;
    for (long edits = 1 + below(3); edits > 0; edits--) size = edit(size);
    if (size >= ImageHeader.TABLE_AT && below(16) != 0) ImageHeader.mend(mutated, size);
    return size;
  }

  private int edit(int size) {
    int at = place();
    switch ((int) below(5)) {
      case 0 -> mutated[at] = (byte) next();
      case 1 -> mutated[at] ^= (byte) (1 << below(8));
      case 2 -> Fields.INT.set(mutated, at / 4 * 4, (int) below(64));
      case 3 -> {
        if (below(8) == 0 && at < size) return at;
      }
      default -> System.arraycopy(mutated, place() / 8 * 8, mutated, at / 8 * 8, 8);
    }
    return size;
  }

  /** Half of the edits are in the code. */
  private int place() {
    if (below(2) == 0) return (int) below(base.length);
    int code = (int) Fields.INT.get(base, CODE_ROW + 4);
    int bytes = (int) Fields.INT.get(base, CODE_ROW + 8);
    return code + (int) below(bytes);
  }

  private long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }

  /** xorshift64*. */
  private long next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return state * 2685821657736338717L;
  }
}
