// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** A graph whose triples are matched by their terms; for programs that keep everything. */
public final class GraphView {
  private static final int ANY = -1;

  private final IndexedGraph data;

  GraphView(IndexedGraph data) {
    this.data = data;
  }

  /** The number of terms, which have the ids from 1 to it. */
  public int terms() {
    return data.terms();
  }

  public Node term(int id) {
    return Node.of(data.graph().terms, id);
  }

  /** The id of an IRI or a literal; 0 when the graph has no such term. */
  public int find(Node node) {
    int id = data.graph().terms.lookup(node.view());
    return id <= data.terms() ? id : 0;
  }

  /** The triples of these terms, each once; -1 is any term, 0 is none of the graph's. */
  public Cursor match(int subject, int predicate, int object) {
    if (subject == 0 || predicate == 0 || object == 0) return new Cursor(this, 0, 0, 0, 0, 0);
    if (subject != ANY)
      return new Cursor(this, Cursor.BY_SUBJECT, subject, subject, predicate, object);
    if (object != ANY) return new Cursor(this, Cursor.BY_OBJECT, object, object, predicate, ANY);
    if (predicate != ANY) return new Cursor(this, Cursor.BY_PREDICATE, 0, 0, predicate, ANY);
    return new Cursor(this, Cursor.BY_SUBJECT, 1, data.terms(), ANY, ANY);
  }

  /** Goes over triples; before the first {@link #next} there is none. */
  public static final class Cursor {
    private static final int BY_SUBJECT = 1;
    private static final int BY_OBJECT = 2;
    private static final int BY_PREDICATE = 3;

    private final IndexedGraph data;
    private final int order;
    private final int predicate;
    private final int other;
    private int key;
    private final int lastKey;
    private int at;
    private int end;
    private int row;

    private Cursor(GraphView view, int order, int key, int lastKey, int predicate, int other) {
      this.data = view.data;
      this.order = order;
      this.key = key;
      this.lastKey = lastKey;
      this.predicate = predicate;
      this.other = other;
      if (order == BY_PREDICATE) {
        at = data.order().first()[predicate] - 1;
        end = data.order().first()[predicate + 1];
      } else if (order != 0) {
        range();
      }
    }

    private Index index() {
      return order == BY_SUBJECT ? data.bySubject() : data.byObject();
    }

    private void range() {
      if (predicate == ANY) {
        at = index().first[key] - 1;
        end = index().first[key + 1];
      } else {
        long slice = index().slice(key, predicate);
        at = (int) (slice >>> 32) - 1;
        end = (int) slice;
      }
    }

    /** Moves to the next triple; false when there is none. */
    public boolean next() {
      if (order == 0) return false;
      if (order == BY_PREDICATE) return nextRow();
      while (true) {
        while (++at < end) {
          if (other != ANY && index().node[at] != other) continue;
          row = index().row[at];
          return true;
        }
        if (key >= lastKey) return false;
        key++;
        range();
      }
    }

    /** A row is a triple's own when the index holds it and not an earlier one like it. */
    private boolean nextRow() {
      while (++at < end) {
        row = data.order().rows()[at];
        long slice = data.bySubject().slice(subject(), predicate);
        for (int i = (int) (slice >>> 32); i < (int) slice; i++)
          if (data.bySubject().row[i] == row) return true;
      }
      return false;
    }

    public int subject() {
      return data.graph().subjects[row];
    }

    public int predicate() {
      return data.graph().verbs[row];
    }

    public int object() {
      return data.graph().objects[row];
    }
  }
}
