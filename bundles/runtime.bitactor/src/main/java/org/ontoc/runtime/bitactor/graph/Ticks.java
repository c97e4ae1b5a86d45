// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

/** The cost of a handler: for each focus node, and for each of its value nodes. */
public final class Ticks {
  private long focus;
  private long value;

  /** Adds the cost of an instruction. */
  public void add(GraphImage image, GraphImage.Instruction instruction) {
    GraphOpcode opcode = instruction.opcode();
    focus += opcode.focusTicks();
    value += opcode.valueTicks();
    if (opcode.operand == GraphOpcode.Operand.HANDLERS)
      value += image.sets().get(instruction.a()).length;
    if (opcode != GraphOpcode.QUALIFIED) return;
    int siblings = image.qualified().get(instruction.a()).siblings();
    if (siblings != GraphImage.NO_SET) value += image.sets().get(siblings).length;
  }

  public long focus() {
    return focus;
  }

  public long value() {
    return value;
  }
}
