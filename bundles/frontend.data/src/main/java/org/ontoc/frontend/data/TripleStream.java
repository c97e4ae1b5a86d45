// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a parser writes on a thread of its own, to be read while it writes: a few blocks at most
 * wait in between.
 */
final class TripleStream extends InputStream {
  private static final int BLOCKS = 4;
  private static final byte[] END = {};

  /** Writes everything. */
  @FunctionalInterface
  interface Parser {
    void parse(TripleStream out) throws IOException;
  }

  /** Ends the parser when nobody reads any more. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Abandoned() {
      super(null, null, false, false);
    }
  }

  private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(BLOCKS);
  private final Document document;
  private volatile boolean closed;
  private volatile @Nullable Throwable fault;
  private byte[] block = new byte[0];
  private int next;
  private boolean ended;

  private TripleStream(Document document) {
    this.document = document;
  }

  static TripleStream open(Document document, Parser parser) {
    TripleStream stream = new TripleStream(document);
    // parsers recur with the nesting of a document, for which they need a stack of their own
    Thread.ofPlatform().daemon().name("ontoc-data-reader").start(() -> stream.run(parser));
    return stream;
  }

  private void run(Parser parser) {
    try {
      parser.parse(this);
    } catch (Throwable thrown) {
      fault = thrown;
    }
    try {
      write(END);
    } catch (RuntimeException _) {
      // nobody reads any more
    }
  }

  /** Hands over a block, which is not to be changed any more. */
  void write(byte[] bytes) {
    try {
      while (!closed) {
        document.checkCancelled();
        if (blocks.offer(bytes, 100, TimeUnit.MILLISECONDS)) return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new Abandoned();
  }

  private boolean fill() throws IOException {
    if (ended) return false;
    try {
      byte[] taken = null;
      while (taken == null) {
        document.checkCancelled();
        taken = blocks.poll(100, TimeUnit.MILLISECONDS);
      }
      block = taken;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    next = 0;
    ended = block.length == 0;
    if (!ended) return true;
    return switch (fault) {
      case null -> false;
      case IOException thrown -> throw thrown;
      case RuntimeException thrown -> throw thrown;
      case Error thrown -> throw thrown;
      case Throwable thrown -> throw new IllegalStateException(thrown);
    };
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) return 0;
    if (next == block.length && !fill()) return -1;
    int n = Math.min(length, block.length - next);
    System.arraycopy(block, next, target, from, n);
    next += n;
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() {
    closed = true;
  }
}
