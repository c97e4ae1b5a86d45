// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One evaluation of a program over a graph: what compiled shapes call. Nodes are ids; a range of
 * entries is a long, whose upper 32 bits are the first one and whose lower ones the end.
 */
public final class Evaluation {
  /** No row: the value is the focus node itself, or there is none. */
  public static final int NO_ROW = Graph.NO_ROW;

  /** The objects that {@link #objects} gives ranges of, and their rows. */
  public final int[] objectNodes;

  public final int[] objectRows;

  /** The subjects that {@link #subjects} gives ranges of, and their rows. */
  public final int[] subjectNodes;

  public final int[] subjectRows;

  final Program program;
  private final IndexedGraph data;
  final Terms terms;
  final Index bySubject;
  final Index byObject;
  final Classes classes;
  final Marks marks;
  private final Part[] parts;
  private final Consumer<Result> results;
  private final Runnable poll;
  private final Queries queries;
  private final Details details;
  private final PathWalk walk;
  private final SetChecks sets;
  final Fixpoint fixpoint;

  /** Where the current focus node was found. */
  int row = NO_ROW;

  private long count;
  private int calls;

  Evaluation(
      IndexedGraph data,
      Part[] parts,
      Consumer<Result> results,
      Queries queries,
      Details details,
      Runnable poll) {
    this.program = data.program();
    this.data = data;
    this.terms = data.graph().terms;
    this.bySubject = data.bySubject();
    this.byObject = data.byObject();
    this.classes = data.classes();
    this.marks = new Marks(data.terms());
    this.parts = parts;
    this.results = results;
    this.poll = poll;
    this.queries = queries;
    this.details = details;
    this.objectNodes = bySubject.node;
    this.objectRows = bySubject.row;
    this.subjectNodes = byObject.node;
    this.subjectRows = byObject.row;
    this.walk = new PathWalk(bySubject, byObject, poll);
    this.sets = new SetChecks(this);
    this.fixpoint = new Fixpoint(this);
  }

  /** How many results there were. */
  long resultCount() {
    return count;
  }

  /** Gives the caller a chance to end the evaluation, now and then. */
  void tick() {
    if ((++calls & 0xFFF) == 0) poll.run();
  }

  // ---- other shapes ----

  /** Whether a node conforms to a shape. */
  public boolean test(int shape, int node) {
    return fixpoint.holds(shape) ? fixpoint.conforms(shape, node) : testItself(shape, node);
  }

  /** The same by the shape's own code. */
  boolean testItself(int shape, int node) {
    return parts[shape / Part.SHAPES].test(this, shape, node);
  }

  /** Reports the results of a shape for a focus node; those of a recursive one may come later. */
  public void report(int shape, int focus) {
    if (fixpoint.holds(shape)) fixpoint.reportLater(shape, focus);
    else reportItself(shape, focus);
  }

  /** The same by the shape's own code. */
  void reportItself(int shape, int focus) {
    parts[shape / Part.SHAPES].report(this, shape, focus);
  }

  /** How many shapes of a set a node conforms to, counted up to enough. */
  public int countConforming(int node, int set, int enough) {
    int conforming = 0;
    for (int shape : program.sets[set]) {
      if (test(shape, node) && ++conforming >= enough) break;
    }
    return conforming;
  }

  public boolean conformsToAll(int node, int set) {
    for (int shape : program.sets[set]) if (!test(shape, node)) return false;
    return true;
  }

  /**
   * To be called before the report of a property shape for a value node that was found in a row:
   * the row is where the node is, should it have no triples of its own. Returns what to give to
   * {@link #leave}.
   */
  public int enter(int foundIn) {
    int outer = row;
    if (foundIn != NO_ROW) row = foundIn;
    return outer;
  }

  public void leave(int outer) {
    row = outer;
  }

  // ---- value nodes ----

  /** The objects of a subject and a predicate. */
  public long objects(int subject, int predicate) {
    return bySubject.slice(subject, predicate);
  }

