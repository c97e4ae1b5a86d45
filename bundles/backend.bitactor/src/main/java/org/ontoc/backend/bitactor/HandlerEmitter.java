// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontoc.runtime.bitactor.FieldType;
import org.ontoc.runtime.bitactor.Instruction;
import org.ontoc.runtime.bitactor.Opcode;

/**
 * Makes the instructions of one handler: values in single-assignment form get registers, each from
 * its computation to its last use.
 */
final class HandlerEmitter {
  private static final int REGISTERS = 16;

  private final Pool pool;
  private final Map<Value, Integer> uses = new HashMap<>();
  private final Map<Value, Integer> registers = new HashMap<>();
  private final List<Long> code = new ArrayList<>();
  private final List<String> listing = new ArrayList<>();
  private int taken;
  private int ticks;

  HandlerEmitter(Pool pool) {
    this.pool = pool;
  }

  /**
   * Adds the instructions for a part of a record's checks and ends the handler.
   *
   * @param required the bits of the required fields; 0 for none
   * @param rules by the bit that each sets
   */
  void emit(long required, Map<Integer, Value> rules) {
    rules.values().forEach(this::use);
    if (required != 0) {
      int constant = pool.constant(required, FieldType.Kind.WORD);
      add(Opcode.VCOUNT, Instruction.NONE, Instruction.NONE, Instruction.NONE, constant);
    }
    rules.forEach((bit, value) -> compute(value, Instruction.bit(bit)));
    add(Opcode.RET, Instruction.NONE, Instruction.NONE, Instruction.NONE, 0);
  }

  List<Long> code() {
    return code;
  }

  int ticks() {
    return ticks;
  }

  /** The instructions with their costs, for people. */
  List<String> listing() {
    return listing;
  }

  private void use(Value value) {
    if (value instanceof Value.Op op && uses.merge(value, 1, Integer::sum) == 1)
      op.operands().forEach(this::use);
    else if (value instanceof Value.Outside || value instanceof Value.Mismatch)
      uses.merge(value, 1, Integer::sum);
  }

  /** Leaves a value in a destination; what is needed again is left in a register, too. */
  private void compute(Value value, int destination) {
    boolean again = uses.getOrDefault(value, 0) > 1;
    if (registers.containsKey(value) || again || !isInstruction(value)) {
      int operand = operand(value);
      add(Opcode.MOV, destination, operand, Instruction.NONE, immediate(value, 0));
      release(value);
    } else instruction(value, destination);
  }

  private static boolean isInstruction(Value value) {
    return value instanceof Value.Op
        || value instanceof Value.Outside
        || value instanceof Value.Mismatch;
  }

  private void instruction(Value value, int destination) {
    switch (value) {
      case Value.Op op -> {
        int[] operands = op.operands().stream().mapToInt(this::operand).toArray();
        int immediate = 0;
        for (Value operand : op.operands()) immediate = immediate(operand, immediate);
        op.operands().forEach(this::release);
        int target = destination < 0 ? allocate(value) : destination;
        add(op.opcode(), target, operands[0], operands[1], immediate);
      }
      case Value.Outside outside -> {
        int target = destination < 0 ? allocate(value) : destination;
        int field = Instruction.field(outside.field().number());
        int pair = pool.pair(outside.low(), outside.high());
        add(outside.opcode(), target, field, Instruction.NONE, pair);
      }
      case Value.Mismatch mismatch -> {
        int target = destination < 0 ? allocate(value) : destination;
        int field = Instruction.field(mismatch.field().number());
        int automaton = pool.automaton(mismatch.automaton());
        add(Opcode.VPATTERN, target, field, Instruction.NONE, automaton);
      }
      case Value.Field _, Value.Presence _, Value.Word _, Value.Real _, Value.Text _ ->
          throw new IllegalArgumentException(value + " is an operand");
    }
  }

  private int operand(Value value) {
    return switch (value) {
      case Value.Field field -> Instruction.field(field.number());
      case Value.Presence _ -> Instruction.PRESENCE;
      case Value.Word _, Value.Real _, Value.Text _ -> Instruction.CONSTANT;
      case Value.Op _, Value.Outside _, Value.Mismatch _ -> {
        if (!registers.containsKey(value)) instruction(value, -1);
        Integer register = registers.get(value);
        if (register == null) throw new IllegalStateException("not computed: " + value);
        yield register;
      }
    };
  }

  /** The constant of an operand that is one. */
  private int immediate(Value value, int otherwise) {
    return switch (value) {
      case Value.Word word -> pool.constant(word.value(), FieldType.Kind.WORD);
      case Value.Real real -> pool.constant(real.bits(), FieldType.Kind.REAL);
      case Value.Text text -> pool.constant(pool.string(text.value()), FieldType.Kind.TEXT);
      case Value.Field _, Value.Presence _, Value.Op _, Value.Outside _, Value.Mismatch _ ->
          otherwise;
    };
  }

  private int allocate(Value value) {
    int register = Integer.numberOfTrailingZeros(~taken);
    if (register >= REGISTERS) throw new TooManyRegisters();
    taken |= 1 << register;
    registers.put(value, register);
    return register;
  }

  private void release(Value value) {
    Integer register = registers.get(value);
    if (register == null || uses.merge(value, -1, Integer::sum) > 0) return;
    taken &= ~(1 << register);
    registers.remove(value);
  }

  private void add(Opcode opcode, int destination, int a, int b, int immediate) {
    code.add(Instruction.of(opcode, destination, a, b, immediate));
    ticks += opcode.ticks();
    listing.add(opcode + " " + opcode.ticks());
  }

  /** A rule that needs more values at once than there are registers. */
  static final class TooManyRegisters extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
