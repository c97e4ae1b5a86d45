// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph.plan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ontoc.pipeline.Source;

/** A document's bytes; its faults are of one type, whatever a decompressor throws. */
final class SourceStream extends FilterInputStream {
  private SourceStream(InputStream in) {
    super(in);
  }

  static InputStream open(Source source) throws IOException {
    try {
      return new SourceStream(source.content().open());
    } catch (RuntimeException cause) {
      throw new IOException(cause.toString(), cause);
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return super.read(buffer, from, length);
    } catch (RuntimeException cause) {
      throw new IOException(cause.toString(), cause);
    }
  }
}
