// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The loaded libraries, each loaded once and unloaded when its last lease ends. A library is copied
 * to a fresh path before it is loaded: the system takes a path that is open already for the library
 * that it loaded from there, even when the file is another one by now.
 */
final class LibraryPool {
  private final Map<String, Loaded> loaded = new HashMap<>();

  /** The system or we refuse a library. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  /** The right to call a library until this is closed. */
  final class Lease implements AutoCloseable {
    private final Loaded target;
    private boolean ended;

    private Lease(Loaded target) {
      this.target = target;
    }

    NativeLibrary library() {
      return target.library;
    }

    @Override
    public void close() {
      synchronized (LibraryPool.this) {
        if (ended) return;
        ended = true;
        if (--target.leases > 0) return;
        loaded.remove(target.key);
        target.arena.close();
      }
    }
  }

  private static final class Loaded {
    final String key;
    final Arena arena;
    final NativeLibrary library;
    int leases;

    Loaded(String key, Arena arena, NativeLibrary library) {
      this.key = key;
      this.arena = arena;
      this.library = library;
    }
  }

  /** Loads a library's bytes, or shares it with those who have it already. */
  synchronized Lease lease(String prefix, byte[] bytes) throws IOException, Unusable {
    String key = prefix + "-" + digest(bytes);
    Loaded known = loaded.get(key);
    if (known == null) {
      known = load(key, prefix, bytes);
      loaded.put(key, known);
    }
    known.leases++;
    return new Lease(known);
  }

  /** How many libraries are loaded. */
  synchronized int size() {
    return loaded.size();
  }

  private static Loaded load(String key, String prefix, byte[] bytes) throws IOException, Unusable {
    Arena arena = Arena.ofShared();
    // the file may go as soon as it is loaded: the mapping stays, and nothing is left behind by a
    // killed process
    try (BuildFolder folder = BuildFolder.create()) {
      Path file = folder.file(digest(bytes) + ".so");
      Files.write(file, bytes);
      return new Loaded(key, arena, new NativeLibrary(file, prefix, arena));
    } catch (IllegalArgumentException refused) {
      arena.close();
      throw new Unusable("the system cannot load it: " + refused.getMessage());
    } catch (IOException | Unusable | RuntimeException fault) {
      arena.close();
      throw fault;
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
