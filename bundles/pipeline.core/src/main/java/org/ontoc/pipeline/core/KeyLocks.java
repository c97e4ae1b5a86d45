// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Locks between processes, one for each name, as ranges of a single file: the system drops them
 * when a process dies, and there are no lock files to remove. Where the file system has no locks,
 * every lock is granted: publishing by renaming is safe without, only the same work may be done
 * twice.
 *
 * <p>One channel is kept for all locks, since POSIX drops all locks of a process on a file when any
 * descriptor of it is closed.
 */
final class KeyLocks implements AutoCloseable {
  private final FileChannel channel;
  private final Map<Long, Held> held = new HashMap<>();

  private static final class Held {
    final @Nullable FileLock lock;
    final boolean shared;
    int holders = 1;

    Held(@Nullable FileLock lock, boolean shared) {
      this.lock = lock;
      this.shared = shared;
    }
  }

  KeyLocks(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** A lock on a name, or null when somebody else has it. */
  @Nullable Lock tryLock(String name, boolean shared) throws IOException {
    long position = position(name);
    synchronized (held) {
      Held mine = held.get(position);
      if (mine != null) {
        if (!shared || !mine.shared) return null;
        mine.holders++;
        return new Lock(position, mine.lock != null);
      }
      FileLock lock = null;
      try {
        lock = channel.tryLock(position, 1, shared);
        if (lock == null) return null;
      } catch (OverlappingFileLockException _) {
        // held through another channel of this process, such as an earlier instance of this bundle;
        // what is shared there is safe from other processes here, too
        if (!shared) return null;
      } catch (java.nio.channels.ClosedChannelException closed) {
        throw closed;
      } catch (IOException _) {
        // the file system has no locks
      }
      held.put(position, new Held(lock, shared));
      return new Lock(position, lock != null);
    }
  }

  private static long position(String name) {
    byte[] digest = new Blake2b().with(name).digest();
    long position = 0;
    for (int i = 0; i < 7; i++) position = position << 8 | digest[i] & 0xff;
    return position;
  }

  private void release(long position) throws IOException {
    synchronized (held) {
      Held mine = held.get(position);
      if (mine == null || --mine.holders > 0) return;
      held.remove(position);
      if (mine.lock != null && channel.isOpen()) mine.lock.release();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A lock that is held; closing it twice does nothing. */
  final class Lock implements AutoCloseable {
    /** Whether the file system has locks, so that nobody else can hold this one. */
    final boolean certain;

    private final long position;
    private boolean released;

    private Lock(long position, boolean certain) {
      this.position = position;
      this.certain = certain;
    }

    @Override
    public synchronized void close() throws IOException {
      if (released) return;
      released = true;
      release(position);
    }
  }
}
