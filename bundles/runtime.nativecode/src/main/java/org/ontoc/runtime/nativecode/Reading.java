// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.io.InputStream;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.validation.DataFault;

/** A document's bytes; its faults are of a type of their own, whatever a decompressor throws. */
final class Reading implements AutoCloseable {
  private final InputStream stream;

  /** The document cannot be read to its end. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    Fault(Exception cause) {
      super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
  }

  /** A document that could not be read to its end. */
  record Unread(Source source, String reason) {
    void report(Context context) {
      DataFault.unreadable(source, Tail.printable(reason), context);
    }
  }

  private Reading(InputStream stream) {
    this.stream = stream;
  }

  static Reading of(Source source) throws Fault {
    try {
      return new Reading(source.content().open());
    } catch (IOException | RuntimeException cause) {
      throw new Fault(cause);
    }
  }

  /** Fills the range as far as there are bytes; 0 at the end. */
  int read(byte[] buffer, int from, int length) throws Fault {
    try {
      return stream.readNBytes(buffer, from, length);
    } catch (IOException | RuntimeException cause) {
      throw new Fault(cause);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException _) {
      // everything was read, or an error was reported already
    }
  }
}
