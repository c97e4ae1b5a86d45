// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.AUTOMATON;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.BOUND;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.CLASS_INDEX;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.COUNT;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.HANDLER;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.HANDLERS;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.IDS;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.IRI;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.KINDS;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.NONE;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.PREDICATE;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.RANGES;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Operand.TERM;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Place.FIRST;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Place.SET;
import static org.ontoc.runtime.bitactor.graph.GraphOpcode.Place.VALUE;

import java.util.Optional;

/**
 * A check of a graph image: its number, where in a handler it stands, its cost in ticks and what
 * its operand is. The table in docs/bitactor.md says what each does.
 */
public enum GraphOpcode {
  MINCOUNT(0x80, FIRST, 1, 0, COUNT),
  MAXCOUNT(0x81, FIRST, 1, 0, COUNT),
  HASVALUE(0x82, FIRST, 1, 1, TERM),
  CLASS(0x90, VALUE, 0, 2, CLASS_INDEX),
  DATATYPE(0x91, VALUE, 0, 1, IRI),
  LANGSTRING(0x92, VALUE, 0, 1, NONE),
  KIND(0x93, VALUE, 0, 1, KINDS),
  MINEXCLUSIVE(0x94, VALUE, 0, 2, BOUND),
  MININCLUSIVE(0x95, VALUE, 0, 2, BOUND),
  MAXEXCLUSIVE(0x96, VALUE, 0, 2, BOUND),
  MAXINCLUSIVE(0x97, VALUE, 0, 2, BOUND),
  MINLENGTH(0x98, VALUE, 0, 2, COUNT),
  MAXLENGTH(0x99, VALUE, 0, 2, COUNT),
  PATTERNB(0x9A, VALUE, 0, 3, AUTOMATON),
  PATTERNC(0x9B, VALUE, 0, 3, AUTOMATON),
  PATTERNP(0x9C, VALUE, 0, 3, AUTOMATON),
  LANGUAGEIN(0x9D, VALUE, 0, 2, RANGES),
  NOT(0x9E, VALUE, 0, 1, HANDLER),
  AND(0x9F, VALUE, 0, 1, HANDLERS),
  OR(0xA0, VALUE, 0, 1, HANDLERS),
  XONE(0xA1, VALUE, 0, 1, HANDLERS),
  NODE(0xA2, VALUE, 0, 1, HANDLER),
  IN(0xA3, VALUE, 0, 2, IDS),
  CLOSED(0xA4, VALUE, 0, 2, IDS),
  PROPERTY(0xA5, VALUE, 0, 1, HANDLER),
  UNIQUELANG(0xB0, SET, 1, 1, NONE),
  EQUALS(0xB1, SET, 1, 1, PREDICATE),
  DISJOINT(0xB2, SET, 1, 1, PREDICATE),
  LESS(0xB3, SET, 1, 1, PREDICATE),
  LESSEQUAL(0xB4, SET, 1, 1, PREDICATE),
  QUALIFIED(0xB5, SET, 1, 1, Operand.QUALIFIED);

  /** Flag of an instruction whose results are followed by what explains them. */
  public static final int EXPLAINED = 1;

  /** Where in a handler an instruction stands. */
  public enum Place {
    /** About the set of value nodes, before the others. */
    FIRST,
    /** About each value node. */
    VALUE,
    /** About the set of value nodes, after the others. */
    SET
  }

  /** What a says, or a and b together; one more tick for each member of {@code HANDLERS}. */
  enum Operand {
    NONE,
    COUNT,
    TERM,
    IRI,
    BOUND,
    KINDS,
    CLASS_INDEX,
    AUTOMATON,
    RANGES,
    IDS,
    HANDLER,
    HANDLERS,
    PREDICATE,
    QUALIFIED
  }

  private static final GraphOpcode[] BY_CODE = new GraphOpcode[256];

  static {
    for (GraphOpcode opcode : values()) BY_CODE[opcode.code] = opcode;
  }

  final Operand operand;
  private final int code;
  private final Place place;
  private final int focusTicks;
  private final int valueTicks;

  GraphOpcode(int code, Place place, int focusTicks, int valueTicks, Operand operand) {
    this.code = code;
    this.place = place;
    this.focusTicks = focusTicks;
    this.valueTicks = valueTicks;
    this.operand = operand;
  }

  public int code() {
    return code;
  }

  public Place place() {
    return place;
  }

  /** For each focus node. */
  public int focusTicks() {
    return focusTicks;
  }

  /** For each value node, without those for the members of a set of handlers. */
  public int valueTicks() {
    return valueTicks;
  }

  /** Whether its results can be explained by those of other handlers. */
  public boolean isExplainable() {
    return switch (this) {
      case NODE, AND, OR, XONE, QUALIFIED -> true;
      case MINCOUNT,
          MAXCOUNT,
          HASVALUE,
          CLASS,
          DATATYPE,
          LANGSTRING,
          KIND,
          MINEXCLUSIVE,
          MININCLUSIVE,
          MAXEXCLUSIVE,
          MAXINCLUSIVE,
          MINLENGTH,
          MAXLENGTH,
          PATTERNB,
          PATTERNC,
          PATTERNP,
          LANGUAGEIN,
          NOT,
          IN,
          CLOSED,
          PROPERTY,
          UNIQUELANG,
          EQUALS,
          DISJOINT,
          LESS,
          LESSEQUAL ->
          false;
    };
  }

  static Optional<GraphOpcode> of(int code) {
    return Optional.ofNullable(BY_CODE[code & 0xFF]);
  }
}
