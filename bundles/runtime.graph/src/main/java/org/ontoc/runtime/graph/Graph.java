// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * The sink of the readers: drops what the program does not look at, keeps the rest as rows of ids
 * with positions. Columns of ints, no object per triple.
 */
final class Graph implements Sink {
  /** No row: a value that no triple holds. */
  static final int NO_ROW = -1;

  final Terms terms;
  private final boolean everything;
  private final int[] predicates;
  int[] subjects = new int[1 << 10];
  int[] verbs = new int[1 << 10];
  int[] objects = new int[1 << 10];

  /** Positions of the objects. */
  int[] lines = new int[1 << 10];

  int[] columns = new int[1 << 10];
  int count;

  /** Where a subject stands whose triples start at a row. */
  int[] stretchRows = new int[1 << 8];

  int[] stretchLines = new int[1 << 8];
  int[] stretchColumns = new int[1 << 8];
  int stretches;

  /** The first row of each document. */
  int[] documents = new int[4];

  int documentCount;
  long triples;
  private int subject;
  private int lastVerb;

  Graph(Program program) {
    terms = new Terms(program.constants);
    everything = program.everything;
    predicates = table(program.predicates);
  }

  private int[] table(int[] ids) {
    int[] table = new int[Math.max(16, Integer.highestOneBit(Math.max(1, ids.length)) * 8)];
    for (int id : ids) {
      int at = hash(terms.text(id), terms.from(id), terms.to(id)) & (table.length - 1);
      while (table[at] != 0) at = (at + 1) & (table.length - 1);
      table[at] = id;
    }
    return table;
  }

  /** IRIs of one vocabulary differ at their end: the last 16 bytes and the length decide. */
  private static int hash(byte[] text, int from, int to) {
    int length = to - from;
    long a = 0;
    long b = 0;
    if (length >= 16) {
      a = (long) Plain.LONG.get(text, to - 16);
      b = (long) Plain.LONG.get(text, to - 8);
    } else {
      for (int i = from; i < to; i++) a = (a ^ text[i]) * 0x100000001B3L;
    }
    long h = (a + length) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 29) ^ b) * 0xBF58476D1CE4E5B9L;
    return (int) (h >>> 32);
  }

  /** The id of the predicate when the program reads it, else 0. */
  private int verb(TermView term) {
    if (lastVerb != 0 && terms.equals(lastVerb, term.text, term.from, term.to)) return lastVerb;
    int mask = predicates.length - 1;
    int at = hash(term.text, term.from, term.to) & mask;
    for (int id; (id = predicates[at]) != 0; at = (at + 1) & mask) {
      if (terms.equals(id, term.text, term.from, term.to)) {
        lastVerb = id;
        return id;
      }
    }
    return 0;
  }

  /** Starts the next document. */
  void document() {
    subject = 0;
    if (documentCount == documents.length) documents = Arrays.copyOf(documents, 2 * documentCount);
    documents[documentCount++] = count;
  }

  @Override
  public void triple(TermView s, TermView p, TermView o) throws ReadException {
    triples++;
    int document = documentCount - 1;
    int verb = verb(p);
    if (verb == 0) {
      if (!everything) return;
      verb = terms.intern(p, document);
    }
    int object = terms.intern(o, document);
    if (!isSameSubject(s)) newSubject(s, document);
    if (count == subjects.length) room();
    subjects[count] = subject;
    verbs[count] = verb;
    objects[count] = object;
    lines[count] = o.line;
    columns[count++] = o.column;
  }

  private boolean isSameSubject(TermView s) {
    return subject != 0
        && terms.kind(subject) == s.kind
        && terms.equals(subject, s.text, s.from, s.to);
  }

  private void newSubject(TermView s, int document) throws ReadException {
    subject = terms.intern(s, document);
    if (stretches == stretchRows.length) {
      int size = grown(stretches);
      stretchRows = Arrays.copyOf(stretchRows, size);
      stretchLines = Arrays.copyOf(stretchLines, size);
      stretchColumns = Arrays.copyOf(stretchColumns, size);
    }
    stretchRows[stretches] = count;
    stretchLines[stretches] = s.line;
    stretchColumns[stretches++] = s.column;
  }

  private void room() throws ReadException {
    if (count > Integer.MAX_VALUE - 64)
      throw new ReadException(ReadException.Kind.LIMIT, "this document exceeds a limit", 0, 0, 0);
    int size = grown(count);
    subjects = Arrays.copyOf(subjects, size);
    verbs = Arrays.copyOf(verbs, size);
    objects = Arrays.copyOf(objects, size);
    lines = Arrays.copyOf(lines, size);
    columns = Arrays.copyOf(columns, size);
  }

  private static int grown(int size) {
    return (int) Math.min(2L * size, Integer.MAX_VALUE - 16);
  }
}
