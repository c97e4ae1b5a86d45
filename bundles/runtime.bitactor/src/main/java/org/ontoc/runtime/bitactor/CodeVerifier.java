// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import static org.ontoc.runtime.bitactor.Verifier.require;

import java.util.Arrays;
import java.util.List;
import org.ontoc.runtime.bitactor.FieldType.Kind;

/**
 * Proves of a handler that it ends, reads only what is there, uses no register before it is
 * written, and costs at most its ticks. Control flow only goes forward, so that one pass over the
 * instructions sees all paths.
 */
final class CodeVerifier {
  private static final int UNREACHED = -1;
  private static final int MOST_TICKS = 0xFFFE;

  private final Image image;
  private final int number;
  private final Image.Handler handler;
  private final Image.Layout layout;

  /** Most ticks of any path to an instruction. */
  private final int[] ticks;

  /** The registers that every path to an instruction has written. */
  private final int[] written;

  private int at;

  /** Helpers are numbered by their first call: the next that was not called before. */
  private int nextHelper;

  CodeVerifier(Image image, int number) {
    this.image = image;
    this.number = number;
    handler = image.handlers().get(number);
    layout = image.records().get(handler.record());
    ticks = new int[handler.count()];
    written = new int[handler.count()];
  }

  /** Verifies, and returns the number of the next helper that nobody has called. */
  int verify(int helpers) throws ImageException {
    nextHelper = helpers;
    int worst = worst();
    check(
        worst == handler.ticks(),
        "the handler costs " + worst + " ticks, and says " + handler.ticks());
    return nextHelper;
  }

  /** Verifies everything but the ticks that the handler states; returns those that it costs. */
  int worst() throws ImageException {
    Arrays.fill(ticks, UNREACHED);
    Arrays.fill(written, ~0);
    ticks[0] = 0;
    written[0] = number >= image.firstHelper() ? 1 : 0; // a helper's r0 is its argument
    int worst = 0;
    for (at = 0; at < handler.count(); at++) {
      check(ticks[at] != UNREACHED, "no path leads to the instruction");
      long word = image.code()[handler.first() + at];
      Opcode opcode =
          Opcode.of(Instruction.code(word))
              .orElseThrow(() -> new ImageException(place() + "there is no such opcode"));
      operands(opcode, word);
      int cost = ticks[at] + opcode.ticks();
      if (opcode == Opcode.CALL) cost += call(Instruction.immediate(word));
      check(cost <= MOST_TICKS, "the handler costs too many ticks");
      worst = Math.max(worst, cost);
      follow(opcode, word, cost);
    }
    return worst;
  }

  /** What the called helper costs. It is proved to, like every handler; and it calls no other. */
  private int call(int target) throws ImageException {
    int first = image.firstHelper();
    boolean helper = number < first && target >= first && target < image.handlers().size();
    check(
        helper && target <= nextHelper && image.handlers().get(target).record() == handler.record(),
        "a call is not of a helper about the same record");
    if (target == nextHelper) nextHelper++;
    return image.handlers().get(target).ticks();
  }

  private void follow(Opcode opcode, long word, int cost) throws ImageException {
    int after = written[at];
    int destination = Instruction.destination(word);
    if (opcode.destination != Opcode.Destination.NONE && Instruction.isRegister(destination))
      after |= 1 << destination;
    if (opcode == Opcode.RET) return;
    if (opcode == Opcode.JMP) {
      int target = Instruction.immediate(word);
      check(target > at && target < handler.count(), "a jump does not go forward in its handler");
      reach(target, cost, after);
      if (Instruction.a(word) == Instruction.NONE) return;
    }
    check(at + 1 < handler.count(), "the handler does not end with RET");
    reach(at + 1, cost, after);
  }

  private void reach(int target, int cost, int registers) {
    ticks[target] = Math.max(ticks[target], cost);
    written[target] &= registers;
  }