  /** The subjects of an object and a predicate. */
  public long subjects(int object, int predicate) {
    return byObject.slice(object, predicate);
  }

  /** The value nodes of any path. */
  public Values path(int path, int focus) {
    tick();
    return walk.values(program.paths.get(path), focus);
  }

  // ---- one value node: true when it satisfies the constraint ----

  /** Kinds are bits: {@code 1 << kind}, 1 IRI, 2 blank node, 3 and 4 literal. */
  public boolean isKind(int node, int kinds) {
    return (kinds >>> terms.kind(node) & 1) != 0;
  }

  /** The datatype is the id of its IRI. */
  public boolean hasDatatype(int node, int datatype) {
    return terms.kind(node) == TermView.LITERAL
        && terms.qualifier(node) == datatype
        && terms.isValid(node);
  }

  public boolean hasLanguage(int node) {
    return terms.kind(node) == TermView.LANG_LITERAL;
  }

  /** Whether a node is a SHACL instance of a class of the program, given by its index. */
  public boolean isInstance(int node, int of) {
    long types = bySubject.slice(node, program.type);
    for (int i = (int) (types >>> 32); i < (int) types; i++) {
      if (classes.counts(bySubject.node[i], of)) return true;
    }
    return false;
  }

  private boolean isLiteral(int node) {
    return terms.kind(node) >= TermView.LITERAL;
  }

  /** -1, 0, 1, or another number when the nodes have no order. */
  public int compare(int a, int b) {
    if (!isLiteral(a) || !isLiteral(b)) return Comparison.NONE;
    return Comparison.compare(
        terms.type(a),
        terms.text(a),
        terms.from(a),
        terms.to(a),
        terms.type(b),
        terms.text(b),
        terms.from(b),
        terms.to(b));
  }

  public boolean isLess(int a, int b) {
    return compare(a, b) == -1;
  }

  public boolean isAtMost(int a, int b) {
    return compare(a, b) <= 0;
  }

  private int codePoints(int node) {
    byte[] text = terms.text(node);
    return terms.length(node)
        - Characters.continuationBytes(text, terms.from(node), terms.to(node));
  }

  public boolean isLengthAtLeast(int node, long length) {
    if (terms.kind(node) == TermView.BLANK || terms.length(node) < length) return false;
    return codePoints(node) >= length;
  }

  public boolean isLengthAtMost(int node, long length) {
    if (terms.kind(node) == TermView.BLANK) return false;
    return terms.length(node) <= length || codePoints(node) <= length;
  }

  /** Whether an automaton of the program finds a match. */
  public boolean matches(int node, int automaton) {
    if (terms.kind(node) == TermView.BLANK) return false;
    return program
        .automata
        .get(automaton)
        .matches(terms.text(node), terms.from(node), terms.to(node));
  }

  /** Whether the language is in a list of ranges of the program. */
  public boolean isLanguageIn(int node, int ranges) {
    if (terms.kind(node) != TermView.LANG_LITERAL) return false;
    int tag = terms.qualifier(node);
    for (byte[] range : program.ranges[ranges]) {
      if (Comparison.languageMatches(terms.text(tag), terms.from(tag), terms.to(tag), range))
        return true;
    }
    return false;
  }

  /** Whether a number is in a set of the program. */
  public boolean isIn(int number, int set) {
    return java.util.Arrays.binarySearch(program.sets[set], number) >= 0;
  }

  // ---- all value nodes: those at the indices from to end - 1 ----

  public boolean hasValue(int[] nodes, int from, int end, int node) {
    for (int i = from; i < end; i++) if (nodes[i] == node) return true;
    return false;
  }

  /** Whether a node has no predicates but those of a set. */
  public boolean isClosed(int node, int allowed) {
    for (int i = bySubject.first[node]; i < bySubject.first[node + 1]; i++) {
      if (!isIn(bySubject.predicate[i], allowed)) return false;
    }
    return true;
  }

