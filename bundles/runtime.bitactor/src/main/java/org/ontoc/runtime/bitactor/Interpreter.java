// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

/**
 * Executes handlers of a verified image. It allocates nothing while it runs. For one thread at a
 * time.
 */
public final class Interpreter {
  private final Image image;
  private final Fields fields;
  private final long[] code;
  private final long[] constants;
  private final int[] costs = new int[256];

  /** Those of a handler, and of the helper that it calls. */
  private final long[] registers = new long[2 * Instruction.REGISTERS];

  // The record at hand; fields are numbered in the image, hence the base.
  private byte[] bytes = {};
  private int record;
  private int base;
  private long presence;

  private int ticks;
  private int flags;
  private long trace;
  private int window;

  /** An interpreter of an image that {@link ImageReader} returned. */
  public Interpreter(Image image) {
    this.image = image;
    fields = new Fields(image);
    code = image.code();
    constants = image.constants().stream().mapToLong(Image.Constant::bits).toArray();
    for (Opcode opcode : Opcode.values()) costs[opcode.code()] = opcode.ticks();
  }

  /** What the handlers that ran since {@link #begin} cost. */
  public int ticks() {
    return ticks;
  }

  /** What SIGNAL set since {@link #begin}. */
  public int flags() {
    return flags;
  }

  /** Over the words that TRACE saw since {@link #begin}; 0 when there were none. */
  public long trace() {
    return trace;
  }

  /** Forgets ticks, flags and trace. */
  public void begin() {
    ticks = 0;
    flags = 0;
    trace = 0;
  }

  /** Runs the handlers of a kind over a record and returns the bits of the violated checks. */
  public long check(int kind, byte[] data, int at) {
    begin();
    Image.Kind known = image.kinds().get(kind);
    long violated = 0;
    for (int i = 0; i < known.handlers(); i++) violated |= run(known.firstHandler() + i, data, at);
    return violated;
  }

  /**
   * Runs a handler over a record.
   *
   * @param at where the record begins; it lies wholly in the bytes
   * @return the bits of the violated checks
   */
  public long run(int handler, byte[] data, int at) {
    Image.Handler entry = image.handlers().get(handler);
    enter(image.records().get(entry.record()), data, at);
    return loop(entry.first());
  }

  /** Takes the record that operands are read from. */
  void enter(Image.Layout layout, byte[] data, int at) {
    java.util.Objects.checkFromIndexSize(at, layout.size(), data.length);
    bytes = data;
    record = at;
    base = layout.firstField();
    long known = layout.fields() == 64 ? ~0L : (1L << layout.fields()) - 1;
    presence = (long) Fields.LONG.get(data, at) & known;
  }

  /** Sets a register of the handler. */
  void set(int register, long value) {
    registers[register] = value;
  }

  private long loop(int first) {
    long violated = 0;
    int next = first;
    while (true) {
      long word = code[next++];
      int opcode = Instruction.code(word);
      ticks += costs[opcode];
      switch (opcode) {
        case 0x00, 0x40 -> {}
        case 0x20 -> {
          int condition = Instruction.a(word);
          if (condition == Instruction.NONE || word(condition, word) != 0)
            next = first + Instruction.immediate(word);
        }
        case 0x21 -> {
          return violated;
        }
        case 0x24 -> flags |= Instruction.immediate(word);
        case 0x26 -> trace = traced(trace, word(Instruction.a(word), word));
        case 0x34 -> violated |= constants[Instruction.immediate(word)] & ~presence;
        default -> {
          int destination = Instruction.destination(word);
          long value;
          if (opcode == 0x25) {
            violated |= call(word);
            value = registers[Instruction.REGISTERS];
          } else value = value(opcode, word);
          if (Instruction.isRegister(destination)) registers[window + destination] = value;
          else if (value != 0) violated |= 1L << Instruction.number(destination);
        }
      }
    }
  }

  /** Runs a helper, which leaves its value in its first register. */
  private long call(long word) {
    registers[Instruction.REGISTERS] = word(Instruction.a(word), word);
    window = Instruction.REGISTERS;
    long violated = loop(image.handlers().get(Instruction.immediate(word)).first());
    window = 0;
    return violated;
  }

  /** What TRACE makes of the words that it saw before, and one more. */
  static long traced(long trace, long word) {
    return (trace ^ word) * Fnv.PRIME + 1;
  }

