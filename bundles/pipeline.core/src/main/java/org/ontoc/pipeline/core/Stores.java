// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Severity;

/** The cache of this user, opened when it is first needed, and the temporary folder. */
final class Stores implements AutoCloseable {
  private final Function<String, @Nullable String> environment;
  private final Scratch scratch = new Scratch();
  private final Map<Path, Cache> opened = new HashMap<>();
  private long bound;

  Stores(Function<String, @Nullable String> environment, long bound) {
    this.environment = environment;
    this.bound = bound;
  }

  /** Another size bound, for the cache that is opened next. */
  synchronized void bound(long bytes) {
    bound = bytes;
  }

  /** Tells whether the request wants nothing kept, so that only who runs the files needs them. */
  static boolean off(Map<String, String> options) {
    return "off".equals(options.get("cache"));
  }

  Scratch scratch() {
    return scratch;
  }

  /**
   * The cache, or the temporary folder when the cache is switched off or not to be trusted. The
   * option {@code cache} is {@code on}, {@code off} or a folder.
   */
  synchronized Store store(Run run, Map<String, String> options) throws IOException {
    String option = options.getOrDefault("cache", "on");
    Path root = option.equals("on") ? root() : Path.of(option).toAbsolutePath().normalize();
    if (root == null || off(options)) return scratch;
    Cache known = opened.get(root);
    if (known != null) return known;
    try {
      Cache cache = Cache.open(root, bound);
      opened.put(root, cache);
      return cache;
    } catch (PrivateFolder.NotPrivate refused) {
      run.report(
          Severity.WARNING,
          "W0104",
          "the cache is not used: " + refused.getMessage(),
          "make it private with chmod -R go= " + root + ", or set ONTOC_CACHE");
      return scratch;
    }
  }

  /** The cache's folder, or null when there is no home. */
  @Nullable Path root() {
    String own = environment.apply("ONTOC_CACHE");
    if (own != null && !own.isBlank()) return Path.of(own).toAbsolutePath().normalize();
    Path shared = path(environment.apply("XDG_CACHE_HOME"), "ontoc");
    if (shared != null) return shared;
    return path(environment.apply("HOME"), ".cache/ontoc");
  }

  private static @Nullable Path path(@Nullable String folder, String below) {
    if (folder == null || folder.isBlank()) return null;
    try {
      Path path = Path.of(folder);
      // XDG: a relative path is to be ignored
      return path.isAbsolute() ? path.resolve(below).normalize() : null;
    } catch (InvalidPathException _) {
      return null;
    }
  }

  /** Where crash reports go. */
  Path crashes() {
    Path root = root();
    return root == null
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : root.resolveSibling(root.getFileName() + "-crashes");
  }

  @Override
  public synchronized void close() throws IOException {
    scratch.close();
    for (Cache cache : opened.values()) cache.close();
  }
}
