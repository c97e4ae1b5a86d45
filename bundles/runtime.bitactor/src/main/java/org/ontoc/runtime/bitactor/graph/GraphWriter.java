// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ontoc.runtime.bitactor.ImageHeader;
import org.ontoc.runtime.bitactor.graph.GraphFormat.Section;
import org.ontoc.runtime.graph.Automaton;
import org.ontoc.runtime.graph.PathTable;

/** Encodes a graph image; the same image is always the same bytes. */
public final class GraphWriter {
  private static final class Bytes extends ByteArrayOutputStream {
    private int entries;

    void entry(int... numbers) {
      entries++;
      numbers(numbers);
    }

    void numbers(int... numbers) {
      for (int n : numbers) {
        shortNumber(n);
        shortNumber(n >>> 16);
      }
    }

    void longNumber(long n) {
      numbers((int) n, (int) (n >>> 32));
    }

    void shortNumber(int n) {
      write(n);
      write(n >>> 8);
    }

    void shorts(int[] numbers) {
      for (int n : numbers) shortNumber(n);
    }

    void pad() {
      while (size() % 8 != 0) write(0);
    }
  }

  private final Map<Section, Bytes> sections = new EnumMap<>(Section.class);

  private GraphWriter() {
    for (Section section : Section.values()) sections.put(section, new Bytes());
  }

  /** The bytes of an image. It is not verified here. */
  public static byte[] write(GraphImage image) {
    GraphWriter writer = new GraphWriter();
    writer.tables(image);
    writer.handlers(image);
    image.paths().forEach(writer::path);
    image.byteAutomata().forEach(writer::automaton);
    image.characterAutomata().forEach(writer::automaton);
    image.programs().forEach(writer::program);
    writer.strings(image.strings());
    return writer.image();
  }

  private byte[] image() {
    int[] bytes = new int[Section.values().length];
    int[] entries = new int[bytes.length];
    sections.forEach(
        (section, content) -> {
          bytes[section.ordinal()] = content.size();
          entries[section.ordinal()] = content.entries;
        });
    ByteBuffer out = ImageHeader.begin(GraphFormat.MODE, GraphFormat.sections(bytes, entries));
    for (Bytes content : sections.values()) {
      content.pad();
      out.put(content.toByteArray());
    }
    return ImageHeader.seal(out);
  }

  private Bytes to(Section section) {
    Bytes bytes = sections.get(section);
    if (bytes == null) throw new IllegalStateException();
    return bytes;
  }

  private void tables(GraphImage image) {
    to(Section.PROGRAM)
        .entry(image.name(), image.everything() ? 1 : 0, image.type(), image.subClassOf());
    for (GraphImage.Constant c : image.constants())
      to(Section.CONSTANTS).entry(c.kind() | c.role() << 8, c.text(), c.qualifier());
    for (int id : image.classes()) to(Section.CLASSES).entry(id);
    for (int i = 0; i < image.hierarchy().length; i += 2)
      to(Section.HIERARCHY).entry(image.hierarchy()[i], image.hierarchy()[i + 1]);
    for (GraphImage.Entry e : image.entries())
      to(Section.ENTRIES).entry(e.handler(), e.firstTarget(), e.targets());
    for (GraphImage.Target t : image.targets())
      to(Section.TARGETS).entry(t.kind().ordinal(), t.what());
    for (GraphImage.Check c : image.checks())
      to(Section.CHECKS)
          .entry(
              c.shape(), c.path(), c.severity(), c.component(), c.maximumComponent(), c.message());
    int first = 0;
    for (int[] set : image.sets()) {
      to(Section.SETS).entry(first, set.length);
      first += set.length;
      for (int n : set) to(Section.NUMBERS).entry(n);
    }
  }

  private void handlers(GraphImage image) {
    for (GraphImage.Handler h : image.handlers()) {
      Bytes out = to(Section.HANDLERS);
      out.entry(h.source().ordinal(), h.what(), h.first(), h.counts(), h.values(), h.sets());
      out.numbers(h.focusTicks(), h.valueTicks(), h.component(), h.depth());
    }
    for (GraphImage.Instruction i : image.code())
      to(Section.CODE).entry(i.opcode().code() | i.flags() << 8, i.check(), i.a(), i.b());
    for (GraphImage.Qualified q : image.qualified()) {
      Bytes out = to(Section.QUALIFIED);
      out.entries++;
      out.longNumber(q.minimum());
      out.longNumber(q.maximum());
      out.numbers(q.handler(), q.siblings());
    }
  }

  private void path(PathTable path) {
    Bytes out = to(Section.PATHS);
    out.entry(path.first().length - 1, path.moves().length / 3, path.accept(), 0);
    out.numbers(path.first());
    out.numbers(path.moves());
    out.pad();
  }

  private void automaton(Automaton.Bytes a) {
    Bytes out = to(Section.BYTE_AUTOMATA);
    out.entry(a.accepting().length, a.classes(), a.start(), a.dead(), a.always(), 0);
    for (int c : a.classOf()) out.write(c);
    out.shorts(a.next());
    out.writeBytes(a.accepting());
    out.pad();
  }

  private void automaton(Automaton.Characters a) {
    Bytes out = to(Section.CHARACTER_AUTOMATA);
    int ranges = a.first().length;
    out.entry(a.accepting().length, a.classes(), a.start(), a.dead(), a.always(), ranges);
    out.numbers(a.first());
    out.shorts(a.classOf());
    out.shorts(a.next());
    out.writeBytes(a.accepting());
    out.pad();
  }

  private void program(Automaton.Parallel a) {
    Bytes out = to(Section.PROGRAMS);
    out.entry(a.program().length / 3, 0);
    out.numbers(a.program());
    out.pad();
  }

  private void strings(List<String> strings) {
    Bytes text = to(Section.TEXT);
    for (String string : strings) {
      text.writeBytes(string.getBytes(StandardCharsets.UTF_8));
      to(Section.STRINGS).entry(text.size());
    }
    text.entries = text.size();
  }
}
