// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;

/**
 * Asks the context again and again whether a process may go on, and kills it when not: its reader,
 * which waits for output, then sees the end of the stream.
 */
final class Watch implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final Process process;
  private final Context context;
  private final Thread caller = Thread.currentThread();
  private final Thread watcher;
  private volatile @Nullable RuntimeException cancellation;

  private Watch(Process process, Context context) {
    this.process = process;
    this.context = context;
    watcher = Thread.ofVirtual().name("ontoc-watch").unstarted(this::watch);
  }

  static Watch over(Process process, Context context) {
    Watch watch = new Watch(process, context);
    watch.watcher.start();
    return watch;
  }

  private void watch() {
    try {
      while (process.isAlive()) {
        context.checkCancelled();
        if (caller.isInterrupted()) break;
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException _) {
      return; // the validation is over
    } catch (RuntimeException reason) {
      cancellation = reason;
    }
    if (process.isAlive()) ProcessTree.kill(process);
  }

  /** Throws in the caller's thread what the context threw in the watcher's. */
  void rethrow() throws InterruptedException {
    RuntimeException reason = cancellation;
    if (reason != null) throw reason;
    if (caller.isInterrupted()) throw new InterruptedException();
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