  /** In the order of the data, which does not depend on the numbers of terms. */
  public void reportClosed(int check, int focus, int node, int allowed) {
    IntStream.range(bySubject.first[node], bySubject.first[node + 1])
        .filter(i -> !isIn(bySubject.predicate[i], allowed))
        .mapToLong(i -> (long) bySubject.row[i] << 32 | i)
        .sorted()
        .mapToInt(it -> (int) it)
        .forEach(
            i ->
                report(
                    check, 0, focus, bySubject.node[i], bySubject.predicate[i], bySubject.row[i]));
  }

  public boolean isUniqueLanguage(int[] nodes, int from, int end) {
    return !sets.languages(nodes, nodes, from, end, -1, 0);
  }

  public void reportUniqueLanguage(
      int[] nodes, int[] rows, int from, int end, int check, int focus) {
    sets.languages(nodes, rows, from, end, check, focus);
  }

  public boolean isEqual(int[] nodes, int from, int end, int focus, int predicate) {
    return sets.isEqual(nodes, from, end, objects(focus, predicate));
  }

  public void reportEqual(
      int[] nodes, int[] rows, int from, int end, int check, int focus, int predicate) {
    sets.reportEqual(nodes, rows, from, end, check, focus, objects(focus, predicate));
  }

  public boolean isDisjoint(int[] nodes, int from, int end, int focus, int predicate) {
    return sets.isDisjoint(nodes, from, end, objects(focus, predicate));
  }

  public void reportDisjoint(
      int[] nodes, int[] rows, int from, int end, int check, int focus, int predicate) {
    sets.reportDisjoint(nodes, rows, from, end, check, focus, objects(focus, predicate));
  }

  /** Whether each value is less than (or equal to) each object of the predicate. */
  public boolean isAllLess(
      int[] nodes, int from, int end, int focus, int predicate, boolean orEqual) {
    return sets.isAllLess(nodes, from, end, objects(focus, predicate), orEqual);
  }

  /** A result for each pair that is not in order. */
  public void reportLess(
      int[] nodes,
      int[] rows,
      int from,
      int end,
      int check,
      int focus,
      int predicate,
      boolean orEqual) {
    sets.reportLess(nodes, rows, from, end, check, focus, objects(focus, predicate), orEqual);
  }

  // ---- queries ----

  /** Whether the query of a check finds nothing wrong with a node and its values. */
  public boolean answers(int check, int focus, int[] nodes, int from, int end) {
    tick();
    return queries.answers(check, focus, nodes, from, end);
  }

  /** Reports what the query of a check finds wrong with a node and its values. */
  public void ask(int check, int focus, int[] nodes, int[] rows, int from, int end) {
    queries.ask(check, focus, nodes, rows, from, end, row, details);
  }

  // ---- details ----

  /** Whether no more results are wanted now. */
  public boolean isFull() {
    return details.isFull();
  }

  /** Explains the last result, about a value that was found in a row, by a list of shapes. */
  public void explain(int value, int foundIn, int shapes) {
    if (!details.enter()) return;
    int outer = enter(foundIn);
    int first = fixpoint.open();
    for (int shape : program.sets[shapes]) if (!isFull()) report(shape, value);
    fixpoint.close(first);
    leave(outer);
    details.leave();
  }

  /** The same unless the value conforms to one of the shapes. */
  public void explainNone(int value, int foundIn, int shapes) {
    if (countConforming(value, shapes, 1) == 0) explain(value, foundIn, shapes);
  }

  /** Explains the last result by what the shapes say about each value. */
  public void explainEach(int[] nodes, int[] rows, int from, int end, int shapes) {
    for (int i = from; i < end && !isFull(); i++) explain(nodes[i], rows[i], shapes);
  }

  // ---- results ----

  /** A result about a value and a predicate, 0 for none, that were found in a row. */
  public void report(int check, int variant, int focus, int value, int path, int foundIn) {
    if (!details.take()) return;
    int depth = details.depth();
    if (depth == 0) count++;
    results.accept(Places.result(data, row, check, variant, focus, value, path, foundIn, depth));
  }
}
