// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.tck.RecordingContext;

/** The runtime is compiled once, and it makes no difference whether it was. */
final class RuntimeObjectsTest {
  private static final CCompiler COMPILER = new CCompiler(Path.of("/bin/gcc"), "gcc 1", "x86_64");
  private static final String RUNTIME =
      """
      #if defined(ORT_EXTERNAL_RUNTIME) || defined(ORT_RUNTIME_ONLY)
      #define ORT_API extern
      #else
      #define ORT_API static
      #endif
      ORT_API int ort_abi(void);
      #ifndef ORT_EXTERNAL_RUNTIME
      ORT_API int ort_abi(void) { return 1; }
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

  private static Optional<RuntimeObjects.Key> key(List<Artifact> sources, String flag) {
    byte[] program =
        sources.stream()
            .filter(source -> source.path().equals("echo.c"))
            .findFirst()
            .orElseThrow()
            .bytes();
    return RuntimeObjects.key(COMPILER, List.of(flag), program);
  }

  @Test
  void theKeyIsTheRuntimeAndHowItIsCompiled() {
    assertEquals(Optional.empty(), key(Echo.sources(), "-O2"));
    assertEquals(key(sources("one"), "-O2"), key(sources("two"), "-O2"));
    assertNotEquals(key(sources("one"), "-O2"), key(sources("one"), "-O3"));
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
