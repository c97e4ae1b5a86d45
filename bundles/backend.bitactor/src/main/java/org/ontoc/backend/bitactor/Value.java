// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import org.ontoc.runtime.bitactor.Opcode;

/**
 * A value in single-assignment form: equal values are computed once in a handler. Fields, constants
 * and the presence word are operands as they are.
 */
sealed interface Value {
  Value TRUE = new Word(1);

  /** A field of the record; absent ones make every test of them false. */
  record Field(int number) implements Value {}

  /** The word whose bit f tells whether field f is present. */
  record Presence() implements Value {}

  record Word(long value) implements Value {}

  /** By its bits, so that NaN equals itself and the zeros differ. */
  record Real(long bits) implements Value {
    static Real of(double value) {
      return new Real(Double.doubleToLongBits(value));
    }
  }

  record Text(String value) implements Value {}

  /** An instruction with two operands. */
  record Op(Opcode opcode, List<Value> operands) implements Value {
    public Op {
      operands = List.copyOf(operands);
    }

    /** The operation, or its result when both operands are known. */
    static Value of(Opcode opcode, Value a, Value b) {
      if (!(a instanceof Word one && b instanceof Word two)) return new Op(opcode, List.of(a, b));
      return switch (opcode) {
        case AND -> new Word(one.value() & two.value());
        case OR -> new Word(one.value() | two.value());
        case XOR -> new Word(one.value() ^ two.value());
        case ADD -> new Word(one.value() + two.value());
        case CMPNE -> new Word(one.value() == two.value() ? 0 : 1);
        default -> throw new IllegalArgumentException(opcode + " of two constants");
      };
    }
  }

  /** Whether a field is outside of a range, both ends included: VRANGE, VRANGEU or VLENGTH. */
  record Outside(Opcode opcode, Field field, long low, long high) implements Value {}

  /** Whether a text does not match the automaton of that number in the plan. */
  record Mismatch(Field field, int automaton) implements Value {}

  /** Whether a field is absent. */
  static Value absent(int field) {
    Value bit = Op.of(Opcode.AND, new Presence(), new Word(1L << field));
    return Op.of(Opcode.CMPEQ, bit, new Word(0));
  }

  static Value not(Value value) {
    return Op.of(Opcode.XOR, value, TRUE);
  }
}
