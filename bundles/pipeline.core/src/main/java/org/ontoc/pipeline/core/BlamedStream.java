// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** What a service streams: an exception that is a bug of the service is told before it passes. */
final class BlamedStream extends InputStream {
  private final InputStream in;
  private final Consumer<Throwable> blame;

  BlamedStream(InputStream in, Consumer<Throwable> blame) {
    this.in = in;
    this.blame = blame;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    try {
      return in.read(target, from, length);
    } catch (CancellationException asked) {
      throw asked;
    } catch (RuntimeException | Error bug) {
      blame.accept(bug);
      throw bug;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
