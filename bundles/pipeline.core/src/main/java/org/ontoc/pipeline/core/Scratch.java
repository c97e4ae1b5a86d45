// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Artifact;

/**
 * A private temporary folder that keeps nothing from one call to the next; it goes when the
 * platform stops.
 */
final class Scratch implements Store, AutoCloseable {
  private final Cleaner cleaner = Cleaner.create();
  private final AtomicLong numbers = new AtomicLong();
  private @Nullable Path root;

  /** The folder, made when it is first needed. */
  synchronized Path root() throws IOException {
    Path now = root;
    if (now == null || !Files.isDirectory(now)) {
      now = Files.createTempDirectory("ontoc-");
      root = now;
    }
    return now;
  }

  @Override
  public Entry get(
      String key,
      Supplier<List<Artifact>> build,
      Consumer<String> warnings,
      Runnable checkCancelled)
      throws IOException {
    List<Artifact> artifacts = List.copyOf(build.get());
    // the key is in the name, since the loader of shared libraries must never see a path twice
    Path parent = root().resolve(numbers.incrementAndGet() + "-" + key.substring(0, 16));
    PrivateFolder.create(parent);
    Path folder = parent.resolve("files");
    PrivateFolder.create(folder);
    PrivateFolder.write(folder, artifacts);
    String name = parent.toString();
    cleaner.register(folder, () -> deleteQuietly(Path.of(name)));
    return new Entry(folder, artifacts, false);
  }

  private static void deleteQuietly(Path tree) {
    try {
      PrivateFolder.delete(tree);
    } catch (IOException _) {
      // a temporary folder: the system's own cleaning takes it
    }
  }

  @Override
  public synchronized void close() {
    if (root != null) deleteQuietly(root);
  }
}
