// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

/** The records and registers of a batch, and what instructions compute of them in each lane. */
final class LaneOperands {
  private static final int COUNT = Lanes.COUNT;
  private static final int WINDOW = Instruction.REGISTERS * COUNT;

  private final Fields fields;
  private final long[] constants;

  /** Looks at texts, a lane at a time. */
  private final Interpreter single;

  /** Those of a handler, then of the helper that it calls; a register's lanes are neighbours. */
  private final long[] registers = new long[2 * WINDOW];

  private final long[] presence = new long[COUNT];
  private final int[] records = new int[COUNT];
  private final long[] x = new long[COUNT];
  private final long[] y = new long[COUNT];
  private final double[] u = new double[COUNT];
  private final double[] v = new double[COUNT];
  private Image.Layout layout = new Image.Layout(0, 0, 0, 0, 0, 0, 0);
  private byte[] bytes = {};
  private int window;

  LaneOperands(Image image) {
    fields = new Fields(image);
    single = new Interpreter(image);
    constants = image.constants().stream().mapToLong(Image.Constant::bits).toArray();
  }

  /** Takes records into the first lanes; the others repeat the first. */
  void enter(Image.Layout records, byte[] data, int[] at, int count) {
    layout = records;
    bytes = data;
    long known = records.fields() == 64 ? ~0L : (1L << records.fields()) - 1;
    for (int l = 0; l < COUNT; l++) {
      int from = at[l < count ? l : 0];
      java.util.Objects.checkFromIndexSize(from, records.size(), data.length);
      this.records[l] = from;
      presence[l] = (long) Fields.LONG.get(data, from) & known;
    }
  }

  void enterHelper(long[] argument) {
    window = WINDOW;
    System.arraycopy(argument, 0, registers, WINDOW, COUNT);
  }

  void leaveHelper(long[] result) {
    window = 0;
    System.arraycopy(registers, WINDOW, result, 0, COUNT);
  }

  void store(int register, int active, long[] result) {
    int at = window + register * COUNT;
    for (int l = 0; l < COUNT; l++) if ((active >>> l & 1) != 0) registers[at + l] = result[l];
  }

  /** The bits of a constant that a lane's presence word has not. */
  long absent(int lane, int constant) {
    return constants[constant] & ~presence[lane];
  }

  /** An operand's word in each lane; absent fields are 0. */
  void words(int operand, long word, long[] out) {
    if (Instruction.isRegister(operand))
      System.arraycopy(registers, window + operand * COUNT, out, 0, COUNT);
    else if (Instruction.isField(operand)) {
      int number = Instruction.number(operand);
      for (int l = 0; l < COUNT; l++)
        out[l] =
            (presence[l] >>> number & 1) != 0
                ? fields.word(layout.firstField() + number, bytes, records[l])
                : 0;
    } else if (operand == Instruction.PRESENCE) System.arraycopy(presence, 0, out, 0, COUNT);
    else java.util.Arrays.fill(out, constants[Instruction.immediate(word)]);
  }

  private void reals(int operand, long word, double[] out) {
    if (Instruction.isField(operand)) {
      int number = layout.firstField() + Instruction.number(operand);
      for (int l = 0; l < COUNT; l++) out[l] = fields.real(number, bytes, records[l]);
    } else
      java.util.Arrays.fill(out, Double.longBitsToDouble(constants[Instruction.immediate(word)]));
  }

  /** What an instruction with a value computes in each lane. */
  void values(int opcode, long word, int active, long[] out) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int n = Instruction.immediate(word);
    switch (opcode) {
      case 0x01, 0x02 -> words(a, word, out);
      case 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C -> {
        words(a, word, x);
        words(b, word, y);
        computed(opcode, out);
      }
      case 0x10, 0x11, 0x12, 0x13, 0x14, 0x15 -> {
        words(a, word, x);
        words(b, word, y);
        compared(opcode, out);
        present(a, out);
        present(b, out);
      }
      case 0x30, 0x31 -> {
        words(a, word, x);
        ranged(opcode, constants[n], constants[n + 1], out);
        present(a, out);
      }
      case 0x16, 0x17, 0x18, 0x19 -> {
        reals(a, word, u);
        reals(b, word, v);
        comparedReals(opcode, out);
        present(a, out);
        present(b, out);
      }
      default -> {
        for (int l = 0; l < COUNT; l++)
          if ((active >>> l & 1) != 0) out[l] = alone(l, opcode, a, word);
      }
    }
  }

  /** Texts, and what is rare: as the interpreter of single records does it. */
  private long alone(int lane, int opcode, int a, long word) {
    single.enter(layout, bytes, records[lane]);
    if (Instruction.isRegister(a)) single.set(a, registers[window + a * COUNT + lane]);
    return single.value(opcode, word);
  }

  /** A test of an absent field is 0. */
  private void present(int operand, long[] out) {
    if (!Instruction.isField(operand)) return;
    int number = Instruction.number(operand);
    for (int l = 0; l < COUNT; l++) out[l] &= presence[l] >>> number;
  }

  private void computed(int opcode, long[] out) {
    for (int l = 0; l < COUNT; l++)
      out[l] =
          switch (opcode) {
            case 0x03 -> x[l] + y[l];
            case 0x04 -> x[l] - y[l];
            case 0x05 -> x[l] * y[l];
            case 0x06 -> x[l] & y[l];
            case 0x07 -> x[l] | y[l];
            case 0x08 -> x[l] ^ y[l];
            case 0x09 -> x[l] << y[l];
            case 0x0A -> x[l] >>> y[l];
            case 0x0B -> Math.min(x[l], y[l]);
            default -> Math.max(x[l], y[l]);
          };
  }

  private void compared(int opcode, long[] out) {
    for (int l = 0; l < COUNT; l++) {
      boolean holds =
          switch (opcode) {
            case 0x10 -> x[l] == y[l];
            case 0x11 -> x[l] != y[l];
            case 0x12 -> x[l] < y[l];
            case 0x13 -> x[l] <= y[l];
            case 0x14 -> Long.compareUnsigned(x[l], y[l]) < 0;
            default -> Long.compareUnsigned(x[l], y[l]) <= 0;
          };
      out[l] = holds ? 1 : 0;
    }
  }

  private void ranged(int opcode, long low, long high, long[] out) {
    long flip = opcode == 0x31 ? Long.MIN_VALUE : 0; // orders unsigned words as signed ones
    for (int l = 0; l < COUNT; l++) {
      long value = x[l] ^ flip;
      out[l] = value < (low ^ flip) || value > (high ^ flip) ? 1 : 0;
    }
  }

  private void comparedReals(int opcode, long[] out) {
    for (int l = 0; l < COUNT; l++) {
      boolean holds =
          switch (opcode) {
            case 0x16 -> u[l] == v[l];
            case 0x17 -> u[l] != v[l];
            case 0x18 -> !(u[l] < v[l]);
            default -> !(u[l] <= v[l]);
          };
      out[l] = holds ? 1 : 0;
    }
  }
}
