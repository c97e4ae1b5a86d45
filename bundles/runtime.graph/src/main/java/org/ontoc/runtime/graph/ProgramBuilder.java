// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the tables of a {@link Program}; ids of terms count from 1 in the order of adding. */
public final class ProgramBuilder {
  final List<Constant> constants = new ArrayList<>();
  final List<Integer> predicates = new ArrayList<>();
  byte[] roles = {Program.FORWARD};
  boolean everything;
  boolean lists;
  int type;
  int subClassOf;
  int[] classes = {};
  int[] hierarchy = {};
  final List<Program.Entry> entries = new ArrayList<>();
  final List<PathTable> paths = new ArrayList<>();
  final List<Automaton> automata = new ArrayList<>();
  final List<int[]> sets = new ArrayList<>();
  final List<byte[][]> ranges = new ArrayList<>();
  final List<Program.CheckText> checks = new ArrayList<>();
  int[] components = {};

  /** Adds an IRI. */
  public void iri(String iri) {
    constants.add(new Constant(TermView.IRI, iri, ""));
  }

  /** Adds a blank node, which equals no node of the data. */
  public void blank(String label) {
    constants.add(new Constant(TermView.BLANK, label, ""));
  }

  /** Adds a literal; the language is empty when it has none. */
  public void literal(String lexical, String datatype, String language) {
    constants.add(
        language.isEmpty()
            ? new Constant(TermView.LITERAL, lexical, datatype)
            : new Constant(TermView.LANG_LITERAL, lexical, language));
  }

  /**
   * Says which triples are kept.
   *
   * @param read the ids of the predicates
   * @param roleOf by id from 0 on, as bits: how a predicate is looked up
   * @param others the role of predicates that are not named, when everything is kept
   */
  public void reads(List<Integer> read, int[] roleOf, boolean all, int others) {
    predicates.addAll(read);
    everything = all;
    roles = new byte[roleOf.length + 1];
    for (int i = 0; i < roleOf.length; i++) roles[i] = (byte) roleOf[i];
    roles[roleOf.length] = (byte) others;
  }

  /**
   * Says which classes matter.
   *
   * @param rdfType the id of rdf:type, 0 when it is not read
   * @param rdfsSubClassOf the id of rdfs:subClassOf, 0 when it is not read
   * @param ids of the classes
   * @param edges pairs of the ids of a subclass and its superclass
   */
  public void classes(int rdfType, int rdfsSubClassOf, int[] ids, int[] edges) {
    type = rdfType;
    subClassOf = rdfsSubClassOf;
    classes = ids.clone();
    hierarchy = edges.clone();
  }

  /** Adds a shape with targets. */
  public void entry(Program.Entry entry) {
    entries.add(entry);
    for (Program.Target target : entry.targets()) {
      switch (target.kind()) {
        case SUBJECTS, OBJECTS -> lists = true;
        case NODE, CLASS, QUERY -> {}
      }
    }
  }

  /** Adds a path; the index is its number. */
  public int path(PathTable path) {
    paths.add(path);
    return paths.size() - 1;
  }

  /** Adds an automaton; the index is its number. */
  public int automaton(Automaton automaton) {
    automata.add(automaton);
    return automata.size() - 1;
  }

  /** Adds a set of ascending numbers; the index is its number. */
  public int set(int[] ascending) {
    sets.add(ascending.clone());
    return sets.size() - 1;
  }

  /** Adds a list of language ranges; the index is its number. */
  public int ranges(List<String> list) {
    ranges.add(
        list.stream().map(range -> range.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    return ranges.size() - 1;
  }

  /** Adds what people are told about the check with the next number. */
  public void check(Program.CheckText text) {
    checks.add(text);
  }

  /**
   * Says which shapes refer to themselves.
   *
   * @param ofShapes by shape: a number that it shares with those that it refers to and that refer
   *     to it, -1 when it does not refer to itself
   */
  public void recursive(int[] ofShapes) {
    components = ofShapes.clone();
  }

  public Program build() {
    return new Program(this);
  }
}
