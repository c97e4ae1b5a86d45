// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a program as strings that fit into a class file's constants (65,535 bytes of
 * modified UTF-8): numbers are two characters, lists have their length first.
 */
final class TableText {
  private static final int CHUNK = 20_000;

  private TableText() {}

  private static final class Out {
    private final StringBuilder text = new StringBuilder();

    void number(int n) {
      text.append((char) (n >>> 16)).append((char) n);
    }

    void flag(boolean b) {
      number(b ? 1 : 0);
    }

    void string(String s) {
      number(s.length());
      text.append(s);
    }

    void numbers(int[] list) {
      number(list.length);
      for (int n : list) number(n);
    }

    void bytes(byte[] list) {
      number(list.length);
      for (byte n : list) number(n);
    }

    List<String> chunks() {
      List<String> list = new ArrayList<>();
      for (int i = 0; i < text.length(); i += CHUNK)
        list.add(text.substring(i, Math.min(i + CHUNK, text.length())));
      return list;
    }
  }

  static List<String> encode(Program program) {
    Out out = new Out();
    out.number(program.constants.length);
    for (Constant constant : program.constants) {
      out.number(constant.kind());
      out.string(constant.text());
      out.string(constant.qualifier());
    }
    out.numbers(program.predicates);
    out.bytes(program.roles);
    out.flag(program.everything);
    out.number(program.type);
    out.number(program.subClassOf);
    out.numbers(program.classes);
    out.numbers(program.hierarchy);
    out.number(program.entries.size());
    program.entries.forEach(entry -> entry(entry, out));
    out.number(program.paths.size());
    for (PathTable path : program.paths) {
      out.numbers(path.moves());
      out.numbers(path.first());
      out.number(path.accept());
    }
    out.number(program.automata.size());
    program.automata.forEach(automaton -> automaton(automaton, out));
    out.number(program.sets.length);
    for (int[] set : program.sets) out.numbers(set);
    out.number(program.ranges.length);
    for (byte[][] list : program.ranges) {
      out.number(list.length);
      for (byte[] range : list) out.bytes(range);
    }
    out.number(program.checks.size());
    program.checks.forEach(check -> check(check, out));
    out.numbers(program.components);
    return out.chunks();
  }

  private static void entry(Program.Entry entry, Out out) {
    out.number(entry.shape());
    out.number(entry.targets().size());
    for (Program.Target target : entry.targets()) {
      out.number(target.kind().ordinal());
      out.number(target.what());
    }
  }

  private static void automaton(Automaton automaton, Out out) {
    switch (automaton) {
      case Automaton.Bytes a -> {
        out.number(0);
        out.numbers(new int[] {a.classes(), a.start(), a.dead(), a.always()});
        out.numbers(a.classOf());
        out.numbers(a.next());
        out.bytes(a.accepting());
      }
      case Automaton.Characters a -> {
        out.number(1);
        out.numbers(new int[] {a.classes(), a.start(), a.dead(), a.always()});
        out.numbers(a.first());
        out.numbers(a.classOf());
        out.numbers(a.next());
        out.bytes(a.accepting());
      }
      case Automaton.Parallel a -> {
        out.number(2);
        out.numbers(a.program());
      }
    }
  }

  private static void check(Program.CheckText check, Out out) {
    out.string(check.shape());
    out.string(check.path());
    out.string(check.severity());
    out.string(check.component());
    out.string(check.maximumComponent());
    out.string(check.message());
  }

  private static final class In {
    private final String text;
    private int p;

    In(List<String> chunks) {
      text = String.join("", chunks);
    }

    int number() {
      int n = text.charAt(p) << 16 | text.charAt(p + 1);
      p += 2;
      return n;
    }

    String string() {
      int length = number();
      String s = text.substring(p, p + length);
      p += length;
      return s;
    }

    int[] numbers() {
      int[] list = new int[number()];
      for (int i = 0; i < list.length; i++) list[i] = number();
      return list;
    }

    byte[] bytes() {
      byte[] list = new byte[number()];
      for (int i = 0; i < list.length; i++) list[i] = (byte) number();
      return list;
    }
  }

  static Program decode(List<String> chunks) {
    In in = new In(chunks);
    ProgramBuilder builder = new ProgramBuilder();
    for (int n = in.number(); n > 0; n--)
      builder.constants.add(new Constant((byte) in.number(), in.string(), in.string()));
    for (int id : in.numbers()) builder.predicates.add(id);
    builder.roles = in.bytes();
    builder.everything = in.number() != 0;
    int type = in.number();
    builder.classes(type, in.number(), in.numbers(), in.numbers());
    for (int n = in.number(); n > 0; n--) builder.entry(entry(in));
    for (int n = in.number(); n > 0; n--)
      builder.path(new PathTable(in.numbers(), in.numbers(), in.number()));
    for (int n = in.number(); n > 0; n--) builder.automaton(automaton(in));
    for (int n = in.number(); n > 0; n--) builder.set(in.numbers());
    for (int n = in.number(); n > 0; n--) {
      byte[][] list = new byte[in.number()][];
      for (int i = 0; i < list.length; i++) list[i] = in.bytes();
      builder.ranges.add(list);
    }
    for (int n = in.number(); n > 0; n--) {
      builder.check(
          new Program.CheckText(
              in.string(), in.string(), in.string(), in.string(), in.string(), in.string()));
    }
    builder.recursive(in.numbers());
    return builder.build();
  }

  private static Program.Entry entry(In in) {
    int shape = in.number();
    List<Program.Target> targets = new ArrayList<>();
    for (int n = in.number(); n > 0; n--)
      targets.add(new Program.Target(Program.TargetKind.values()[in.number()], in.number()));
    return new Program.Entry(shape, targets);
  }

  private static Automaton automaton(In in) {
    int kind = in.number();
    if (kind == 2) return new Automaton.Parallel(in.numbers());
    int[] n = in.numbers();
    return kind == 0
        ? new Automaton.Bytes(n[0], n[1], in.numbers(), in.numbers(), in.bytes(), n[2], n[3])
        : new Automaton.Characters(
            n[0], n[1], in.numbers(), in.numbers(), in.numbers(), in.bytes(), n[2], n[3]);
  }
}