  private void operands(Opcode opcode, long word) throws ImageException {
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int immediate = Instruction.immediate(word);
    destination(opcode, Instruction.destination(word));
    operand(opcode.a, a, immediate);
    operand(opcode.b, b, immediate);
    boolean constantA = opcode.a != Opcode.Use.NONE && a == Instruction.CONSTANT;
    boolean constantB = opcode.b != Opcode.Use.NONE && b == Instruction.CONSTANT;
    check(!(constantA && constantB), "both operands are constants");
    if (constantA || constantB) {
      check(opcode.immediate == Opcode.Immediate.NONE, "a constant has no room in the instruction");
      return;
    }
    immediate(opcode, immediate);
  }

  private void destination(Opcode opcode, int destination) throws ImageException {
    boolean fits =
        switch (opcode.destination) {
          case NONE -> destination == Instruction.NONE;
          case REGISTER -> Instruction.isRegister(destination);
          case EITHER ->
              Instruction.isRegister(destination)
                  || Instruction.isBit(destination)
                      && Instruction.number(destination) < layout.checks();
        };
    check(fits, "the destination is wrong");
  }

  private void operand(Opcode.Use use, int operand, int immediate) throws ImageException {
    boolean fits =
        switch (use) {
          case NONE -> operand == Instruction.NONE;
          case OPTIONAL_WORD -> operand == Instruction.NONE || isWord(operand);
          case VARIABLE -> isWord(operand);
          case WORD -> isWord(operand) || isConstant(operand, immediate, Kind.WORD);
          case REAL -> isField(operand, Kind.REAL) || isConstant(operand, immediate, Kind.REAL);
          case TEXT_FIELD -> isField(operand, Kind.TEXT);
          case TEXT -> isField(operand, Kind.TEXT) || isConstant(operand, immediate, Kind.TEXT);
        };
    check(fits, "an operand is not what the instruction takes, or was not written before");
  }

  private boolean isWord(int operand) {
    if (Instruction.isRegister(operand)) return (written[at] >> operand & 1) != 0;
    return operand == Instruction.PRESENCE || isField(operand, Kind.WORD);
  }

  private boolean isField(int operand, Kind kind) {
    if (!Instruction.isField(operand)) return false;
    int number = Instruction.number(operand);
    return number < layout.fields()
        && image.fields().get(layout.firstField() + number).type().kind() == kind;
  }

  private boolean isConstant(int operand, int immediate, Kind kind) {
    List<Image.Constant> constants = image.constants();
    return operand == Instruction.CONSTANT
        && immediate >= 0
        && immediate < constants.size()
        && constants.get(immediate).kind() == kind;
  }

  private void immediate(Opcode opcode, int value) throws ImageException {
    int constant = Instruction.CONSTANT;
    Kind kind = opcode == Opcode.VRANGEF ? Kind.REAL : Kind.WORD;
    boolean fits =
        switch (opcode.immediate) {
          case NONE -> value == 0;
          case CONSTANT -> isConstant(constant, value, Kind.WORD) && isAboutChecks(value);
          case RANGE -> isConstant(constant, value, kind) && isConstant(constant, value + 1, kind);
          case AUTOMATON -> value >= 0 && value < image.automata().size();
          case TARGET, HELPER -> true; // follow() and call() say where it may go
          case FLAGS -> value >= 0 && value <= 0xFF;
        };
    check(fits, "the immediate is wrong");
  }

  /** A bit of VCOUNT is a field and a check. */
  private boolean isAboutChecks(int constant) {
    int both = Math.min(layout.fields(), layout.checks());
    long bits = image.constants().get(constant).bits();
    return both == Image.MOST_BITS || bits >>> both == 0;
  }

  private void check(boolean fact, String otherwise) throws ImageException {
    require(fact, fact ? "" : place() + otherwise);
  }

  private String place() {
    return "instruction " + (handler.first() + at) + ": ";
  }
}
