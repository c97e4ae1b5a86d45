// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a cancelled call: the thread that runs the command is interrupted and given
 * time to tidy up. The JVM then ends by itself with 130, or 143 after SIGTERM.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  Interruption(Thread command) {
    hook =
        new Thread(
            () -> {
              command.interrupt();
              try {
                boolean _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            "ontoc interruption");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException _) {
      command.interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the hook is running
    }
  }
}
