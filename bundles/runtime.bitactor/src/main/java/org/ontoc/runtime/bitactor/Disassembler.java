// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Writes an image as text from which {@link Assembler} makes the same bytes. Everything after a
 * semicolon is a comment.
 */
public final class Disassembler {
  private static final HexFormat HEX = HexFormat.of();

  private final Image image;
  private final StringBuilder out = new StringBuilder();

  private Disassembler(Image image) {
    this.image = image;
  }

  /** The text of an image that {@link ImageReader} returned. */
  public static String text(Image image) {
    Disassembler writer = new Disassembler(image);
    writer.tables();
    writer.handlers();
    return writer.out.toString();
  }

  private void tables() {
    line("image 1 signals");
    line("strings " + HEX.formatHex(image.text()));
    for (Image.Constant constant : image.constants())
      line(
          lower(constant.kind())
              + " 0x"
              + HEX.toHexDigits(constant.bits())
              + "  ; "
              + shown(constant));
    for (Image.Dfa dfa : image.automata()) automaton(dfa);
    for (Image.Layout layout : image.records()) record(layout);
    for (Image.Kind kind : image.kinds())
      line(
          String.join(
              " ",
              "kind",
              "0x" + HEX.toHexDigits(kind.key()),
              "name " + kind.name(),
              "record " + kind.record(),
              "handlers " + kind.firstHandler() + " " + kind.handlers(),
              lower(kind.necessity()),
              comment(kind.name())));
    StringBuilder hash = new StringBuilder("hash");
    for (int entry : image.hash()) hash.append(' ').append(entry);
    line(hash.toString());
  }

  private String shown(Image.Constant constant) {
    return switch (constant.kind()) {
      case WORD -> Long.toString(constant.bits());
      case REAL -> Double.toString(Double.longBitsToDouble(constant.bits()));
      case TEXT -> quoted((int) constant.bits());
    };
  }

  private void automaton(Image.Dfa dfa) {
    byte[] next = new byte[2 * dfa.next().length];
    for (int i = 0; i < dfa.next().length; i++)
      Fields.SHORT.set(next, 2 * i, (short) dfa.next()[i]);
    line("automaton " + dfa.states() + " " + dfa.classes() + " " + dfa.start());
    line("  classes " + HEX.formatHex(dfa.classOf()));
    line("  next " + HEX.formatHex(next));
    line("  accepting " + HEX.formatHex(dfa.accepting()));
  }

  private void record(Image.Layout layout) {
    String counts = "size " + layout.size() + " static " + layout.staticChecks();
    line("record name " + layout.name() + " " + counts + comment(layout.name()));
    for (int i = 0; i < layout.fields(); i++) {
      Image.Field field = image.fields().get(layout.firstField() + i);
      line(
          "  field name "
              + field.name()
              + " at "
              + field.offset()
              + " width "
              + field.width()
              + " "
              + lower(field.type())
              + comment(field.name()));
    }
    for (int i = 0; i < layout.checks(); i++) {
      Image.Check check = image.checks().get(layout.firstCheck() + i);
      String field = check.field() == Image.Check.NO_FIELD ? "record" : "field " + check.field();
      line(
          "  check "
              + check.number()
              + " component "
              + check.component()
              + " "
              + field
              + comment(check.component()));
    }
  }

  private void handlers() {
    for (int i = 0; i < image.handlers().size(); i++) {
      Image.Handler handler = image.handlers().get(i);
      line("handler record " + handler.record() + " ticks " + handler.ticks() + "  ; handler " + i);
      for (int j = 0; j < handler.count(); j++)
        line("  " + instruction(image.code()[handler.first() + j], handler));
    }
  }

  private String instruction(long word, Image.Handler handler) {
    Opcode opcode = Opcode.of(Instruction.code(word)).orElseThrow();
    StringBuilder text = new StringBuilder(opcode.name());
    int destination = Instruction.destination(word);
    if (opcode.destination != Opcode.Destination.NONE)
      text.append(Instruction.isBit(destination) ? " m" : " r")
          .append(Instruction.number(destination));
    int a = Instruction.a(word);
    int b = Instruction.b(word);
    int immediate = Instruction.immediate(word);
    if (opcode.a != Opcode.Use.NONE && a != Instruction.NONE)
      text.append(' ').append(operand(a, immediate));
    if (opcode.b != Opcode.Use.NONE) text.append(' ').append(operand(b, immediate));
    if (opcode.immediate != Opcode.Immediate.NONE) text.append(" #").append(immediate);
    return text + note(opcode, a, immediate, handler);
  }

  private static String operand(int operand, int immediate) {
    if (Instruction.isRegister(operand)) return "r" + operand;
    if (Instruction.isField(operand)) return "f" + Instruction.number(operand);
    return operand == Instruction.PRESENCE ? "p" : "c" + immediate;
  }

  private String note(Opcode opcode, int a, int immediate, Image.Handler handler) {
    StringBuilder note = new StringBuilder();
    if (Instruction.isField(a)) {
      int first = image.records().get(handler.record()).firstField();
      note.append(image.string(image.fields().get(first + Instruction.number(a)).name()));
    }
    if (opcode.immediate == Opcode.Immediate.RANGE)
      note.append(" in [")
          .append(shown(image.constants().get(immediate)))
          .append(", ")
          .append(shown(image.constants().get(immediate + 1)))
          .append(']');
    return "  ; " + opcode.ticks() + (note.isEmpty() ? "" : " " + safe(note.toString()));
  }

  private String comment(int name) {
    return "  ; " + quoted(name);
  }

  private String quoted(int offset) {
    return '"' + safe(image.string(offset)) + '"';
  }

  /** Comments end with the line, and are read on terminals. */
  private static String safe(String text) {
    return org.ontoc.pipeline.TerminalText.sanitize(text);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
