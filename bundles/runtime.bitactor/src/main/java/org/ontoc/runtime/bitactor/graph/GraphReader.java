// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageHeader;
import org.ontoc.runtime.bitactor.graph.GraphFormat.Section;
import org.ontoc.runtime.graph.Automaton;
import org.ontoc.runtime.graph.PathTable;

/** Decodes a graph image and verifies it: what this returns is safe to execute. */
public final class GraphReader {
  /** The mode of graph images. */
  public static final int MODE = GraphFormat.MODE;

  private final SectionReader in;

  private GraphReader(SectionReader in) {
    this.in = in;
  }

  /**
   * Reads an image.
   *
   * @throws ImageException when the bytes are no canonical image, or when the image lies
   */
  public static GraphImage read(byte[] bytes) throws ImageException {
    int[] none = new int[Section.values().length];
    List<ImageHeader.Section> sections =
        ImageHeader.read(
            bytes, GraphFormat.MODE, GraphFormat.MOST_BYTES, GraphFormat.sections(none, none));
    GraphImage image = new GraphReader(new SectionReader(bytes, sections)).image();
    if (!Arrays.equals(GraphWriter.write(image), bytes))
      throw new ImageException("the image is not canonical");
    GraphVerifier.verify(image);
    return image;
  }

  private interface Entry<T> {
    T read() throws ImageException;
  }

  private <T> List<T> all(Section section, Entry<T> entry) throws ImageException {
    List<T> list = new ArrayList<>();
    for (int n = in.enter(section); n > 0; n--) list.add(entry.read());
    in.leave();
    return list;
  }

  private GraphImage image() throws ImageException {
    SectionReader.require(in.enter(Section.PROGRAM) == 1, "there is not one program");
    int[] program = in.numbers(4);
    return new GraphImage(
        program[0],
        SectionReader.member(new Boolean[] {false, true}, program[1]),
        program[2],
        program[3],
        all(Section.CONSTANTS, this::constant),
        in.numbers(in.enter(Section.CLASSES)),
        in.numbers(2 * in.enter(Section.HIERARCHY)),
        all(Section.ENTRIES, () -> new GraphImage.Entry(in.number(), in.number(), in.number())),
        all(Section.TARGETS, this::target),
        all(Section.HANDLERS, this::handler),
        all(Section.CODE, this::instruction),
        all(Section.CHECKS, this::check),
        all(Section.QUALIFIED, this::qualified),
        sets(),
        all(Section.PATHS, this::path),
        all(Section.BYTE_AUTOMATA, this::byteAutomaton),
        all(Section.CHARACTER_AUTOMATA, this::characterAutomaton),
        all(Section.PROGRAMS, this::program),
        strings());
  }

  private GraphImage.Constant constant() throws ImageException {
    int kinds = in.number();
    return new GraphImage.Constant(kinds & 0xFF, kinds >>> 8 & 0xFF, in.number(), in.number());
  }

  private GraphImage.Target target() throws ImageException {
    return new GraphImage.Target(
        SectionReader.member(GraphImage.TargetKind.values(), in.number()), in.number());
  }

  private GraphImage.Handler handler() throws ImageException {
    GraphImage.Source source = SectionReader.member(GraphImage.Source.values(), in.number());
    int[] n = in.numbers(9);
    for (int i = 1; i < 5; i++) SectionReader.require(n[i] >= 0, "a handler is too large");
    return new GraphImage.Handler(source, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
  }

  private GraphImage.Instruction instruction() throws ImageException {
    int code = in.number();
    GraphOpcode opcode =
        GraphOpcode.of(code).orElseThrow(() -> new ImageException("an opcode is unknown"));
    return new GraphImage.Instruction(opcode, code >>> 8, in.number(), in.number(), in.number());
  }

  private GraphImage.Check check() throws ImageException {
    int[] n = in.numbers(6);
    return new GraphImage.Check(n[0], n[1], n[2], n[3], n[4], n[5]);
  }

  private GraphImage.Qualified qualified() throws ImageException {
    return new GraphImage.Qualified(in.longNumber(), in.longNumber(), in.number(), in.number());
  }

  private List<int[]> sets() throws ImageException {
    int[] table = in.numbers(2 * in.enter(Section.SETS));
    int[] all = in.numbers(in.enter(Section.NUMBERS));
    List<int[]> sets = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < table.length; i += 2) {
      boolean follows = table[i] == first && table[i + 1] >= 0;
      SectionReader.require(follows && table[i + 1] <= all.length - first, "a set is misplaced");
      first += table[i + 1];
      sets.add(Arrays.copyOfRange(all, table[i], first));
    }
    return sets;
  }

  private PathTable path() throws ImageException {
    int[] n = in.numbers(4);
    in.need(n[0], 4);
    in.need(n[1], 12);
    int[] first = in.numbers(n[0] + 1);
    int[] moves = in.numbers(3 * n[1]);
    in.align();
    return new PathTable(moves, first, n[2]);
  }

  private Automaton.Bytes byteAutomaton() throws ImageException {
    int[] n = in.numbers(6);
    int[] classOf = in.bytes(256);
    int[] next = in.shorts(transitions(n[0], n[1]));
    byte[] accepting = in.raw(n[0]);
    in.align();
    return new Automaton.Bytes(n[1], n[2], classOf, next, accepting, n[3], n[4]);
  }

  private Automaton.Characters characterAutomaton() throws ImageException {
    int[] n = in.numbers(6);
    int[] first = in.numbers(n[5]);
    int[] classOf = in.shorts(n[5]);
    int[] next = in.shorts(transitions(n[0], n[1]));
    byte[] accepting = in.raw(n[0]);
    in.align();
    return new Automaton.Characters(n[1], n[2], first, classOf, next, accepting, n[3], n[4]);
  }

  private static int transitions(int states, int classes) throws ImageException {
    long all = (states & 0xFFFF_FFFFL) * (classes & 0xFFFF_FFFFL);
    SectionReader.require(all <= GraphFormat.MOST_BYTES, "an automaton is cut off");
    return (int) all;
  }

  private Automaton.Parallel program() throws ImageException {
    int[] n = in.numbers(2);
    in.need(n[0], 12);
    int[] program = in.numbers(3 * n[0]);
    in.align();
    return new Automaton.Parallel(program);
  }

  private List<String> strings() throws ImageException {
    int[] ends = in.numbers(in.enter(Section.STRINGS));
    byte[] text = in.raw(in.enter(Section.TEXT));
    List<String> strings = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      SectionReader.require(end >= from && end <= text.length, "a string is misplaced");
      try {
        ByteBuffer bytes = ByteBuffer.wrap(text, from, end - from);
        strings.add(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
      } catch (CharacterCodingException _) {
        throw new ImageException("a string is not UTF-8");
      }
      from = end;
    }
    return strings;
  }
}
