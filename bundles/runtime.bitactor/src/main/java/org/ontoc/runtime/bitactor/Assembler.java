// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes an image of what {@link Disassembler} writes. The image is not verified here: tests make
 * images that lie with it.
 */
public final class Assembler {
  private static final HexFormat HEX = HexFormat.of();

  private final List<Image.Kind> kinds = new ArrayList<>();
  private int[] hash = {};
  private final List<Image.Layout> records = new ArrayList<>();
  private final List<Image.Field> fields = new ArrayList<>();
  private final List<Image.Check> checks = new ArrayList<>();
  private final List<Image.Handler> handlers = new ArrayList<>();
  private final List<Long> code = new ArrayList<>();
  private final List<Image.Constant> constants = new ArrayList<>();
  private final List<Image.Dfa> automata = new ArrayList<>();
  private byte[] text = {0};

  private final Words in;

  private Assembler(String source) {
    in = new Words(source);
  }

  /**
   * Assembles.
   *
   * @throws ImageException with the line that is wrong
   */
  public static Image assemble(String source) throws ImageException {
    Assembler assembler = new Assembler(source);
    try {
      while (assembler.in.advance()) assembler.statement();
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      throw new ImageException("line " + assembler.in.line() + ": cannot be understood");
    }
    return assembler.image();
  }

  private Image image() {
    long[] all = code.stream().mapToLong(Long::longValue).toArray();
    return new Image(
        kinds, hash, records, fields, checks, handlers, all, constants, automata, text);
  }

  private void statement() {
    String word = in.next();
    switch (word) {
      case "image" -> in.expect("1", "signals");
      case "strings" -> text = HEX.parseHex(in.next());
      case "text" -> constants.add(new Image.Constant(bits(), FieldType.Kind.TEXT));
      case "word" -> constants.add(new Image.Constant(bits(), FieldType.Kind.WORD));
      case "real" -> constants.add(new Image.Constant(bits(), FieldType.Kind.REAL));
      case "automaton" -> automata.add(automaton());
      case "record" -> record();
      case "field" -> field();
      case "check" -> check();
      case "kind" -> kinds.add(kind());
      case "hash" -> hash = in.rest();
      case "handler" -> handler();
      default -> instruction(word);
    }
    if (!in.atEnd()) throw new IllegalArgumentException();
  }

  private long bits() {
    return Long.parseUnsignedLong(in.next().substring(2), 16);
  }

  private Image.Dfa automaton() {
    int states = in.integer();
    int classes = in.integer();
    int start = in.integer();
    byte[] classOf = table("classes");
    byte[] bytes = table("next");
    char[] next = new char[bytes.length / 2];
    for (int i = 0; i < next.length; i++) next[i] = (char) (short) Fields.SHORT.get(bytes, 2 * i);
    return new Image.Dfa(states, classes, start, classOf, next, table("accepting"));
  }

  private byte[] table(String name) {
    in.advanceTo(name);
    return HEX.parseHex(in.next());
  }

  private void record() {
    int name = in.labelled("name");
    int size = in.labelled("size");
    int decided = in.labelled("static");
    records.add(new Image.Layout(name, size, fields.size(), 0, checks.size(), 0, decided));
  }

  private void field() {
    int name = in.labelled("name");
    int offset = in.labelled("at");
    int width = in.labelled("width");
    fields.add(new Image.Field(name, offset, width, in.constant(FieldType.class)));
    recount();
  }

  private void check() {
    int check = in.integer();
    int component = in.labelled("component");
    int field = in.next().equals("record") ? Image.Check.NO_FIELD : in.integer();
    checks.add(new Image.Check(check, component, field));
    recount();
  }

  private void recount() {
    Image.Layout last = records.removeLast();
    records.add(
        new Image.Layout(
            last.name(),
            last.size(),
            last.firstField(),
            fields.size() - last.firstField(),
            last.firstCheck(),
            checks.size() - last.firstCheck(),
            last.staticChecks()));
  }

  private Image.Kind kind() {
    long key = bits();
    int name = in.labelled("name");
    int record = in.labelled("record");
    int first = in.labelled("handlers");
    return new Image.Kind(
        key, name, record, first, in.integer(), in.constant(Image.Necessity.class));
  }

  private void handler() {
    int record = in.labelled("record");
    handlers.add(new Image.Handler(code.size(), 0, in.labelled("ticks"), record));
  }

  private void instruction(String name) {
    Opcode opcode = Opcode.valueOf(name);
    int[] immediate = {0};
    int destination =
        opcode.destination == Opcode.Destination.NONE ? Instruction.NONE : destination();
    int a = operand(opcode.a, immediate);
    int b = operand(opcode.b, immediate);
    if (opcode.immediate != Opcode.Immediate.NONE)
      immediate[0] = Integer.parseInt(in.next().substring(1));
    code.add(Instruction.of(opcode, destination, a, b, immediate[0]));
    Image.Handler last = handlers.removeLast();
    handlers.add(new Image.Handler(last.first(), last.count() + 1, last.ticks(), last.record()));
  }

  private int destination() {
    String word = in.next();
    int index = Integer.parseInt(word.substring(1));
    return word.charAt(0) == 'm' ? Instruction.bit(index) : index;
  }

  private int operand(Opcode.Use use, int[] immediate) {
    boolean missing = in.atEnd() || in.ahead().charAt(0) == '#';
    if (use == Opcode.Use.NONE || use == Opcode.Use.OPTIONAL_WORD && missing)
      return Instruction.NONE;
    String word = in.next();
    if (word.equals("p")) return Instruction.PRESENCE;
    int index = Integer.parseInt(word.substring(1));
    if (word.charAt(0) == 'r') return index;
    if (word.charAt(0) == 'f') return Instruction.field(index);
    immediate[0] = index;
    return Instruction.CONSTANT;
  }
}
