// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Documents to be validated by one call, each by itself. Nothing is copied: they must stay where
 * they are. Serves again after {@link #clear}.
 */
public final class Batch implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  final MemorySegment structs;
  private final int capacity;
  private int size;

  /** Room for so many documents. */
  public Batch(int capacity) {
    this.capacity = capacity;
    structs = arena.allocate(Structs.DOCUMENT * capacity, 8);
  }

  /** Adds a document in native memory, which must not be closed before the call. */
  public void add(MemorySegment bytes, long offset, long length) {
    if (!bytes.isNative()) throw new IllegalArgumentException("a batch is of native memory");
    Objects.checkFromIndexSize(offset, length, bytes.byteSize());
    Objects.checkIndex(size, capacity);
    long at = Structs.DOCUMENT * size++;
    structs.set(JAVA_LONG, at, bytes.address() + offset);
    structs.set(JAVA_LONG, at + 8, length);
  }

  /** How many documents were added. */
  public int size() {
    return size;
  }

  /** Removes all documents. */
  public void clear() {
    size = 0;
  }

  private long at(int document) {
    return Structs.DOCUMENT * Objects.checkIndex(document, size);
  }

  /** How many results a document has. */
  public long results(int document) {
    return structs.get(JAVA_LONG, at(document) + 32);
  }

  /** How many focus nodes of a document were checked. */
  public long focusNodes(int document) {
    return structs.get(JAVA_LONG, at(document) + 24);
  }

  /** 0, or why a document could not be validated: 1 syntax, 2 memory, 3 limit. */
  public int status(int document) {
    return structs.get(JAVA_INT, at(document) + 48);
  }

  /** The same as an exception that says where; to be asked for when the status is not 0. */
  public DataException error(int document) {
    long at = at(document);
    int line = structs.get(JAVA_INT, at + 52);
    String message = status(document) == 0 ? "no error" : Structs.text(structs, at + 40);
    return new DataException(status(document), message, line, structs.get(JAVA_INT, at + 56));
  }

  @Override
  public void close() {
    arena.close();
  }
}