  /** What an instruction with a value computes of the record at hand. */
  long value(int opcode, long word) {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    return switch (opcode) {
      case 0x01, 0x02 -> word(a, word);
      case 0x03 -> word(a, word) + word(b, word);
      case 0x04 -> word(a, word) - word(b, word);
      case 0x05 -> word(a, word) * word(b, word);
      case 0x06 -> word(a, word) & word(b, word);
      case 0x07 -> word(a, word) | word(b, word);
      case 0x08 -> word(a, word) ^ word(b, word);
      case 0x09 -> word(a, word) << word(b, word);
      case 0x0A -> word(a, word) >>> word(b, word);
      case 0x0B -> Math.min(word(a, word), word(b, word));
      case 0x0C -> Math.max(word(a, word), word(b, word));
      case 0x22 -> hash(a, word);
      case 0x23 -> characters(a, word);
      case 0x41 -> image.kindOf(word(a, word));
      default -> present(a) && present(b) && test(opcode, a, b, word) ? 1 : 0;
    };
  }

  private boolean test(int opcode, int a, int b, long word) {
    int index = Instruction.immediate(word);
    return switch (opcode) {
      case 0x10 -> word(a, word) == word(b, word);
      case 0x11 -> word(a, word) != word(b, word);
      case 0x12 -> word(a, word) < word(b, word);
      case 0x13 -> word(a, word) <= word(b, word);
      case 0x14 -> Long.compareUnsigned(word(a, word), word(b, word)) < 0;
      case 0x15 -> Long.compareUnsigned(word(a, word), word(b, word)) <= 0;
      case 0x16 -> real(a, word) == real(b, word);
      case 0x17 -> real(a, word) != real(b, word);
      case 0x18 -> !(real(a, word) < real(b, word));
      case 0x19 -> !(real(a, word) <= real(b, word));
      case 0x1A -> same(a, b, word);
      case 0x1B -> !same(a, b, word);
      case 0x30 -> word(a, word) < constants[index] || word(a, word) > constants[index + 1];
      case 0x31 ->
          Long.compareUnsigned(word(a, word), constants[index]) < 0
              || Long.compareUnsigned(word(a, word), constants[index + 1]) > 0;
      case 0x32 -> {
        double real = real(a, word);
        yield !(Double.longBitsToDouble(constants[index]) <= real
            && real <= Double.longBitsToDouble(constants[index + 1]));
      }
      case 0x33 -> !matches(image.automata().get(index), a, word);
      case 0x35 -> {
        long length = characters(a, word);
        yield length < constants[index] || length > constants[index + 1];
      }
      default -> throw new IllegalStateException("the image was not verified");
    };
  }

  private boolean present(int operand) {
    return !Instruction.isField(operand) || (presence >>> Instruction.number(operand) & 1) != 0;
  }

  private long word(int operand, long word) {
    if (Instruction.isRegister(operand)) return registers[window + operand];
    if (Instruction.isField(operand))
      return present(operand) ? fields.word(base + Instruction.number(operand), bytes, record) : 0;
    return operand == Instruction.PRESENCE ? presence : constants[Instruction.immediate(word)];
  }

  private double real(int operand, long word) {
    return Instruction.isField(operand)
        ? fields.real(base + Instruction.number(operand), bytes, record)
        : Double.longBitsToDouble(constants[Instruction.immediate(word)]);
  }

  // A text is where it begins and how long it is, in the record or in the image.

  private byte[] textBytes(int operand) {
    return Instruction.isField(operand) ? bytes : image.text();
  }

  private int textStart(int operand, long word) {
    return Instruction.isField(operand)
        ? record + fields.offset(base + Instruction.number(operand))
        : (int) constants[Instruction.immediate(word)];
  }

  private int textLength(int operand, long word) {
    if (!Instruction.isField(operand))
      return Fields.length(image.text(), textStart(operand, word), Integer.MAX_VALUE);
    return present(operand) ? fields.length(base + Instruction.number(operand), bytes, record) : 0;
  }

  private boolean same(int a, int b, long word) {
    int one = textStart(a, word);
    int two = textStart(b, word);
    return java.util.Arrays.equals(
        textBytes(a), one, one + textLength(a, word), textBytes(b), two, two + textLength(b, word));
  }

  private long hash(int operand, long word) {
    int from = textStart(operand, word);
    return Fnv.add(Fnv.BASIS, textBytes(operand), from, from + textLength(operand, word));
  }

  /** Code points: every byte but those that continue one. */
  private long characters(int operand, long word) {
    byte[] text = textBytes(operand);
    int from = textStart(operand, word);
    int count = 0;
    for (int i = textLength(operand, word); i > 0; i--)
      if ((text[from + i - 1] & 0xC0) != 0x80) count++;
    return count;
  }

  private boolean matches(Image.Dfa dfa, int operand, long word) {
    byte[] text = textBytes(operand);
    int from = textStart(operand, word);
    int end = from + textLength(operand, word);
    int state = dfa.start();
    for (int i = from; i < end; i++)
      state = dfa.next()[state * dfa.classes() + (dfa.classOf()[text[i] & 0xFF] & 0xFF)];
    return dfa.accepting()[state] != 0;
  }
}
