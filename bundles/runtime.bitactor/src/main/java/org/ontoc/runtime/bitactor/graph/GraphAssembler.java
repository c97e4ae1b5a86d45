// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.Words;
import org.ontoc.runtime.graph.Automaton;
import org.ontoc.runtime.graph.PathTable;

/**
 * Makes a graph image of what {@link GraphDisassembler} writes. The image is not verified here:
 * tests make images that lie with it. Instructions go where their opcodes stand.
 */
public final class GraphAssembler {
  private final List<String> strings = new ArrayList<>();
  private int[] program = new int[4];
  private final List<GraphImage.Constant> constants = new ArrayList<>();
  private final List<Integer> classes = new ArrayList<>();
  private final List<Integer> hierarchy = new ArrayList<>();
  private final List<GraphImage.Entry> entries = new ArrayList<>();
  private final List<GraphImage.Target> targets = new ArrayList<>();
  private final List<GraphImage.Handler> handlers = new ArrayList<>();
  private final List<GraphImage.Instruction> code = new ArrayList<>();
  private final List<GraphImage.Check> checks = new ArrayList<>();
  private final List<GraphImage.Qualified> qualified = new ArrayList<>();
  private final List<int[]> sets = new ArrayList<>();
  private final List<PathTable> paths = new ArrayList<>();
  private final List<Automaton.Bytes> byteAutomata = new ArrayList<>();
  private final List<Automaton.Characters> characterAutomata = new ArrayList<>();
  private final List<Automaton.Parallel> programs = new ArrayList<>();

  private final Words in;

  private GraphAssembler(String source) {
    in =
        new Words(source) {
          @Override
          protected boolean takes(String line) {
            if (!line.startsWith("string \"")) return false;
            strings.add(Quoted.read(line, line.indexOf('"')));
            return true;
          }
        };
  }

  /**
   * Assembles.
   *
   * @throws ImageException with the line that is wrong
   */
  public static GraphImage assemble(String source) throws ImageException {
    GraphAssembler assembler = new GraphAssembler(source);
    try {
      while (assembler.in.advance()) assembler.statement();
      return assembler.image();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException wrong) {
      throw new ImageException("line " + assembler.in.line() + ": cannot be understood");
    }
  }

  private GraphImage image() {
    return new GraphImage(
        program[0],
        program[1] != 0,
        program[2],
        program[3],
        constants,
        array(classes),
        array(hierarchy),
        entries,
        targets,
        handlers,
        code,
        checks,
        qualified,
        sets,
        paths,
        byteAutomata,
        characterAutomata,
        programs,
        strings);
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(n -> n).toArray();
  }

  private void statement() {
    String word = in.next();
    switch (word) {
      case "image" -> in.expect("1", "graph");
      case "program" -> program = in.integers(4);
      case "constant" -> {
        int[] n = in.integers(4);
        constants.add(new GraphImage.Constant(n[0], n[1], n[2], n[3]));
      }
      case "class" -> classes.add(in.integer());
      case "subclass" -> hierarchy.addAll(List.of(in.integer(), in.integer()));
      case "set" -> sets.add(in.rest());
      case "path" -> {
        int accept = in.integer();
        int[] first = table("first");
        paths.add(new PathTable(table("moves"), first, accept));
      }
      case "bytes", "characters" -> automaton(word.equals("bytes"));
      case "parallel" -> programs.add(new Automaton.Parallel(in.rest()));
      case "count" ->
          qualified.add(
              new GraphImage.Qualified(
                  Long.parseLong(in.next()),
                  Long.parseLong(in.next()),
                  in.integer(),
                  in.integer()));
      case "check" -> {
        int[] n = in.integers(6);
        checks.add(new GraphImage.Check(n[0], n[1], n[2], n[3], n[4], n[5]));
      }
      case "handler" -> handler();
      case "entry" -> entries.add(new GraphImage.Entry(in.integer(), targets.size(), 0));
      case "target" -> target();
      default -> instruction(GraphOpcode.valueOf(word));
    }
    if (!in.atEnd()) throw new IllegalArgumentException();
  }

  private void automaton(boolean bytes) {
    int[] n = in.integers(4);
    int[] first = bytes ? new int[0] : table("first");
    int[] classOf = table("classes");
    int[] next = table("next");
    int[] states = table("accepting");
    byte[] accepting = new byte[states.length];
    for (int i = 0; i < states.length; i++) accepting[i] = (byte) states[i];
    if (bytes)
      byteAutomata.add(new Automaton.Bytes(n[0], n[1], classOf, next, accepting, n[2], n[3]));
    else
      characterAutomata.add(
          new Automaton.Characters(n[0], n[1], first, classOf, next, accepting, n[2], n[3]));
  }

  private void handler() {
    GraphImage.Source source = in.constant(GraphImage.Source.class);
    int what = in.integer();
    in.expect("ticks");
    int focus = in.integer();
    int value = in.integer();
    in.expect("component");
    int component = in.integer();
    in.expect("depth");
    handlers.add(
        new GraphImage.Handler(
            source, what, code.size(), 0, 0, 0, focus, value, component, in.integer()));
  }

  private void instruction(GraphOpcode opcode) {
    int[] n = in.integers(3);
    int flags = !in.atEnd() && in.next().equals("explained") ? GraphOpcode.EXPLAINED : 0;
    code.add(new GraphImage.Instruction(opcode, flags, n[0], n[1], n[2]));
    int[] counts = new int[GraphOpcode.Place.values().length];
    counts[opcode.place().ordinal()]++;
    GraphImage.Handler h = handlers.removeLast();
    handlers.add(
        new GraphImage.Handler(
            h.source(),
            h.what(),
            h.first(),
            h.counts() + counts[0],
            h.values() + counts[1],
            h.sets() + counts[2],
            h.focusTicks(),
            h.valueTicks(),
            h.component(),
            h.depth()));
  }

  private void target() {
    GraphImage.TargetKind kind = in.constant(GraphImage.TargetKind.class);
    targets.add(new GraphImage.Target(kind, in.integer()));
    GraphImage.Entry last = entries.removeLast();
    entries.add(new GraphImage.Entry(last.handler(), last.firstTarget(), last.targets() + 1));
  }

  private int[] table(String name) {
    in.advanceTo(name);
    return in.rest();
  }
}
