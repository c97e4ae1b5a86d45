// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.tck.RecordingContext;

/** Compilers that misbehave: one clear error each, nothing left, no hang. */
class ToolchainFaultTest {
  private static final String VERSION =
      "case \"$1\" in --version) echo 'fake 1.0'; exit 0;; -dumpmachine) echo fake; exit 0;; esac\n";

  private Path folder = Path.of("");

  @BeforeEach
  void enter(@TempDir Path temporary) {
    folder = temporary;
  }

  private Path script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  private RecordingContext build(Path compiler) {
    return build(compiler, "30");
  }

  private RecordingContext build(Path compiler, String seconds) {
    RecordingContext context =
        RecordingContext.of("cc", compiler.toString(), "cc-timeout", seconds);
    assertEquals(List.of(), new NativeToolchain().build(Echo.sources(), context));
    return context;
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertEquals(
          List.of(),
          left.filter(path -> path.getFileName().toString().startsWith("ontoc-")).toList());
    }
    assertEquals(
        List.of(),
        ProcessHandle.allProcesses()
            .filter(process -> process.info().commandLine().orElse("").contains("4242.42"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E0604 | sleep 4242.42",
        "E0604 | sleep 4242.42 & sleep 4242.42 & wait",
        "E0604 | trap '' TERM HUP INT; sleep 4242.42 & while :; do sleep 0.1; done",
        "E0605 | exit 0",
        "E0605 | sleep 4242.42 & exit 0",
        "E0605 | (setsid sleep 4242.42 >/dev/null 2>&1 &) ; exit 0",
        "E0608 | exec yes 'warning: flood' >&2",
        "E0603 | echo 'u.c:1: error: no' >&2; exit 1",
        "E0603 | exit 127",
        "E0606 | kill -SEGV $$",
        "E0606 | kill -KILL $$",
        "E0605 | while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then mkdir \"$2\"; fi; shift; done",
        "E0605 | while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then ln -s /etc/hosts \"$2\"; fi; shift; done",
        "E0605 | while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then : > \"$2\"; fi; shift; done",
        "E0605 | while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then echo garbage > \"$2\"; fi; shift; done",
      })
  void everyMisbehaviourHasItsCode(String code, String body) throws IOException {
    Path compiler = script("cc", "#!/bin/sh\n" + VERSION + body + "\n");
    RecordingContext context = build(compiler, code.equals("E0604") ? "1" : "30");
    assertEquals(List.of(code), context.codes());
    assertTrue(context.diagnostics().getFirst().message().contains(compiler.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E0604 | sleep 4242.42",
        "E0603 | exit 1",
        "E0603 | exit 0",
        "E0608 | exec yes 'fake 1.0'",
        "E0606 | kill -ABRT $$"
      })
  void evenWhenAskedForItsVersion(String code, String body) throws IOException {
    Path compiler = script("cc", "#!/bin/sh\n" + body + "\n");
    String limit = code.equals("E0604") ? "1" : "30";
    assertEquals(List.of(code), build(compiler, limit).codes());
  }

  @Test
  void whatCannotBeStartedIsSaid() throws IOException {
    assertEquals(List.of("E0602"), build(script("cc", "#!/no/such/interpreter\n")).codes());
    // what is no binary is taken for a shell script by the system
    assertEquals(List.of("E0603"), build(script("cc2", "\177ELF garbage")).codes());
    Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");
    assertEquals(List.of("E0602"), build(plain).codes());
    assertEquals(List.of("E0602"), build(folder).codes());
    assertEquals(List.of("E0602"), build(folder.resolve("missing")).codes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc -O2",
        "gcc;touch canary",
        "$(touch canary)",
        "-fplugin=x.so",
        "@file",
        "gcc\n",
        "gcc\0",
        "",
        " ",
        "../../gcc",
        "\u001b[31mgcc"
      })
  void aNameIsNeverACommandLine(String name) {
    RecordingContext context = RecordingContext.of("cc", name);
    NativeToolchain toolchain = new NativeToolchain();
    if (name.isEmpty()) return; // the same as no option
    assertEquals(List.of(), toolchain.build(Echo.sources(), context));
    assertEquals(List.of("E0602"), context.codes());
    assertFalse(context.diagnostics().getFirst().message().contains("\u001b"));
    assertFalse(Files.exists(Path.of("canary")));
  }

  @Test
  void aCompilerWithAHostileNameIsRunAsItIs() throws IOException {
    for (String name : List.of("-fplugin=x.so", "@file", "a b; touch canary", "ü$(x)")) {
      Path compiler = script(name, "#!/bin/sh\nexec gcc \"$@\"\n");
      RecordingContext context = RecordingContext.of("cc", compiler.toString(), "profile", "quick");
      assertEquals(2, new NativeToolchain().build(Echo.sources(), context).size(), name);
      assertEquals(List.of(), context.codes());
    }
  }

  @Test
  void theEnvironmentIsClean() throws IOException {
    Path seen = folder.resolve("seen");
    build(script("cc", "#!/bin/sh\n" + VERSION + "env > '" + seen + "'; exit 1\n"));
    List<String> names =
        Files.readAllLines(seen).stream()
            .map(line -> line.split("=", 2)[0])
            .filter(
                name -> !List.of("_", "PWD", "SHLVL", "OLDPWD").contains(name)) // the shell's own
            .sorted()
            .toList();
    assertEquals(List.of("LANG", "PATH", "TMPDIR"), names);
  }

  @Test
  void cancellationKillsTheCompiler() throws Exception {
    Path compiler = script("cc", "#!/bin/sh\n" + VERSION + "sleep 4242.42\n");
    RecordingContext context = RecordingContext.of("cc", compiler.toString());
    Thread canceller =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (ProcessHandle.current().children().findAny().isEmpty())
                    Thread.onSpinWait();
                  context.cancel();
                });
    assertThrows(
        CancellationException.class, () -> new NativeToolchain().build(Echo.sources(), context));
    canceller.join();
  }

  @Test
  void anUpdatedCompilerIsExaminedAgain() throws IOException {
    NativeToolchain toolchain = new NativeToolchain();
    Path compiler = script("cc", "#!/bin/sh\n" + VERSION);
    String old = toolchain.identity(RecordingContext.of("cc", compiler.toString()));
    script("cc", "#!/bin/sh\n" + VERSION.replace("fake 1.0", "fake 11.0"));
    String fresh = toolchain.identity(RecordingContext.of("cc", compiler.toString()));
    assertTrue(old.contains("fake 1.0"), old);
    assertTrue(fresh.contains("fake 11.0"), fresh);
  }
}
