// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

/**
 * An instruction's eight bytes as one little-endian word: opcode, destination, operands a and b,
 * immediate.
 */
public final class Instruction {
  /** No operand. */
  public static final int NONE = 0xFF;

  /** The constant whose index is the immediate. */
  public static final int CONSTANT = 0x80;

  /** The presence word: bit f is set when field f is present. */
  public static final int PRESENCE = 0xC0;

  static final int REGISTERS = 16;
  private static final int FIELD = 0x40;
  private static final int BIT = 0x80;

  private Instruction() {}

  public static long of(Opcode opcode, int destination, int a, int b, int immediate) {
    return opcode.code()
        | (long) destination << 8
        | (long) a << 16
        | (long) b << 24
        | (long) immediate << 32;
  }

  /** The operand that is a field. */
  public static int field(int number) {
    return FIELD | number;
  }

  /** The destination that is a bit of the result. */
  public static int bit(int number) {
    return BIT | number;
  }

  static int code(long word) {
    return (int) word & 0xFF;
  }

  static int destination(long word) {
    return (int) (word >>> 8) & 0xFF;
  }

  static int a(long word) {
    return (int) (word >>> 16) & 0xFF;
  }

  static int b(long word) {
    return (int) (word >>> 24) & 0xFF;
  }

  static int immediate(long word) {
    return (int) (word >>> 32);
  }

  static boolean isRegister(int operand) {
    return operand < REGISTERS;
  }

  static boolean isField(int operand) {
    return (operand & 0xC0) == FIELD;
  }

  static boolean isBit(int destination) {
    return (destination & 0xC0) == BIT;
  }

  /** Of a field or a bit. */
  static int number(int operand) {
    return operand & 0x3F;
  }
}
