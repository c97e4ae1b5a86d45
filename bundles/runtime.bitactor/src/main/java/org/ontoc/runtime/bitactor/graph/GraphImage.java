// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.List;
import org.ontoc.runtime.graph.Automaton;
import org.ontoc.runtime.graph.PathTable;

/**
 * Checks of RDF graphs: docs/bitactor.md says each byte of its encoding. Strings are numbers of
 * {@code strings}; a constant's id is its index and 1. Arrays are never changed after construction.
 *
 * @param name the program's, for people
 * @param everything triples with any predicate are kept
 * @param type the id of rdf:type, or 0
 * @param subClassOf the id of rdfs:subClassOf, or 0
 * @param classes ids
 * @param hierarchy pairs of the ids of a subclass and its superclass
 * @param handlers by shape
 * @param code all handlers' instructions one after another
 */
public record GraphImage(
    int name,
    boolean everything,
    int type,
    int subClassOf,
    List<Constant> constants,
    int[] classes,
    int[] hierarchy,
    List<Entry> entries,
    List<Target> targets,
    List<Handler> handlers,
    List<Instruction> code,
    List<Check> checks,
    List<Qualified> qualified,
    List<int[]> sets,
    List<PathTable> paths,
    List<Automaton.Bytes> byteAutomata,
    List<Automaton.Characters> characterAutomata,
    List<Automaton.Parallel> programs,
    List<String> strings) {
  /** Roles of a constant as a predicate. */
  public static final int FORWARD = 1;

  public static final int INVERSE = 2;

  public static final int READ = 4;

  /** No set of siblings. */
  public static final int NO_SET = -1;

  /** The longest chain of handlers that refer to each other. */
  public static final int DEEPEST = 1_000;

  public GraphImage {
    constants = List.copyOf(constants);
    entries = List.copyOf(entries);
    targets = List.copyOf(targets);
    handlers = List.copyOf(handlers);
    code = List.copyOf(code);
    checks = List.copyOf(checks);
    qualified = List.copyOf(qualified);
    sets = List.copyOf(sets);
    paths = List.copyOf(paths);
    byteAutomata = List.copyOf(byteAutomata);
    characterAutomata = List.copyOf(characterAutomata);
    programs = List.copyOf(programs);
    strings = List.copyOf(strings);
  }

  /** A term; kinds are 1 IRI, 2 blank node, 3 literal, 4 language-tagged literal. */
  public record Constant(int kind, int role, int text, int qualifier) {}

  /** A handler that has targets. */
  public record Entry(int handler, int firstTarget, int targets) {}

  /** Which nodes an entry checks. */
  public enum TargetKind {
    NODE,
    CLASS,
    SUBJECTS,
    OBJECTS
  }

  /** A target: an id; of a class its index. */
  public record Target(TargetKind kind, int what) {}

  /** Where the value nodes come from. */
  public enum Source {
    FOCUS,
    OBJECTS,
    SUBJECTS,
    PATH
  }

  /**
   * A shape.
   *
   * @param what the id of the source's predicate, or the path's index
   * @param first its first instruction
   * @param counts instructions of the first place; then as many of the two others
   * @param focusTicks the cost of each focus node
   * @param valueTicks the cost of each of its value nodes
   * @param component of recursive handlers, else 0
   * @param depth handlers in the longest chain of references that starts here
   */
  public record Handler(
      Source source,
      int what,
      int first,
      int counts,
      int values,
      int sets,
      int focusTicks,
      int valueTicks,
      int component,
      int depth) {
    /** How many instructions it has. */
    public int size() {
      return counts + values + sets;
    }
  }

  /** A check. */
  public record Instruction(GraphOpcode opcode, int flags, int check, int a, int b) {
    /** The count or length that a and b are together. */
    public long number() {
      return a & 0xFFFF_FFFFL | (long) b << 32;
    }

    boolean isExplained() {
      return (flags & GraphOpcode.EXPLAINED) != 0;
    }
  }

  /** What people are told about a check: numbers of strings. */
  public record Check(
      int shape, int path, int severity, int component, int maximumComponent, int message) {}

  /** What a qualified count counts, and its bounds as unsigned numbers. */
  public record Qualified(long minimum, long maximum, int handler, int siblings) {}
}
