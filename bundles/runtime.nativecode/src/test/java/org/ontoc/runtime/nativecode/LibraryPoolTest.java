// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.tck.RecordingContext;

/** Loading, sharing and replacing libraries. */
class LibraryPoolTest {
  private static List<Artifact> first = List.of();
  private static List<Artifact> second = List.of();

  private Path folder = Path.of("");

  @BeforeEach
  void enter(@TempDir Path temporary) {
    folder = temporary;
  }

  @BeforeAll
  static void build() {
    first = Echo.build(Echo.sources());
    second = Echo.build(Echo.sources("%lu\\t2\\t3", "%lu\\t22\\t33"));
  }

  private static byte[] library(List<Artifact> artifacts) {
    return artifacts.get(1).bytes();
  }

  @Test
  void theSamePathGivesTheNewCode() throws IOException {
    NativeProvider provider = new NativeProvider();
    RecordingContext context = RecordingContext.of("run", "library");
    Echo.store(first, folder);
    try (Validator old = provider.open(Echo.plan(), folder, context)) {
      assertEquals(2, old.validate(List.of(Echo.data()), _ -> {}, context).kept());
      Echo.store(second, folder);
      try (Validator fresh = provider.open(Echo.plan(), folder, context)) {
        assertEquals(22, fresh.validate(List.of(Echo.data()), _ -> {}, context).kept());
        assertEquals(2, old.validate(List.of(Echo.data()), _ -> {}, context).kept());
      }
    }
    assertEquals(List.of(), context.diagnostics());
  }

  @Test
  void librariesAreSharedAndUnloadedWithTheLastLease() throws Exception {
    LibraryPool pool = new LibraryPool();
    LibraryPool.Lease one = pool.lease("echo", library(first));
    LibraryPool.Lease two = pool.lease("echo", library(first));
    LibraryPool.Lease other = pool.lease("echo", library(second));
    assertEquals(2, pool.size());
    assertTrue(one.library() == two.library());
    one.close();
    one.close();
    assertEquals(2, pool.size());
    two.close();
    other.close();
    assertEquals(0, pool.size());
  }

  @Test
  void manySwapsLeaveNothingBehind() throws Exception {
    LibraryPool pool = new LibraryPool();
    Results results = new Results(Echo.plan());
    swap(pool, results);
    long mapped = mappings();
    for (int i = 0; i < 500; i++) swap(pool, results);
    assertEquals(mapped, mappings(), "mapped libraries");
    try (java.util.stream.Stream<Path> left =
        Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertEquals(
          List.of(),
          left.filter(path -> path.getFileName().toString().startsWith("ontoc-")).toList());
    }
  }

  private static void swap(LibraryPool pool, Results results) throws Exception {
    for (List<Artifact> version : List.of(first, second)) {
      List<ValidationResult> found = new ArrayList<>();
      RecordingContext context = RecordingContext.of();
      try (Validator validator =
          new LibraryValidator(pool.lease("echo", library(version)), results)) {
        validator.validate(
            List.of(Echo.data("R\t0\t0\t<http://e/f>\t\t\t0\t1\t1\t0\t0")), found::add, context);
      }
      assertEquals(1, found.size());
    }
    assertEquals(0, pool.size());
  }

  private static long mappings() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.exists(maps)) return 0;
    return Files.readAllLines(maps).stream().filter(line -> line.contains("ontoc-")).count();
  }

  private RecordingContext refused(byte[] bytes) throws IOException {
    Files.write(folder.resolve("libecho.so"), bytes);
    RecordingContext context = RecordingContext.of("run", "library");
    new NativeProvider().open(Echo.plan(), folder, context).close();
    return context;
  }

  @Test
  void whatIsNoLibraryOfThisMachineIsRefused() throws IOException {
    byte[] good = library(first);
    assertEquals(List.of("E0610"), refused(new byte[0]).codes());
    assertEquals(List.of("E0610"), refused("garbage".repeat(100).getBytes()).codes());
    for (int length = 1; length < good.length; length += 997)
      assertEquals(
          List.of("E0610"), refused(Arrays.copyOf(good, length)).codes(), "cut at " + length);
    byte[] foreign = good.clone();
    foreign[18] = 8; // MIPS
    foreign[19] = 0;
    RecordingContext context = refused(foreign);
    assertEquals(List.of("E0610"), context.codes());
    assertTrue(context.diagnostics().getFirst().message().contains("another machine"));
    byte[] narrow = good.clone();
    narrow[4] = 1;
    assertEquals(List.of("E0610"), refused(narrow).codes());
  }

  @Test
  void aStrangersInterfaceIsRefused() throws IOException {
    byte[] newer = library(Echo.build(Echo.sources("#define ECHO_ABI 1", "#define ECHO_ABI 2")));
    RecordingContext abi = refused(newer);
    assertEquals(List.of("E0610"), abi.codes());
    assertTrue(abi.diagnostics().getFirst().message().contains("version 2"));
    byte[] poorer = library(Echo.build(Echo.sources("echo_last_error", "echo_final_error")));
    RecordingContext lacking = refused(poorer);
    assertEquals(List.of("E0610"), lacking.codes());
    assertTrue(lacking.diagnostics().getFirst().message().contains("echo_last_error"));
  }
}
