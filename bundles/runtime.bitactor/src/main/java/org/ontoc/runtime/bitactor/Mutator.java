// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.Arrays;

/** Seeded edits of an image, half of them in its code; most with a checksum that is right again. */
public final class Mutator {
  private final byte[] base;
  private final byte[] mutated;
  private final int codeRow;
  private long state;

  /**
   * Of an image.
   *
   * @param codeRow the index of the code's row in the section table
   */
  public Mutator(byte[] base, int codeRow, long seed) {
    this.base = base.clone();
    mutated = new byte[base.length];
    this.codeRow = ImageHeader.TABLE_AT + 16 * codeRow;
    state = seed;
  }

  /** The next mutation. */
  public byte[] mutation() {
    System.arraycopy(base, 0, mutated, 0, base.length);
    int size = base.length;
    for (long edits = 1 + below(3); edits > 0; edits--) size = edit(size);
    if (size >= ImageHeader.TABLE_AT && below(16) != 0) ImageHeader.mend(mutated, size);
    return Arrays.copyOf(mutated, size);
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

  private int place() {
    if (below(2) == 0) return (int) below(base.length);
    int code = (int) Fields.INT.get(base, codeRow + 4);
    int bytes = (int) Fields.INT.get(base, codeRow + 8);
    return bytes == 0 ? (int) below(base.length) : code + (int) below(bytes);
  }

  /** A number below a bound. */
  public long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }

  /** The next number of the generator, which is xorshift64*. */
  public long next() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return state * 2685821657736338717L;
  }
}
