// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.List;

/**
 * A program as tables: what it reads, whom it checks, and what its checks compare with. The terms
 * that it names have the ids from 1 on; what they are used for says each part. Immutable.
 */
public final class Program {
  /** Bits of a predicate's role. */
  public static final int FORWARD = 1;

  /** Its subjects are looked up by object. */
  public static final int INVERSE = 2;

  final Constant[] constants;
  final int[] predicates;
  final byte[] roles;
  final boolean everything;
  final boolean lists;
  final int type;
  final int subClassOf;
  final int[] classes;
  final int[] hierarchy;
  final List<Entry> entries;
  final List<PathTable> paths;
  final List<Automaton> automata;
  final int[][] sets;
  final byte[][][] ranges;
  final List<CheckText> checks;

  /** By shape: its component when it refers to itself, else -1; empty when none does. */
  final int[] components;

  /** Which nodes a target selects. */
  public enum TargetKind {
    /** The node itself; {@code what} is its id. */
    NODE,
    /** The instances of a class; {@code what} is its index among the program's classes. */
    CLASS,
    /** The subjects of a predicate; {@code what} is its id. */
    SUBJECTS,
    /** The objects of a predicate; {@code what} is its id. */
    OBJECTS,
    /** What the caller's query gives; {@code what} is the number that the caller gave it. */
    QUERY
  }

  /** A target. */
  public record Target(TargetKind kind, int what) {}

  /** A shape that has targets. */
  public record Entry(int shape, List<Target> targets) {
    public Entry {
      targets = List.copyOf(targets);
    }
  }

  /** What people are told about a check; the components are by variant. */
  public record CheckText(
      String shape,
      String path,
      String severity,
      String component,
      String maximumComponent,
      String message) {}

  Program(ProgramBuilder from) {
    constants = from.constants.toArray(Constant[]::new);
    predicates = from.predicates.stream().mapToInt(i -> i).toArray();
    roles = from.roles.clone();
    everything = from.everything;
    lists = from.lists;
    type = from.type;
    subClassOf = from.subClassOf;
    classes = from.classes.clone();
    hierarchy = from.hierarchy.clone();
    entries = List.copyOf(from.entries);
    paths = List.copyOf(from.paths);
    automata = List.copyOf(from.automata);
    sets = from.sets.toArray(int[][]::new);
    ranges = from.ranges.toArray(byte[][][]::new);
    checks = List.copyOf(from.checks);
    components = from.components.clone();
  }

  /** The program as strings that a class file can hold; {@link #decode} reads them. */
  public List<String> encode() {
    return TableText.encode(this);
  }

  /** Reads what {@link #encode} wrote. */
  public static Program decode(List<String> tables) {
    return TableText.decode(tables);
  }
}
