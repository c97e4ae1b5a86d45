// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import static org.ontoc.runtime.bitactor.graph.SectionReader.require;

import org.ontoc.runtime.bitactor.ImageException;

/** Verifies the handlers of an image: instructions, costs and how they refer to each other. */
final class HandlerVerifier {
  private static final int KINDS = 0b11110;

  private final GraphImage image;
  private final GraphVerifier tables;
  private int nextSet;
  private int nextQualified;

  HandlerVerifier(GraphImage image, GraphVerifier tables) {
    this.image = image;
    this.tables = tables;
  }

  void verify() throws ImageException {
    long next = 0;
    for (GraphImage.Handler handler : image.handlers()) {
      require(handler.first() == next, "handlers do not share out the code");
      next += (long) handler.counts() + handler.values() + handler.sets();
      require(next <= image.code().size(), "handlers do not share out the code");
      require(handler.component() >= 0, "a component has too large a number");
      source(handler);
      instructions(handler);
    }
    require(next == image.code().size(), "handlers do not share out the code");
    require(nextSet == image.sets().size(), "sets are not used in order");
    require(nextQualified == image.qualified().size(), "counts are not used in order");
    int[] depths = References.depths(image);
    for (int i = 0; i < depths.length; i++) {
      GraphImage.Handler handler = image.handlers().get(i);
      require(depths[i] == handler.depth(), "a handler's depth is wrong");
      require(depths[i] <= GraphImage.DEEPEST, "a chain of handlers is too long");
      References.monotone(image, i);
    }
  }

  private void source(GraphImage.Handler handler) throws ImageException {
    switch (handler.source()) {
      case FOCUS -> require(handler.what() == 0, "a focus node has no predicate");
      case OBJECTS -> tables.predicate(handler.what(), GraphImage.FORWARD);
      case SUBJECTS -> tables.predicate(handler.what(), GraphImage.INVERSE);
      case PATH ->
          require(
              handler.what() >= 0 && handler.what() < image.paths().size(),
              "there is no such path");
    }
  }

  private void instructions(GraphImage.Handler handler) throws ImageException {
    Ticks ticks = new Ticks();
    for (int i = 0; i < handler.size(); i++) {
      GraphImage.Instruction instruction = image.code().get(handler.first() + i);
      GraphOpcode.Place place =
          i < handler.counts()
              ? GraphOpcode.Place.FIRST
              : i < handler.counts() + handler.values()
                  ? GraphOpcode.Place.VALUE
                  : GraphOpcode.Place.SET;
      require(instruction.opcode().place() == place, "an instruction stands in the wrong place");
      instruction(instruction);
      ticks.add(image, instruction);
    }
    require(ticks.focus() == handler.focusTicks(), "the ticks of a focus node are wrong");
    require(ticks.value() == handler.valueTicks(), "the ticks of a value node are wrong");
  }

  private void instruction(GraphImage.Instruction it) throws ImageException {
    boolean explained = it.flags() == 0 || it.flags() == 1 && it.opcode().isExplainable();
    require(explained, "an instruction has an unknown flag");
    require(it.check() >= 0 && it.check() < image.checks().size(), "there is no such check");
    GraphOpcode.Operand operand = it.opcode().operand;
    require(it.b() == 0 || operand == GraphOpcode.Operand.COUNT, "an operand is not used");
    switch (operand) {
      case NONE -> require(it.a() == 0, "an operand is not used");
      case COUNT -> require(it.b() >= 0, "a count is too large");
      case TERM -> tables.term(it.a());
      case IRI -> tables.iri(it.a());
      case BOUND -> tables.literal(it.a());
      case KINDS -> require((it.a() & ~KINDS) == 0 && it.a() != 0, "there is no such kind");
      case CLASS_INDEX -> tables.classIndex(it.a(), GraphImage.FORWARD);
      case AUTOMATON ->
          require(it.a() >= 0 && it.a() < automata(it.opcode()), "there is no such automaton");
      case RANGES -> {
        for (int string : set(it.a())) tables.string(string);
      }
      case IDS -> ids(it);
      case HANDLER -> tables.handler(it.a());
      case HANDLERS -> handlers(it.a());
      case PREDICATE -> tables.predicate(it.a(), GraphImage.FORWARD);
      case QUALIFIED -> qualified(it.a());
    }
  }

  private int automata(GraphOpcode opcode) {
    if (opcode == GraphOpcode.PATTERNB) return image.byteAutomata().size();
    if (opcode == GraphOpcode.PATTERNC) return image.characterAutomata().size();
    return image.programs().size();
  }

  /** A set, which nobody used before. */
  private int[] set(int number) throws ImageException {
    require(number == nextSet && number < image.sets().size(), "sets are not used in order");
    nextSet++;
    return image.sets().get(number);
  }

  private void ids(GraphImage.Instruction it) throws ImageException {
    require(
        it.opcode() != GraphOpcode.CLOSED || image.everything(),
        "a closed shape needs all triples");
    int last = 0;
    for (int id : set(it.a())) {
      tables.term(id);
      require(id > last, "a set is not in order");
      last = id;
    }
  }

  private void handlers(int number) throws ImageException {
    for (int handler : set(number)) tables.handler(handler);
  }

  private void qualified(int number) throws ImageException {
    boolean next = number == nextQualified && number < image.qualified().size();
    require(next, "counts are not used in order");
    nextQualified++;
    GraphImage.Qualified counted = image.qualified().get(number);
    require(counted.minimum() >= 0 && counted.maximum() >= -1, "a count is too large");
    tables.handler(counted.handler());
    if (counted.siblings() != GraphImage.NO_SET) handlers(counted.siblings());
  }
}
