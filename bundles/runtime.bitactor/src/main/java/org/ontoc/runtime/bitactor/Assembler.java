// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

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

  private final String[] lines;
  private int number;
  private String[] words = {};
  private int at;

  private Assembler(String source) {
    lines = source.split("\n", -1);
  }

  /**
   * Assembles.
   *
   * @throws ImageException with the line that is wrong
   */
  public static Image assemble(String source) throws ImageException {
    Assembler assembler = new Assembler(source);
    try {
      while (assembler.advance()) assembler.statement();
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      throw new ImageException("line " + assembler.number + ": cannot be understood");
    }
    return assembler.image();
  }

  private Image image() {
    long[] all = code.stream().mapToLong(Long::longValue).toArray();
    return new Image(
        kinds, hash, records, fields, checks, handlers, all, constants, automata, text);
  }

  /** Goes on to the next line that says something. */
  private boolean advance() {
    while (number < lines.length) {
      String line = lines[number++].split(";", 2)[0].strip();
      words = line.split("\\s+");
      at = 0;
      if (!line.isEmpty()) return true;
    }
    return false;
  }

  private void statement() {
    String word = next();
    switch (word) {
      case "image" -> expect("1", "signals");
      case "strings" -> text = HEX.parseHex(next());
      case "text" -> constants.add(new Image.Constant(bits(), FieldType.Kind.TEXT));
      case "word" -> constants.add(new Image.Constant(bits(), FieldType.Kind.WORD));
      case "real" -> constants.add(new Image.Constant(bits(), FieldType.Kind.REAL));
      case "automaton" -> automata.add(automaton());
      case "record" -> record();
      case "field" -> field();
      case "check" -> check();
      case "kind" -> kinds.add(kind());
      case "hash" -> hash = hash();
      case "handler" -> handler();
      default -> instruction(word);
    }
    if (at != words.length) throw new IllegalArgumentException();
  }

  private long bits() {
    return Long.parseUnsignedLong(next().substring(2), 16);
  }

  private Image.Dfa automaton() {
    int states = integer();
    int classes = integer();
    int start = integer();
    byte[] classOf = table("classes");
    byte[] bytes = table("next");
    char[] next = new char[bytes.length / 2];
    for (int i = 0; i < next.length; i++) next[i] = (char) (short) Fields.SHORT.get(bytes, 2 * i);
    return new Image.Dfa(states, classes, start, classOf, next, table("accepting"));
  }

  private byte[] table(String name) {
    if (!advance()) throw new IllegalArgumentException();
    expect(name);
    return HEX.parseHex(next());
  }

  private void record() {
    int name = labelled("name");
    int size = labelled("size");
    int decided = labelled("static");
    records.add(new Image.Layout(name, size, fields.size(), 0, checks.size(), 0, decided));
  }

  private void field() {
    int name = labelled("name");
    int offset = labelled("at");
    int width = labelled("width");
    fields.add(new Image.Field(name, offset, width, constant(FieldType.class)));
    recount();
  }

  private void check() {
    int check = integer();
    int component = labelled("component");
    int field = next().equals("record") ? Image.Check.NO_FIELD : integer();
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
    int name = labelled("name");
    int record = labelled("record");
    int first = labelled("handlers");
    return new Image.Kind(key, name, record, first, integer(), constant(Image.Necessity.class));
  }

  private int[] hash() {
    int[] table = new int[words.length - 1];
    for (int i = 0; i < table.length; i++) table[i] = integer();
    return table;
  }

  private void handler() {
    int record = labelled("record");
    handlers.add(new Image.Handler(code.size(), 0, labelled("ticks"), record));
  }

  private void instruction(String name) {
    Opcode opcode = Opcode.valueOf(name);
    int[] immediate = {0};
    int destination =
        opcode.destination == Opcode.Destination.NONE ? Instruction.NONE : destination();
    int a = operand(opcode.a, immediate);
    int b = operand(opcode.b, immediate);
    if (opcode.immediate != Opcode.Immediate.NONE)
      immediate[0] = Integer.parseInt(next().substring(1));
    code.add(Instruction.of(opcode, destination, a, b, immediate[0]));
    Image.Handler last = handlers.removeLast();
    handlers.add(new Image.Handler(last.first(), last.count() + 1, last.ticks(), last.record()));
  }

  private int destination() {
    String word = next();
    int index = Integer.parseInt(word.substring(1));
    return word.charAt(0) == 'm' ? Instruction.bit(index) : index;
  }

  private int operand(Opcode.Use use, int[] immediate) {
    boolean missing = at == words.length || words[at].charAt(0) == '#';
    if (use == Opcode.Use.NONE || use == Opcode.Use.OPTIONAL_WORD && missing)
      return Instruction.NONE;
    String word = next();
    if (word.equals("p")) return Instruction.PRESENCE;
    int index = Integer.parseInt(word.substring(1));
    if (word.charAt(0) == 'r') return index;
    if (word.charAt(0) == 'f') return Instruction.field(index);
    immediate[0] = index;
    return Instruction.CONSTANT;
  }

  private int labelled(String label) {
    expect(label);
    return integer();
  }

  private void expect(String... expected) {
    for (String word : expected) if (!next().equals(word)) throw new IllegalArgumentException();
  }

  private String next() {
    return words[at++];
  }

  private int integer() {
    return Integer.parseInt(next());
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, next().toUpperCase(Locale.ROOT));
  }
}
