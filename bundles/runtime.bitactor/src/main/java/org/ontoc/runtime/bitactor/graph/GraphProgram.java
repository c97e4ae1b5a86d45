// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ontoc.runtime.graph.Program;
import org.ontoc.runtime.graph.ProgramBuilder;
import org.ontoc.runtime.graph.Validator;

/**
 * Makes a verified image a validator: its tables are the program's, its handlers are interpreted.
 */
public final class GraphProgram {
  private final GraphImage image;
  private final ProgramBuilder builder = new ProgramBuilder();

  private GraphProgram(GraphImage image) {
    this.image = image;
  }

  /** A validator that executes an image, which {@link GraphReader} returned. */
  public static Validator validator(GraphImage image) {
    GraphProgram program = new GraphProgram(image);
    program.terms();
    program.checks();
    program.automata();
    for (int[] set : image.sets()) program.builder.set(set);
    GraphInterpreter interpreter = new GraphInterpreter(image, program.steps());
    return Validator.of(program.builder.build(), interpreter, image.handlers().size());
  }

  private String string(int number) {
    return image.strings().get(number);
  }

  private void terms() {
    List<Integer> read = new ArrayList<>();
    int[] roles = new int[image.constants().size() + 1];
    for (int i = 0; i < image.constants().size(); i++) {
      GraphImage.Constant constant = image.constants().get(i);
      String text = string(constant.text());
      String qualifier = string(constant.qualifier());
      switch (constant.kind()) {
        case 1 -> builder.iri(text);
        case 2 -> builder.blank(text);
        case 3 -> builder.literal(text, qualifier, "");
        default -> builder.literal(text, "", qualifier);
      }
      if ((constant.role() & GraphImage.READ) != 0) read.add(i + 1);
      roles[i + 1] = constant.role() & ~GraphImage.READ;
    }
    builder.reads(read, roles, image.everything(), Program.FORWARD);
    builder.classes(image.type(), image.subClassOf(), image.classes(), image.hierarchy());
    for (GraphImage.Entry entry : image.entries()) {
      List<Program.Target> targets = new ArrayList<>();
      for (int i = 0; i < entry.targets(); i++)
        targets.add(target(image.targets().get(entry.firstTarget() + i)));
      builder.entry(new Program.Entry(entry.handler(), targets));
    }
  }

  private static Program.Target target(GraphImage.Target target) {
    Program.TargetKind kind =
        switch (target.kind()) {
          case NODE -> Program.TargetKind.NODE;
          case CLASS -> Program.TargetKind.CLASS;
          case SUBJECTS -> Program.TargetKind.SUBJECTS;
          case OBJECTS -> Program.TargetKind.OBJECTS;
        };
    return new Program.Target(kind, target.what());
  }

  private void checks() {
    for (GraphImage.Check check : image.checks())
      builder.check(
          new Program.CheckText(
              string(check.shape()),
              string(check.path()),
              string(check.severity()),
              string(check.component()),
              string(check.maximumComponent()),
              string(check.message())));
    int[] components = image.handlers().stream().mapToInt(h -> h.component() - 1).toArray();
    if (Arrays.stream(components).anyMatch(c -> c >= 0)) builder.recursive(components);
  }

  /** In the program, automata of all kinds are numbered together. */
  private void automata() {
    image.paths().forEach(builder::path);
    image.byteAutomata().forEach(builder::automaton);
    image.characterAutomata().forEach(builder::automaton);
    image.programs().forEach(builder::automaton);
  }

  private GraphInterpreter.Step[] steps() {
    return image.code().stream().map(this::step).toArray(GraphInterpreter.Step[]::new);
  }

  private GraphInterpreter.Step step(GraphImage.Instruction it) {
    int bytes = image.byteAutomata().size();
    int a =
        switch (it.opcode()) {
          case PATTERNC -> bytes + it.a();
          case PATTERNP -> bytes + image.characterAutomata().size() + it.a();
          case LANGUAGEIN -> builder.ranges(ranges(it.a()));
          default -> it.a();
        };
    return new GraphInterpreter.Step(it.opcode(), it.check(), a, it.number(), explaining(it));
  }

  private List<String> ranges(int set) {
    return Arrays.stream(image.sets().get(set)).mapToObj(this::string).toList();
  }

  /** The list of handlers that explain the results of an instruction, or -1. */
  private int explaining(GraphImage.Instruction it) {
    if (!it.isExplained()) return -1;
    return switch (it.opcode()) {
      case NODE -> builder.set(new int[] {it.a()});
      case QUALIFIED -> builder.set(new int[] {image.qualified().get(it.a()).handler()});
      default -> it.a();
    };
  }
}
