// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Request.Until;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.tck.Samples;

final class CachedCompileTest {
  private final Path folder;

  CachedCompileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Compilation compile(Platform platform, Map<String, String> options) {
    Request request = Platform.request("values", Until.VALIDATOR, options, Platform.BUDGET);
    return platform.compiler.compile(request);
  }

  @Test
  void theSecondCompilationComesFromTheCache() {
    Platform platform = new Platform(folder.resolve("cache"));
    Compilation first = compile(platform, Map.of());
    Compilation second = compile(platform, Map.of());
    assertEquals(1, platform.rendered.get());
    assertEquals(1, platform.built.get());
    assertEquals(first.folder(), second.folder());
    assertEquals(first.artifacts().size(), second.artifacts().size());
    assertTrue(second.plan().isPresent(), "the plan is missing on a hit");
    assertEquals(2, second.trace().stream().filter(Step::cached).count());
    assertEquals(0, first.trace().stream().filter(Step::cached).count());
    compile(new Platform(folder.resolve("cache")), Map.of());
    assertEquals(1, platform.rendered.get());
  }

  @Test
  void everythingThatMattersIsInTheKey() {
    Platform platform = new Platform(folder.resolve("cache"));
    Set<Object> folders = new HashSet<>();
    folders.add(compile(platform, Map.of()).folder());
    folders.add(compile(platform, Map.of("profile", "debug")).folder());
    platform.toolchainIdentity = "cc 2.0";
    folders.add(compile(platform, Map.of()).folder());
    platform.backend.identity = "other digest";
    folders.add(compile(platform, Map.of()).folder());
    folders.add(platform.compile("ranges", Until.VALIDATOR).folder());
    assertEquals(5, folders.size());
    assertEquals(5, platform.rendered.get());
  }

  @Test
  void plansThatDifferHaveDifferentKeys() {
    Set<String> keys = new HashSet<>();
    for (Samples.Sample sample : Samples.all()) {
      String key = CacheKey.of(sample.plan());
      assertTrue(keys.add(key));
      assertEquals(key, CacheKey.of(sample.plan()));
    }
    assertNotEquals(CacheKey.of("a", "bc"), CacheKey.of("ab", "c"));
    assertNotEquals(CacheKey.of(List.of("a"), List.of()), CacheKey.of(List.of(), List.of("a")));
    assertNotEquals(CacheKey.of("\uD800"), CacheKey.of("?"));
    assertNotEquals(CacheKey.of("\uD800"), CacheKey.of("\uD801"));
  }

  @Test
  void theCacheCanBeSwitchedOffOrElsewhere() {
    Platform platform = new Platform(folder.resolve("cache"));
    Map<String, String> off = Map.of("cache", "off");
    Path first = compile(platform, off).folder().orElseThrow();
    Path second = compile(platform, off).folder().orElseThrow();
    assertEquals(2, platform.rendered.get());
    assertNotEquals(first, second);
    assertFalse(Files.exists(folder.resolve("cache")));
    Map<String, String> elsewhere = Map.of("cache", folder.resolve("elsewhere").toString());
    Path third = compile(platform, elsewhere).folder().orElseThrow();
    assertTrue(third.startsWith(folder.resolve("elsewhere")));
    assertFalse(Files.exists(folder.resolve("cache")));
  }

  @Test
  void whatAStageMakesForManyCompilationsIsMadeOnce() throws Exception {
    Path cache = folder.resolve("cache");
    Platform platform = new Platform(cache);
    compile(platform, Map.of());
    compile(platform, Map.of("profile", "debug"));
    assertEquals(2, platform.built.get());
    assertEquals(1, platform.shared.get());
    Platform later = new Platform(cache);
    compile(later, Map.of("profile", "size"));
    assertEquals(0, later.shared.get());
    later.sharedKey = "runtime 2";
    compile(later, Map.of("profile", "quick"));
    assertEquals(1, later.shared.get());
    compile(later, Map.of("profile", "native", "cache", "off"));
    assertEquals(2, later.shared.get());
    for (Path file : filesNamed("r.o", cache)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(file, "damage");
    }
    assertEquals(
        List.of("W0904"), Platform.codes(compile(later, Map.of("profile", "x")).diagnostics()));
    assertEquals(3, later.shared.get());
  }

  @Test
  void whatAStageFailedToMakeIsNotKept() {
    Platform platform = new Platform(folder.resolve("cache"));
    List<Artifact> good = platform.sharedMade;
    platform.sharedMade = List.of();
    compile(platform, Map.of());
    platform.sharedMade = List.of(new Artifact("../r.o", "object"));
    assertEquals(
        List.of("E0901"), Platform.codes(compile(platform, Map.of("a", "1")).diagnostics()));
    platform.sharedMade = good;
    compile(platform, Map.of("a", "2"));
    compile(platform, Map.of("a", "3"));
    assertEquals(3, platform.shared.get());
  }

  private static List<Path> filesNamed(String name, Path root) throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.endsWith(name)).toList();
    }
  }

  @Test
  void damageIsRepairedWithAWarning() throws Exception {
    Platform platform = new Platform(folder.resolve("cache"));
    Path library = compile(platform, Map.of()).folder().orElseThrow().resolve("lib.so");
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-------"));
    Files.write(library, new byte[] {0});
    Compilation again = compile(platform, Map.of());
    assertEquals(List.of("W0904"), Platform.codes(again.diagnostics()));
    assertEquals(4, Files.size(again.folder().orElseThrow().resolve("lib.so")));
  }

  @Test
  void aCacheThatOthersMayEnterIsNotUsed() throws Exception {
    Path cache = Files.createDirectory(folder.resolve("cache"));
    Files.writeString(cache.resolve("x"), "");
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    Compilation compilation = compile(new Platform(cache), Map.of());
    assertEquals(List.of("W0104"), Platform.codes(compilation.diagnostics()));
    assertFalse(compilation.folder().orElseThrow().startsWith(cache));
  }

  @Test
  void aCacheThatCannotBeWrittenIsReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Compilation compilation = compile(new Platform(file.resolve("cache")), Map.of());
    assertEquals(List.of("W0105"), Platform.codes(compilation.diagnostics()));
    assertTrue(Files.isDirectory(compilation.folder().orElseThrow()));
  }

  @Test
  void theFolderIsFoundInTheEnvironment() {
    assertEquals(Path.of("/x"), root(Map.of("ONTOC_CACHE", "/x", "HOME", "/h")));
    assertEquals(Path.of("/x/ontoc"), root(Map.of("XDG_CACHE_HOME", "/x", "HOME", "/h")));
    assertEquals(
        Path.of("/h/.cache/ontoc"), root(Map.of("XDG_CACHE_HOME", "relative", "HOME", "/h")));
    Compilation compilation = compile(new Platform(Map.of()), Map.of());
    assertEquals(List.of(), compilation.diagnostics());
    assertTrue(Files.isDirectory(compilation.folder().orElseThrow()));
  }

  private static Object root(Map<String, String> environment) {
    return java.util.Objects.requireNonNull(new Stores(environment::get, 1).root());
  }
}
