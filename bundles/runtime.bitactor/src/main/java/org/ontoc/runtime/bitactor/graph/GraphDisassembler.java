// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.List;
import java.util.Locale;
import org.ontoc.runtime.graph.Automaton;
import org.ontoc.runtime.graph.PathTable;

/**
 * Writes a graph image as text from which {@link GraphAssembler} makes the same bytes: a word and
 * its numbers on each line. Everything after a semicolon is a comment.
 */
public final class GraphDisassembler {
  private final GraphImage image;
  private final StringBuilder out = new StringBuilder();

  private GraphDisassembler(GraphImage image) {
    this.image = image;
  }

  /** The text of an image that {@link GraphReader} returned. */
  public static String text(GraphImage image) {
    GraphDisassembler writer = new GraphDisassembler(image);
    writer.line("image 1 graph");
    writer.strings();
    writer.terms();
    writer.tables();
    writer.checks();
    writer.handlers();
    writer.entries();
    return writer.out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static StringBuilder numbers(String word, int... numbers) {
    StringBuilder text = new StringBuilder(word);
    for (int n : numbers) text.append(' ').append(n);
    return text;
  }

  private void numbersLine(String word, int... numbers) {
    line(numbers(word, numbers).toString());
  }

  private void strings() {
    List<String> strings = image.strings();
    for (int i = 0; i < strings.size(); i++)
      line("string " + Quoted.of(strings.get(i)) + "  ; " + i);
    numbersLine(
        "program", image.name(), image.everything() ? 1 : 0, image.type(), image.subClassOf());
  }

  private String quoted(int string) {
    return Quoted.of(image.strings().get(string));
  }

  private void terms() {
    int id = 0;
    for (GraphImage.Constant c : image.constants())
      line(
          numbers("constant", c.kind(), c.role(), c.text(), c.qualifier())
              + "  ; "
              + ++id
              + " "
              + quoted(c.text()));
    for (int type : image.classes()) line("class " + type + "  ; " + term(type));
    for (int i = 0; i < image.hierarchy().length; i += 2)
      numbersLine("subclass", image.hierarchy()[i], image.hierarchy()[i + 1]);
  }

  private String term(int id) {
    return id == 0 ? "" : quoted(image.constants().get(id - 1).text());
  }

  private void tables() {
    for (int[] set : image.sets()) numbersLine("set", set);
    for (PathTable path : image.paths()) {
      numbersLine("path", path.accept());
      numbersLine("  first", path.first());
      numbersLine("  moves", path.moves());
    }
    for (Automaton.Bytes a : image.byteAutomata()) {
      numbersLine("bytes", a.classes(), a.start(), a.dead(), a.always());
      numbersLine("  classes", a.classOf());
      automaton(a.next(), a.accepting());
    }
    for (Automaton.Characters a : image.characterAutomata()) {
      numbersLine("characters", a.classes(), a.start(), a.dead(), a.always());
      numbersLine("  first", a.first());
      numbersLine("  classes", a.classOf());
      automaton(a.next(), a.accepting());
    }
    for (Automaton.Parallel a : image.programs()) numbersLine("parallel", a.program());
  }

  private void checks() {
    for (GraphImage.Qualified q : image.qualified())
      line("count " + q.minimum() + " " + q.maximum() + " " + q.handler() + " " + q.siblings());
    for (GraphImage.Check c : image.checks())
      line(
          numbers(
                  "check",
                  c.shape(),
                  c.path(),
                  c.severity(),
                  c.component(),
                  c.maximumComponent(),
                  c.message())
              + "  ; "
              + quoted(c.message()));
  }

  private void automaton(int[] next, byte[] accepting) {
    numbersLine("  next", next);
    int[] states = new int[accepting.length];
    for (int i = 0; i < states.length; i++) states[i] = accepting[i];
    numbersLine("  accepting", states);
  }

  private void handlers() {
    int number = 0;
    for (GraphImage.Handler h : image.handlers()) {
      String source = h.source().name().toLowerCase(Locale.ROOT);
      String shown =
          switch (h.source()) {
            case OBJECTS, SUBJECTS -> " " + term(h.what());
            case FOCUS, PATH -> "";
          };
      line(
          numbers("handler " + source, h.what())
              + numbers(" ticks", h.focusTicks(), h.valueTicks()).toString()
              + numbers(" component", h.component())
              + numbers(" depth", h.depth())
              + "  ; "
              + number++
              + shown);
      for (int i = 0; i < h.size(); i++) instruction(image.code().get(h.first() + i));
    }
  }

  private void instruction(GraphImage.Instruction it) {
    String explained = it.isExplained() ? " explained" : "";
    GraphOpcode opcode = it.opcode();
    String ticks = "  ; " + opcode.focusTicks() + "+" + opcode.valueTicks();
    String shown =
        switch (opcode.operand) {
          case TERM, IRI, BOUND, PREDICATE -> " " + term(it.a());
          case CLASS_INDEX -> " " + term(image.classes()[it.a()]);
          default -> "";
        };
    line(numbers("  " + opcode, it.check(), it.a(), it.b()) + explained + ticks + shown);
  }

  private void entries() {
    for (GraphImage.Entry entry : image.entries()) {
      line("entry " + entry.handler() + "  ; " + shape(entry.handler()));
      for (int i = 0; i < entry.targets(); i++) {
        GraphImage.Target target = image.targets().get(entry.firstTarget() + i);
        String kind = target.kind().name().toLowerCase(Locale.ROOT);
        int id =
            target.kind() == GraphImage.TargetKind.CLASS
                ? image.classes()[target.what()]
                : target.what();
        line("  target " + kind + " " + target.what() + "  ; " + term(id));
      }
    }
  }

  /** The shape's name, when a check of it knows that. */
  private String shape(int handler) {
    GraphImage.Handler it = image.handlers().get(handler);
    if (it.size() == 0) return "";
    return quoted(image.checks().get(image.code().get(it.first()).check()).shape());
  }
}
