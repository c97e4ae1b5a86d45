// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.Arrays;

/**
 * Executes handlers over up to eight records of one kind at once: registers are eight lanes wide,
 * and each instruction is decoded once. Where lanes jump apart, those that went further wait; jumps
 * only go forward, so one pass over the instructions is enough. It allocates nothing while it runs.
 * For one thread at a time.
 */
public final class Lanes {
  /** Lanes; the most records at once. */
  public static final int COUNT = 8;

  private static final int ENDED = Integer.MAX_VALUE;

  private final Image image;
  private final LaneOperands operands;
  private final int[] costs = new int[256];
  private final long[] violated = new long[COUNT];
  private final int[] ticks = new int[COUNT];
  private final int[] flags = new int[COUNT];
  private final long[] traces = new long[COUNT];
  private final long[] result = new long[COUNT];

  /** For a handler and the helper that it calls: the instruction before which each lane waits. */
  private final int[][] resume = new int[2][COUNT];

  /** Lanes of an image that {@link ImageReader} returned. */
  public Lanes(Image image) {
    this.image = image;
    operands = new LaneOperands(image);
    for (Opcode opcode : Opcode.values()) costs[opcode.code()] = opcode.ticks();
  }

  /** The bits of the violated checks of a lane's record. */
  public long violated(int lane) {
    return violated[lane];
  }

  public int ticks(int lane) {
    return ticks[lane];
  }

  public int flags(int lane) {
    return flags[lane];
  }

  public long trace(int lane) {
    return traces[lane];
  }

  /**
   * Runs the handlers of a kind over records.
   *
   * @param at where each record begins; each lies wholly in the bytes
   * @param count of the records, at most {@link #COUNT}
   */
  public void check(int kind, byte[] data, int[] at, int count) {
    Image.Kind known = image.kinds().get(kind);
    operands.enter(image.records().get(known.record()), data, at, count);
    Arrays.fill(violated, 0);
    Arrays.fill(ticks, 0);
    Arrays.fill(flags, 0);
    Arrays.fill(traces, 0);
    for (int i = 0; i < known.handlers(); i++)
      run(known.firstHandler() + i, (1 << count) - 1, resume[0]);
  }

  /** Runs a handler in the lanes whose bits are set. */
  private void run(int handler, int entered, int[] waiting) {
    Image.Handler entry = image.handlers().get(handler);
    for (int l = 0; l < COUNT; l++) waiting[l] = (entered >>> l & 1) != 0 ? 0 : ENDED;
    for (int i = 0; i < entry.count(); i++) {
      int active = 0;
      for (int l = 0; l < COUNT; l++) active |= (waiting[l] <= i ? 1 : 0) << l;
      if (active == 0) continue;
      long word = image.code()[entry.first() + i];
      int opcode = Instruction.code(word);
      int cost = costs[opcode];
      for (int l = 0; l < COUNT; l++) ticks[l] += (active >>> l & 1) * cost;
      switch (opcode) {
        case 0x00, 0x40 -> {}
        case 0x20, 0x21 -> leave(word, active, waiting);
        case 0x24, 0x26, 0x34 -> act(opcode, word, active);
        default -> {
          if (opcode == 0x25) call(word, active);
          else operands.values(opcode, word, active, result);
          store(word, active);
        }
      }
    }
  }

  /** Where lanes go on after a jump or an end. */
  private void leave(long word, int active, int[] waiting) {
    int condition = Instruction.a(word);
    int target = Instruction.code(word) == 0x21 ? ENDED : Instruction.immediate(word);
    if (condition != Instruction.NONE) operands.words(condition, word, result);
    for (int l = 0; l < COUNT; l++)
      if ((active >>> l & 1) != 0 && (condition == Instruction.NONE || result[l] != 0))
        waiting[l] = target;
  }

  /** Instructions that have effects, but no value. */
  private void act(int opcode, long word, int active) {
    if (opcode == 0x26) operands.words(Instruction.a(word), word, result);
    for (int l = 0; l < COUNT; l++) {
      if ((active >>> l & 1) == 0) continue;
      switch (opcode) {
        case 0x24 -> flags[l] |= Instruction.immediate(word);
        case 0x26 -> traces[l] = Interpreter.traced(traces[l], result[l]);
        default -> violated[l] |= operands.absent(l, Instruction.immediate(word));
      }
    }
  }

  /** Runs a helper, whose value is what it leaves in its first register. */
  private void call(long word, int active) {
    operands.words(Instruction.a(word), word, result);
    operands.enterHelper(result);
    run(Instruction.immediate(word), active, resume[1]);
    operands.leaveHelper(result);
  }

  private void store(long word, int active) {
    int destination = Instruction.destination(word);
    if (Instruction.isRegister(destination)) {
      operands.store(destination, active, result);
      return;
    }
    int bit = Instruction.number(destination);
    for (int l = 0; l < COUNT; l++) if (result[l] != 0) violated[l] |= (active >>> l & 1L) << bit;
  }
}
