// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import static org.ontoc.runtime.bitactor.Opcode.Destination.EITHER;
import static org.ontoc.runtime.bitactor.Opcode.Destination.REGISTER;
import static org.ontoc.runtime.bitactor.Opcode.Immediate.AUTOMATON;
import static org.ontoc.runtime.bitactor.Opcode.Immediate.CONSTANT;
import static org.ontoc.runtime.bitactor.Opcode.Immediate.FLAGS;
import static org.ontoc.runtime.bitactor.Opcode.Immediate.HELPER;
import static org.ontoc.runtime.bitactor.Opcode.Immediate.RANGE;
import static org.ontoc.runtime.bitactor.Opcode.Immediate.TARGET;

import java.util.Optional;

/**
 * An instruction: its number, its cost in ticks and what its operands may be. The table in
 * docs/bitactor.md says what each does.
 */
public enum Opcode {
  NOP(0x00, 0, Destination.NONE, Use.NONE, Use.NONE, Immediate.NONE),
  LOAD(0x01, 1, REGISTER, Use.WORD, Use.NONE, Immediate.NONE),
  MOV(0x02, 1, EITHER, Use.WORD, Use.NONE, Immediate.NONE),
  ADD(0x03, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  SUB(0x04, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  MUL(0x05, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  AND(0x06, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  OR(0x07, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  XOR(0x08, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  SHL(0x09, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  SHR(0x0A, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  MIN(0x0B, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  MAX(0x0C, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPEQ(0x10, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPNE(0x11, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPLT(0x12, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPLE(0x13, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPLTU(0x14, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPLEU(0x15, 1, EITHER, Use.WORD, Use.WORD, Immediate.NONE),
  CMPEQF(0x16, 1, EITHER, Use.REAL, Use.REAL, Immediate.NONE),
  CMPNEF(0x17, 1, EITHER, Use.REAL, Use.REAL, Immediate.NONE),
  CMPNLTF(0x18, 1, EITHER, Use.REAL, Use.REAL, Immediate.NONE),
  CMPNLEF(0x19, 1, EITHER, Use.REAL, Use.REAL, Immediate.NONE),
  CMPEQT(0x1A, 1, EITHER, Use.TEXT, Use.TEXT, Immediate.NONE),
  CMPNET(0x1B, 1, EITHER, Use.TEXT, Use.TEXT, Immediate.NONE),
  JMP(0x20, 1, Destination.NONE, Use.OPTIONAL_WORD, Use.NONE, TARGET),
  RET(0x21, 1, Destination.NONE, Use.NONE, Use.NONE, Immediate.NONE),
  HASH(0x22, 2, REGISTER, Use.TEXT, Use.NONE, Immediate.NONE),
  COUNT(0x23, 1, REGISTER, Use.TEXT, Use.NONE, Immediate.NONE),
  SIGNAL(0x24, 1, Destination.NONE, Use.NONE, Use.NONE, FLAGS),
  CALL(0x25, 1, EITHER, Use.VARIABLE, Use.NONE, HELPER),
  TRACE(0x26, 1, Destination.NONE, Use.WORD, Use.NONE, Immediate.NONE),
  VRANGE(0x30, 2, EITHER, Use.VARIABLE, Use.NONE, RANGE),
  VRANGEU(0x31, 2, EITHER, Use.VARIABLE, Use.NONE, RANGE),
  VRANGEF(0x32, 2, EITHER, Use.REAL, Use.NONE, RANGE),
  VPATTERN(0x33, 3, EITHER, Use.TEXT_FIELD, Use.NONE, AUTOMATON),
  VCOUNT(0x34, 2, Destination.NONE, Use.NONE, Use.NONE, CONSTANT),
  VLENGTH(0x35, 2, EITHER, Use.TEXT_FIELD, Use.NONE, RANGE),
  PREFETCH(0x40, 0, Destination.NONE, Use.NONE, Use.NONE, Immediate.NONE),
  PERFHASH(0x41, 2, EITHER, Use.WORD, Use.NONE, Immediate.NONE);

  /** Where a value may go: a register, or also a bit of the result, which it may only set. */
  enum Destination {
    NONE,
    REGISTER,
    EITHER
  }

  /** What an operand may be; {@code VARIABLE} is a word that is no constant. */
  enum Use {
    NONE,
    WORD,
    VARIABLE,
    OPTIONAL_WORD,
    REAL,
    TEXT,
    TEXT_FIELD
  }

  /** What the 32 bits at the end mean when no operand is a constant. */
  enum Immediate {
    NONE,
    CONSTANT,
    RANGE,
    AUTOMATON,
    TARGET,
    FLAGS,
    HELPER
  }

  private static final Opcode[] BY_CODE = new Opcode[256];

  static {
    for (Opcode opcode : values()) BY_CODE[opcode.code] = opcode;
  }

  final Destination destination;
  final Use a;
  final Use b;
  final Immediate immediate;
  private final int code;
  private final int ticks;

  Opcode(int code, int ticks, Destination destination, Use a, Use b, Immediate immediate) {
    this.code = code;
    this.ticks = ticks;
    this.destination = destination;
    this.a = a;
    this.b = b;
    this.immediate = immediate;
  }

  public int code() {
    return code;
  }

  public int ticks() {
    return ticks;
  }

  static Optional<Opcode> of(int code) {
    return Optional.ofNullable(BY_CODE[code & 0xFF]);
  }
}
