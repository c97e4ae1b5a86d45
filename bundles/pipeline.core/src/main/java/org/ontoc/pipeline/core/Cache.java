// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;

/**
 * A content-addressed cache on disk (docs/decisions/0003-cache.md). An entry is the folder {@code
 * entries/KEY} with a manifest and the artifacts in {@code files/}; it appears by renaming, is
 * verified whenever it is read, and is not evicted while any process uses it. Safe for any number
 * of threads and processes; a process may be killed at any time.
 */
final class Cache implements Store, AutoCloseable {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Path root;
  private final long bound;
  private final Path entries;
  private final Path making;
  private final KeyLocks locks;
  private final Cleaner cleaner = Cleaner.create();
  // bytes of all entries as far as this process knows; -1 before the first count
  private long known = -1;

  private Cache(Path root, long bound) throws IOException {
    this.root = root;
    this.bound = bound;
    this.entries = root.resolve("entries");
    this.making = root.resolve("making");
    this.locks = new KeyLocks(root.resolve("locks"));
  }

  /**
   * Opens or makes a cache.
   *
   * @throws PrivateFolder.NotPrivate when others could have written to it
   */
  static Cache open(Path root, long bound) throws IOException {
    PrivateFolder.open(root);
    Cache cache = new Cache(root, bound);
    cache.makeFolders();
    cache.sweep();
    return cache;
  }

  Path root() {
    return root;
  }

  @Override
  public Entry get(
      String key,
      Supplier<List<Artifact>> build,
      Consumer<String> warnings,
      Runnable checkCancelled)
      throws IOException {
    KeyLocks.Lock lease = await("use " + key, true, checkCancelled);
    boolean leased = false;
    try {
      Entry entry = read(key, warnings);
      if (entry == null) entry = make(key, build, warnings, checkCancelled);
      keepWhileReachable(entry.folder(), lease);
      leased = true;
      return entry;
    } finally {
      if (!leased) lease.close();
    }
  }

  private void keepWhileReachable(Path folder, KeyLocks.Lock lease) {
    cleaner.register(
        folder,
        () -> {
          try {
            lease.close();
          } catch (IOException _) {
            // the locks were closed before: nothing is held any more
          }
        });
  }

  private Entry make(
      String key,
      Supplier<List<Artifact>> build,
      Consumer<String> warnings,
      Runnable checkCancelled)
      throws IOException {
    try (KeyLocks.Lock _ = await("make " + key, false, checkCancelled)) {
      Entry made = read(key, warnings);
      if (made != null) return made;
      List<Artifact> artifacts = List.copyOf(build.get());
      try {
        publish(key, artifacts);
      } catch (NoSuchFileException _) {
        // somebody deleted the cache while it was in use
        makeFolders();
        publish(key, artifacts);
      }
      return new Entry(files(key), artifacts, false);
    }
  }

  private KeyLocks.Lock await(String name, boolean shared, Runnable checkCancelled)
      throws IOException {
    for (long pause = 1; ; pause = Math.min(2 * pause, 50)) {
      KeyLocks.Lock lock = locks.tryLock(name, shared);
      if (lock != null) return lock;
      checkCancelled.run();
      try {
        Thread.sleep(pause);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        checkCancelled.run();
        throw new java.io.InterruptedIOException("interrupted while waiting for the cache");
      }
    }
  }

  private Path files(String key) {
    return entries.resolve(key).resolve("files");
  }

  /** The verified entry of a key, or null; a damaged one is discarded. */
  private @Nullable Entry read(String key, Consumer<String> warnings) throws IOException {
    Path manifest = entries.resolve(key).resolve("manifest");
    if (!Files.exists(entries.resolve(key), LinkOption.NOFOLLOW_LINKS)) return null;
    try {
      Entry entry = new Entry(files(key), Manifest.read(manifest, files(key)), true);
      Files.setLastModifiedTime(manifest, FileTime.fromMillis(System.currentTimeMillis()));
      return entry;
    } catch (Manifest.Corrupt | NoSuchFileException | MalformedInputException damaged) {
      if (!discard(key)) return null;
      boolean gone = damaged instanceof NoSuchFileException;
      String why = damaged instanceof Manifest.Corrupt ? damaged.getMessage() : "it is not whole";
      if (!gone || Files.exists(root)) warnings.accept("cache entry " + key + ": " + why);
      return null;
    }
  }

  /** Takes an entry away in one step and then deletes it; false when another was faster. */
  private boolean discard(String key) throws IOException {
    String name = newName();
    try (KeyLocks.Lock _ = locks.tryLock("making " + name, false)) {
      Files.move(entries.resolve(key), making.resolve(name));
      PrivateFolder.delete(making.resolve(name));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static String newName() {
    return ProcessHandle.current().pid()
        + "-"
        + System.nanoTime()
        + "-"
        + NUMBERS.incrementAndGet();
  }

  private void publish(String key, List<Artifact> artifacts) throws IOException {
    String name = newName();
    Path folder = making.resolve(name);
    // the lock tells the sweeps of other processes that this one lives
    try (KeyLocks.Lock _ = locks.tryLock("making " + name, false)) {
      try {
        PrivateFolder.create(folder);
        PrivateFolder.create(folder.resolve("files"));
        PrivateFolder.write(folder.resolve("files"), artifacts);
        Files.write(folder.resolve("manifest"), Manifest.of(artifacts));
        Files.move(folder, entries.resolve(key), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      } finally {
        PrivateFolder.delete(folder);
      }
    }
    long size = artifacts.stream().mapToLong(artifact -> artifact.bytes().length).sum();
    evict(size);
  }

  private void makeFolders() throws IOException {
    PrivateFolder.open(root);
    PrivateFolder.open(entries);
    PrivateFolder.open(making);
  }

  /** Deletes what processes left behind that were killed while they wrote. */
  private void sweep() throws IOException {
    for (Path folder : list(making)) {
      String name = folder.getFileName().toString();
      try (KeyLocks.Lock lock = locks.tryLock("making " + name, false)) {
        if (lock != null && lock.certain) PrivateFolder.delete(folder);
      }
    }
  }

  private record Kept(Path folder, long size, FileTime used) {}

  /** Keeps the cache within its bound: the entries that were not used for the longest time go. */
  private synchronized void evict(long added) throws IOException {
    if (known >= 0 && known + added <= bound) {
      known += added;
      return;
    }
    List<Kept> kept = new ArrayList<>();
    for (Path folder : list(entries)) {
      try {
        Path manifest = folder.resolve("manifest");
        kept.add(new Kept(folder, Manifest.size(manifest), Files.getLastModifiedTime(manifest)));
      } catch (IOException _) {
        // evicted by another process, or damaged and discarded when it is next read
      }
    }
    known = kept.stream().mapToLong(Kept::size).sum();
    if (known <= bound) return;
    kept.sort(Comparator.comparing(Kept::used));
    // some room more than needed, so that not every call evicts
    for (Kept entry : kept) {
      if (known <= bound / 10 * 9) return;
      if (evict(entry.folder().getFileName().toString())) known -= entry.size();
    }
  }

  private boolean evict(String key) throws IOException {
    try (KeyLocks.Lock lock = locks.tryLock("use " + key, false)) {
      return lock != null && discard(key);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    locks.close();
  }
}
