// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Probe;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.tck.RecordingContext;

/** The toolchain with the compiler of this machine. */
class ToolchainTest {
  private Path folder = Path.of("");

  @BeforeEach
  void enter(@TempDir Path temporary) {
    folder = temporary;
  }

  @ParameterizedTest
  @ValueSource(strings = {"portable", "native", "debug", "size", "quick"})
  void everyProfileBuildsWhatRuns(String profile) throws IOException {
    RecordingContext context = RecordingContext.of("profile", profile);
    List<Artifact> built = new NativeToolchain().build(Echo.sources(), context);
    assertEquals(List.of(), context.codes());
    assertEquals(List.of("echo", "libecho.so"), built.stream().map(Artifact::path).toList());
    assertTrue(built.getFirst().executable());
    Echo.store(built, folder);
    for (String run : List.of("process", "library")) {
      RecordingContext running = RecordingContext.of("run", run);
      try (Validator validator = new NativeProvider().open(Echo.plan(), folder, running)) {
        validator.validate(
            List.of(Echo.data("R\t0\t0\t<http://e/f>\t\t\t0\t1\t1\t0\t0")), _ -> {}, running);
      }
      assertEquals(List.of(), running.diagnostics());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc", "clang", "tcc"})
  void everyCompilerBuildsWhatRuns(String name) throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Settings.searchOfThisProcess().find(name).isPresent(), name + " is not here: skipped");
    RecordingContext context = RecordingContext.of("cc", name);
    Echo.store(new NativeToolchain().build(Echo.sources(), context), folder);
    for (String run : List.of("process", "library")) {
      RecordingContext running = RecordingContext.of("run", run);
      try (Validator validator = new NativeProvider().open(Echo.plan(), folder, running)) {
        validator.validate(List.of(Echo.data("!syntax 3 4")), _ -> {}, running);
      }
      boolean refused = name.equals("tcc") && run.equals("library");
      assertEquals(refused ? List.of("E0610", "E0610") : List.of("E0701"), running.codes());
    }
    assertEquals(List.of(), context.diagnostics());
  }

  @Test
  void theSameSourcesGiveTheSameBytes() {
    for (String profile : List.of("portable", "debug", "native")) {
      RecordingContext context = RecordingContext.of("profile", profile);
      List<Artifact> one = new NativeToolchain().build(Echo.sources(), context);
      List<Artifact> two = new NativeToolchain().build(Echo.sources(), context);
      for (int i = 0; i < one.size(); i++)
        assertArrayEquals(one.get(i).bytes(), two.get(i).bytes(), profile);
    }
  }

  @Test
  void aWriteBehindABufferIsCaughtByTheDebugProfile() throws IOException {
    RecordingContext context = RecordingContext.of("profile", "debug");
    List<Artifact> sources =
        Echo.sources("validator->results++;", "((char *)validator)[sizeof *validator] = 1;");
    Echo.store(new NativeToolchain().build(sources, context), folder);
    org.junit.jupiter.api.Assumptions.assumeFalse(
        context.codes().contains("W0601"), "no sanitizers on this machine");
    RecordingContext running = RecordingContext.of();
    try (Validator validator = new NativeProvider().open(Echo.plan(), folder, running)) {
      validator.validate(
          List.of(Echo.data("R\t0\t0\t<http://e/f>\t\t\t0\t1\t1\t0\t0")), _ -> {}, running);
    }
    assertEquals(List.of("E0904"), running.codes());
  }

  @Test
  void theIdentityTellsCompilersAndFlagsApart() {
    NativeToolchain toolchain = new NativeToolchain();
    String portable = toolchain.identity(RecordingContext.of());
    assertEquals(portable, toolchain.identity(RecordingContext.of("cc-timeout", "7")));
    assertNotEquals(portable, toolchain.identity(RecordingContext.of("profile", "native")));
    assertTrue(portable.contains("-O2"));
    assertTrue(portable.contains("/"));
  }

  @Test
  void errorsOfTheCodeAreShown() {
    RecordingContext context = RecordingContext.of();
    List<Artifact> built =
        new NativeToolchain().build(Echo.sources("int echo_abi", "inn echo_abi"), context);
    assertEquals(List.of(), built);
    assertEquals(List.of("E0603"), context.codes());
    assertTrue(context.diagnostics().getFirst().hint().contains("error"));
  }

  @Test
  void artifactsOfAnotherKindAreABugOfTheCaller() {
    NativeToolchain toolchain = new NativeToolchain();
    for (String name :
        List.of("../x.h", "-fplugin=x.h", "a b.h", "@file.h", "X.h", "n".repeat(300) + ".h"))
      assertThrows(
          IllegalArgumentException.class,
          () -> toolchain.build(List.of(new Artifact(name, "")), RecordingContext.of()),
          name);
  }

  @Test
  void badOptionsAreErrors() {
    for (RecordingContext context :
        List.of(
            RecordingContext.of("profile", "fast"),
            RecordingContext.of("cc-timeout", "0"),
            RecordingContext.of("cc-timeout", "-1"),
            RecordingContext.of("cc-timeout", "1e3"),
            RecordingContext.of("cc-timeout", "99999999999"))) {
      assertEquals("", new NativeToolchain().identity(context));
      assertEquals(List.of(), new NativeToolchain().build(Echo.sources(), context));
      assertEquals(List.of("E0607", "E0607"), context.codes());
    }
    RecordingContext run = RecordingContext.of("run", "thread");
    new NativeProvider().open(Echo.plan(), folder, run).close();
    assertEquals(List.of("E0607"), run.codes());
  }

  @Test
  void theSearchNeverLooksIntoRelativeFolders() throws IOException {
    Path program = folder.resolve("gcc");
    Files.writeString(program, "#!/bin/sh\n");
    assertTrue(program.toFile().setExecutable(true));
    Path relative = Path.of("").toAbsolutePath().relativize(folder);
    assertEquals(true, CompilerSearch.of(folder + ":/bin").find("gcc").isPresent());
    assertEquals(false, CompilerSearch.of(relative + "::.").find("gcc").isPresent());
    assertEquals("/bin", CompilerSearch.of(relative + ":.::/bin").searchPath());
    assertEquals(false, CompilerSearch.of(folder.toString()).find("gcc -O2").isPresent());
    assertEquals(false, CompilerSearch.of(folder.toString()).find("\0").isPresent());
    assertEquals(false, CompilerSearch.of("").find("gcc").isPresent());
  }

  @Test
  void theProbeFindsThisMachinesCompiler() {
    List<Probe.Fact> facts = new NativeProbe().facts();
    for (String subject :
        List.of("C compiler", "profile portable", "temporary folder", "calls into libraries"))
      assertTrue(
          facts.stream().anyMatch(fact -> fact.subject().equals(subject) && fact.ok()),
          subject + " in " + facts);
  }
}
