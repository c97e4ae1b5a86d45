// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Ends processes that we started, with all that they started themselves. */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");

  private ProcessTree() {}

  /** Kills a process and its descendants, and waits until the process itself is gone. */
  static void kill(Process process) {
    // what has ended is nobody's parent any more, and looking for its children reads all of /proc
    if (!process.isAlive()) return;
    for (int round = 0; round < 3; round++) {
      List<ProcessHandle> descendants = process.descendants().toList();
      process.destroyForcibly();
      descendants.forEach(ProcessHandle::destroyForcibly);
      if (descendants.isEmpty()) break;
    }
    try {
      // bounded: a process that hangs in the kernel cannot be waited for
      process.onExit().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // nothing more can be done
    }
  }

  /**
   * Kills every process whose working directory is the private folder: a child that outlived its
   * parent is nobody's descendant any more, but it still stands where we started it. Only where
   * /proc exists.
   */
  static void sweep(Path folder) {
    if (!Files.isDirectory(PROC)) return;
    // one that was found may have forked meanwhile; /proc is listed by ascending process ids, so
    // that a pass that
    // finds none has missed none
    for (int pass = 0; pass < 100 && killThoseIn(folder); pass++) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static boolean killThoseIn(Path folder) {
    boolean found = false;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : processes) {
        if (!standsIn(entry, folder)) continue;
        found = true;
        long pid = Long.parseLong(entry.getFileName().toString());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
    } catch (IOException _) {
      // without /proc there is nothing more that can be done
    }
    return found;
  }

  private static boolean standsIn(Path entry, Path folder) {
    try {
      return Files.readSymbolicLink(entry.resolve("cwd")).startsWith(folder);
    } catch (IOException _) {
      return false; // ended meanwhile, or another user's
    }
  }
}
