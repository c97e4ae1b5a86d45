// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;

/** Several processes on one cache, and processes that are killed while they write. */
final class CacheProcessesTest {
  private static final int KEYS = 10;

  private final Path root;

  CacheProcessesTest(@TempDir Path folder) {
    root = folder.resolve("cache");
  }

  /** The artifacts of a key are the same in every process. */
  private static List<Artifact> artifacts(String key) {
    List<Artifact> artifacts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      byte[] bytes = new byte[20_000];
      Arrays.fill(bytes, (byte) (key.hashCode() + i));
      artifacts.add(new Artifact("folder" + i % 3 + "/file" + i, bytes, i % 2 == 0));
    }
    return artifacts;
  }

  /** What a process does: four threads use the cache; prints a line for each key that it gets. */
  public static void main(String[] arguments) throws Exception {
    long bound = Long.parseLong(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Cache cache = Cache.open(Path.of(arguments[0]), bound);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Random random = new Random(ProcessHandle.current().pid() * 31 + t);
      threads.add(Thread.ofPlatform().start(() -> use(cache, random, rounds)));
    }
    for (Thread thread : threads) thread.join();
    cache.close();
  }

  private static void use(Cache cache, Random random, int rounds) {
    for (int i = 0; i < rounds; i++) {
      String key = "key" + random.nextInt(KEYS);
      try {
        Store.Entry entry =
            cache.get(key, () -> artifacts(key), w -> System.out.println("warning " + w), () -> {});
        System.out.println(correct(key, entry) ? "ok" : "wrong " + key);
      } catch (IOException | RuntimeException failed) {
        System.out.println("failed " + failed);
      }
    }
  }

  /** The files in the folder are looked at, too: the entry must not be evicted under our eyes. */
  private static boolean correct(String key, Store.Entry entry) throws IOException {
    List<Artifact> expected = artifacts(key);
    for (int i = 0; i < expected.size(); i++) {
      Artifact one = entry.artifacts().get(i);
      byte[] onDisk = Files.readAllBytes(entry.folder().resolve(expected.get(i).path()));
      if (!Arrays.equals(expected.get(i).bytes(), one.bytes())) return false;
      if (!Arrays.equals(onDisk, one.bytes())) return false;
    }
    java.lang.ref.Reference.reachabilityFence(entry.folder());
    return expected.size() == entry.artifacts().size();
  }

  private Process start(long bound, int rounds, Path output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CacheProcessesTest.class.getName(),
            root.toString(),
            Long.toString(bound),
            Integer.toString(rounds))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  @Test
  void fourProcessesWithFourThreadsEachAndEviction() throws Exception {
    List<Process> processes = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outputs.add(root.resolveSibling("out" + i));
      // room for a few of the ten entries of 400,000 bytes
      processes.add(start(2_000_000, 50, outputs.get(i)));
    }
    for (int i = 0; i < 4; i++) {
      assertTrue(processes.get(i).waitFor(5, TimeUnit.MINUTES));
      String output = Files.readString(outputs.get(i), StandardCharsets.UTF_8);
      assertEquals("ok\n".repeat(200), output, "process " + i);
      assertEquals(0, processes.get(i).exitValue());
    }
    try (Stream<Path> left = Files.list(root.resolve("making"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void killedWritersLeaveNothingTorn() throws Exception {
    Random random = new Random(20);
    for (int i = 0; i < 20; i++) {
      Path output = root.resolveSibling("killed" + i);
      Process process = start(1_500_000, 1_000_000, output);
      // from the start of the virtual machine to the middle of the work
      Thread.sleep(100 + random.nextInt(700));
      process.destroyForcibly().waitFor();
      String text = Files.readString(output);
      assertFalse(text.contains("wrong") || text.contains("failed"), () -> "in " + text);
      assertFalse(text.contains("warning"), "a torn entry was found: " + text);
    }
    List<String> warnings = new ArrayList<>();
    try (Cache cache = Cache.open(root, 1L << 30)) {
      try (Stream<Path> left = Files.list(root.resolve("making"))) {
        assertEquals(List.of(), left.toList(), "what was half written is still there");
      }
      for (int i = 0; i < KEYS; i++) {
        String key = "key" + i;
        Store.Entry entry = cache.get(key, () -> artifacts(key), warnings::add, () -> {});
        assertTrue(correct(key, entry), key);
      }
    }
    assertEquals(List.of(), warnings);
  }
}
