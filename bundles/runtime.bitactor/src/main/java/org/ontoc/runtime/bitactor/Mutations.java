// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.Locale;

/**
 * Loads seeded mutations of an image and runs those that are accepted: each is refused, or runs
 * within its ticks. The program {@code fuzz.c} makes the same mutations, and comes to the same
 * digest.
 */
public final class Mutations {
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
    for (int kind = 0; kind < image.kinds().size(); kind++) {
      byte[] record = new byte[image.records().get(image.kinds().get(kind).record()).size()];
      for (int i = 0; i < record.length; i++) record[i] = (byte) next();
      long violated = interpreter.check(kind, record, 0);
      digest = (digest ^ violated ^ interpreter.ticks()) * Fnv.PRIME;
      if (interpreter.ticks() > image.ticks(kind))
        throw new IllegalStateException("over its ticks");
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
