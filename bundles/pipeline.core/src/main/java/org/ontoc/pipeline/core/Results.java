// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ValidationResult;

/**
 * The results of a validation in the order they were found: the first ones in memory, all others in
 * a file, so that memory is bounded however many there are. Filled by one or more threads, then
 * iterated any number of times.
 */
final class Results implements Iterable<ValidationResult>, Consumer<ValidationResult> {
  static final int IN_MEMORY = 10_000;

  /** Makes the file when it is needed. */
  @FunctionalInterface
  interface Files {
    SpoolFile open() throws IOException;
  }

  private final Files files;
  private final List<ValidationResult> first = new ArrayList<>();
  private @Nullable ResultCodec spooled;
  private long count;

  Results(Files files) {
    this.files = files;
  }

  synchronized long count() {
    return count;
  }

  @Override
  public synchronized void accept(ValidationResult result) {
    String missing = Nulls.in(result);
    if (missing != null) throw new IllegalArgumentException("a result has null at " + missing);
    count++;
    if (first.size() < IN_MEMORY) {
      first.add(result);
      return;
    }
    try {
      if (spooled == null) spooled = new ResultCodec(files.open());
      spooled.write(result);
    } catch (IOException full) {
      throw new UncheckedIOException("results cannot be kept in a temporary file", full);
    }
  }

  @Override
  public synchronized Iterator<ValidationResult> iterator() {
    ResultCodec codec = spooled;
    long all = count;
    Supplier<ValidationResult> rest = codec == null ? null : codec.reader();
    Iterator<ValidationResult> memory = first.iterator();
    return new Iterator<>() {
      private long position;

      @Override
      public boolean hasNext() {
        return position < all;
      }

      @Override
      public ValidationResult next() {
        if (!hasNext()) throw new NoSuchElementException();
        position++;
        return memory.hasNext() || rest == null ? memory.next() : rest.get();
      }
    };
  }
}
