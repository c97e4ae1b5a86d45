// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;

final class CacheTest {
  private static final long GIB = 1L << 30;

  private final Path root;
  private final List<String> warnings = new ArrayList<>();

  CacheTest(@TempDir Path folder) {
    root = folder.resolve("cache");
  }

  private static List<Artifact> artifacts(String text) {
    return List.of(
        new Artifact("a.c", text),
        new Artifact("sub/deep/b.h", "#define B"),
        new Artifact("run", new byte[] {1, 2, 3}, true));
  }

  private Store.Entry get(Cache cache, String key, String text) throws IOException {
    return cache.get(key, () -> artifacts(text), warnings::add, () -> {});
  }

  @Test
  void keepsArtifactsAcrossInstances() throws IOException {
    try (Cache cache = Cache.open(root, GIB)) {
      assertFalse(get(cache, "aa", "one").cached());
      Store.Entry again = get(cache, "aa", "two");
      assertTrue(again.cached());
      assertEquals(3, again.artifacts().size());
      assertArrayEquals("one".getBytes(StandardCharsets.UTF_8), again.artifacts().get(0).bytes());
      assertTrue(again.artifacts().get(2).executable());
      assertTrue(Files.isExecutable(again.folder().resolve("run")));
      assertFalse(Files.isExecutable(again.folder().resolve("a.c")));
    }
    try (Cache cache = Cache.open(root, GIB)) {
      assertTrue(get(cache, "aa", "three").cached());
      assertFalse(get(cache, "ab", "three").cached());
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    try (Cache cache = Cache.open(root, GIB)) {
      List<Path> files;
      get(cache, "aa", "one");
      try (Stream<Path> all = Files.walk(root.resolve("entries"))) {
        files = all.filter(Files::isRegularFile).toList();
      }
      assertEquals(4, files.size());
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
          byte[] flipped = Files.readAllBytes(file);
          flipped[i] ^= 1;
          overwrite(file, flipped);
          warnings.clear();
          assertFalse(get(cache, "aa", "one").cached(), file + " byte " + i);
          assertEquals(1, warnings.size(), file + " byte " + i);
        }
      }
    }
  }

  private static void overwrite(Path file, byte[] bytes) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, bytes);
  }

  @Test
  void missingAddedAndLinkedFilesAreNoticed() throws IOException {
    try (Cache cache = Cache.open(root, GIB)) {
      Path folder = get(cache, "aa", "one").folder();
      Files.delete(folder.resolve("a.c"));
      assertFalse(get(cache, "aa", "one").cached());
      Files.writeString(folder.resolve("planted.so"), "x");
      assertFalse(get(cache, "aa", "one").cached());
      Path outside = Files.writeString(root.resolveSibling("outside"), "one");
      Files.delete(folder.resolve("a.c"));
      Files.createSymbolicLink(folder.resolve("a.c"), outside);
      assertFalse(get(cache, "aa", "one").cached());
      Files.delete(folder.resolveSibling("manifest"));
      assertFalse(get(cache, "aa", "one").cached());
      assertEquals(4, warnings.size());
      assertTrue(get(cache, "aa", "one").cached());
    }
  }

  @Test
  void deletedWhileInUse() throws IOException {
    try (Cache cache = Cache.open(root, GIB)) {
      get(cache, "aa", "one");
      PrivateFolder.delete(root);
      assertFalse(get(cache, "aa", "one").cached());
      assertTrue(get(cache, "aa", "one").cached());
    }
  }

  @Test
  void onlyItsOwnerMayEnter() throws IOException {
    Cache.open(root, GIB).close();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        assertEquals(
            "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThrows(PrivateFolder.NotPrivate.class, () -> Cache.open(root, GIB));
  }

  @Test
  void anEmptyFolderOfTheUserIsMadePrivate() throws IOException {
    Files.createDirectory(
        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Cache.open(root, GIB).close();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
  }

  @Test
  void theLeastRecentlyUsedEntriesGo() throws IOException {
    byte[] big = new byte[100_000];
    List<Path> held = new ArrayList<>();
    try (Cache cache = Cache.open(root, 1_000_000)) {
      for (int i = 0; i < 9; i++) {
        String key = "k" + i;
        cache.get(key, () -> List.of(new Artifact("f", big, false)), warnings::add, () -> {});
        Path manifest = root.resolve("entries").resolve(key).resolve("manifest");
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(1_000_000L + i));
      }
    }
    try (Cache cache = Cache.open(root, 1_000_000)) {
      // k0 is the oldest, but in use from here on
      held.add(get(cache, "k0", "never").folder());
      Path manifest = root.resolve("entries").resolve("k0").resolve("manifest");
      Files.setLastModifiedTime(manifest, FileTime.fromMillis(1));
      byte[] bigger = new byte[300_000];
      held.add(
          cache
              .get("new", () -> List.of(new Artifact("f", bigger, false)), warnings::add, () -> {})
              .folder());
      assertTrue(Files.isDirectory(held.get(0)), "an entry in use was evicted");
      assertTrue(Files.isDirectory(held.get(1)), "the new entry was evicted");
      assertFalse(Files.exists(root.resolve("entries/k1")), "the oldest entry is still there");
      assertTrue(Files.exists(root.resolve("entries/k8")), "the newest entry is gone");
    }
    java.lang.ref.Reference.reachabilityFence(held);
  }

  @Test
  void oneBuildForManyThreads() throws Exception {
    AtomicInteger builds = new AtomicInteger();
    try (Cache cache = Cache.open(root, GIB)) {
      List<Thread> threads = new ArrayList<>();
      List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 32; i++) {
        String key = "t" + i % 4;
        threads.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        cache.get(
                            key,
                            () -> {
                              builds.incrementAndGet();
                              return artifacts(key);
                            },
                            warning -> failures.add(new AssertionError(warning)),
                            () -> {});
                      } catch (IOException | RuntimeException failed) {
                        failures.add(failed);
                      }
                    }));
      }
      for (Thread thread : threads) thread.join();
      assertEquals(List.of(), failures);
    }
    assertEquals(4, builds.get());
  }

  @Test
  void whatABuildThrowsComesThroughAndLeavesNothing() throws IOException {
    try (Cache cache = Cache.open(root, GIB)) {
      assertThrows(
          Stopped.class,
          () ->
              cache.get(
                  "aa",
                  () -> {
                    throw new Stopped(Stopped.Then.ANSWER);
                  },
                  warnings::add,
                  () -> {}));
      assertFalse(get(cache, "aa", "one").cached());
    }
    try (Stream<Path> left = Files.list(root.resolve("making"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
