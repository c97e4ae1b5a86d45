// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.tck.RecordingContext;

/** The runtime is compiled once, and it makes no difference whether it was. */
final class RuntimeObjectsTest {
  private static final String RUNTIME =
      """
      #if defined(ORT_EXTERNAL_RUNTIME) || defined(ORT_RUNTIME_ONLY)
      #define ORT_API extern
      #else
      #define ORT_API static
      #endif
      ORT_API int ort_abi(void);
      ORT_API int ort_one(void);
      #ifndef ORT_EXTERNAL_RUNTIME
      #define ORT_RUNTIME_PARTS 2
      #if !defined(ORT_RUNTIME_PART) || ORT_RUNTIME_PART == 1
      ORT_API int ort_one(void) { return 1; }
      #endif
      #if !defined(ORT_RUNTIME_PART) || ORT_RUNTIME_PART == 2
      ORT_API int ort_abi(void) { return ort_one(); }
      #endif
      #endif
      #ifndef ORT_RUNTIME_ONLY
      #define ECHO_ABI ort_abi()
      """;

  /** The program of the tests, as one that says which part of it is the runtime. */
  private static List<Artifact> sources(String comment) {
    return Echo.sources().stream()
        .map(
            source ->
                source.path().equals("echo.c")
                    ? new Artifact(
                        source.path(),
                        "/* " + comment + " */\n" + RUNTIME + text(source) + "\n#endif\n")
                    : source)
        .toList();
  }

  private static String text(Artifact source) {
    return new String(source.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aSourceSaysWhatCanBeCompiledApart() {
    assertEquals(Optional.empty(), SourceParts.of(source(Echo.sources())));
    SourceParts one = SourceParts.of(source(sources("one"))).orElseThrow();
    assertEquals(one, SourceParts.of(source(sources("two"))).orElseThrow());
    assertEquals(2, one.runtimeParts());
    assertEquals(1, one.programParts());
  }

  private static byte[] source(List<Artifact> sources) {
    return sources.stream()
        .filter(source -> source.path().equals("echo.c"))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  /** What was asked for, and what was made because it was not there. */
  private static final class Keeping implements Context {
    final Map<String, List<Artifact>> all = new HashMap<>();
    final RecordingContext context;
    int made;

    Keeping(String... options) {
      context = RecordingContext.of(options);
    }

    @Override
    public List<Artifact> kept(String key, Supplier<List<Artifact>> make) {
      return all.computeIfAbsent(
          key,
          _ -> {
            made++;
            return make.get();
          });
    }

    @Override
    public String option(String key, String fallback) {
      return context.option(key, fallback);
    }

    @Override
    public void report(
        Severity severity,
        String code,
        Origin at,
        String message,
        String hint,
        List<Diagnostic.Note> notes) {
      context.report(severity, code, at, message, hint, notes);
    }

    @Override
    public void checkCancelled() {
      context.checkCancelled();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"portable", "debug", "size", "quick"})
  void aProcessTakesTheObjectsThatAnotherMade(String profile) {
    Keeping keeping = new Keeping("profile", profile);
    List<Artifact> first = new NativeToolchain().build(sources("one"), keeping);
    int made = keeping.made;
    assertTrue(made >= 1);
    assertEquals(2, keeping.all.values().iterator().next().size());
    List<Artifact> again = new NativeToolchain().build(sources("two"), keeping);
    assertEquals(made, keeping.made);
    assertEquals(List.of(), keeping.context.diagnostics());
    for (int i = 0; i < 2; i++) assertArrayEquals(first.get(i).bytes(), again.get(i).bytes());
    // of this process, once
    NativeToolchain toolchain = new NativeToolchain();
    toolchain.build(sources("one"), keeping);
    keeping.all.clear();
    toolchain.build(sources("one"), keeping);
    assertEquals(made, keeping.made);
  }

  @Test
  void anotherProfileHasObjectsOfItsOwn() {
    Keeping portable = new Keeping();
    Keeping size = new Keeping("profile", "size");
    new NativeToolchain().build(sources("one"), portable);
    new NativeToolchain().build(sources("one"), size);
    assertEquals(false, portable.all.keySet().equals(size.all.keySet()));
  }

  @Test
  void itMakesNoDifferenceWhetherItWasCompiledBefore() {
    NativeToolchain toolchain = new NativeToolchain();
    RecordingContext context = RecordingContext.of();
    List<Artifact> first = toolchain.build(sources("one"), context);
    assertEquals(List.of(), context.diagnostics());
    assertEquals(2, first.size());
    for (NativeToolchain other : List.of(toolchain, new NativeToolchain())) {
      List<Artifact> again = other.build(sources("one"), context);
      for (int i = 0; i < 2; i++) assertArrayEquals(first.get(i).bytes(), again.get(i).bytes());
    }
  }
}
