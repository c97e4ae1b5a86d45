// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Request;

class CompileCommandTest {
  private final Terminal terminal = new Terminal();
  private final FakeCompiler compiler = terminal.platform.compiler;

  private final Path folder;

  CompileCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Terminal.Outcome compile(Path output, String... more) {
    String[] line = new String[more.length + 5];
    System.arraycopy(
        new String[] {"compile", "-s", "shapes.ttl", "-o", output.toString()}, 0, line, 0, 5);
    System.arraycopy(more, 0, line, 5, more.length);
    return terminal.run(line);
  }

  @Test
  void writesANewFolder() throws IOException {
    compiler.artifacts =
        List.of(
            new Artifact("people.c", "/* c */\n"),
            new Artifact("cmake/people.cmake", "x"),
            new Artifact("people", new byte[] {1, 2}, true));
    Path out = folder.resolve("deep/out");
    Terminal.Outcome outcome = compile(out);
    assertEquals(0, outcome.code(), outcome::toString);
    assertEquals("/* c */\n", Files.readString(out.resolve("people.c")));
    assertEquals("x", Files.readString(out.resolve("cmake/people.cmake")));
    assertTrue(Files.isExecutable(out.resolve("people")));
    assertFalse(Files.isExecutable(out.resolve("people.c")));
    assertEquals(
        "wrote 3 files to "
            + out
            + "\n"
            + "  8 B  people.c\n"
            + "  1 B  cmake/people.cmake\n"
            + "  2 B  people\n"
            + "people: 2 shapes, 28 checks, 2 automata, reads 3 predicates\n",
        outcome.out());
    assertNothingLeft(folder.resolve("deep"), 1);
    assertEquals("", compile(out, "-q").out());
  }

  @Test
  void keepsFilesThatAreNotOurs() throws IOException {
    Path other = Files.writeString(folder.resolve("mine.txt"), "mine");
    Files.writeString(folder.resolve("people.c"), "old");
    assertEquals(0, compile(folder).code());
    assertEquals("mine", Files.readString(other));
    assertEquals("/* c */\n", Files.readString(folder.resolve("people.c")));
    assertNothingLeft(folder, 3);
  }

  @Test
  void doesNotFollowLinksOutOfTheFolder() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path precious = Files.writeString(elsewhere.resolve("precious"), "precious");
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.createSymbolicLink(out.resolve("people.c"), precious);
    assertEquals(0, compile(out).code());
    assertEquals("precious", Files.readString(precious));
    Files.createSymbolicLink(out.resolve("sub"), elsewhere);
    compiler.artifacts = List.of(new Artifact("sub/precious", "overwritten"));
    Terminal.Outcome outcome = compile(out);
    assertEquals(2, outcome.code(), outcome::toString);
    assertEquals("precious", Files.readString(precious));
  }

  @Test
  void folderThatIsAFileOrBelowOne() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    for (Path out : List.of(file, file.resolve("out"))) {
      Terminal.Outcome outcome = compile(out);
      assertEquals(2, outcome.code(), outcome::toString);
      assertTrue(outcome.firstError().startsWith("error[E0151]: the folder "), outcome::toString);
      assertTrue(outcome.err().contains("file"), outcome::toString);
      assertEquals("", outcome.out());
    }
    assertEquals("text", Files.readString(file));
    assertNothingLeft(folder, 1);
  }

  @Test
  void folderThatCannotBeWritten() {
    Path proc = Path.of("/proc/ontoc-out");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "there is no /proc here");
    assertEquals(2, compile(proc).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../up",
        "/etc/x",
        "a/../../x",
        "a//b",
        "./a",
        "",
        "a/",
        "a\\b",
        "C:x",
        "a\u0000b",
        "a\nb",
        ".."
      })
  void refusesArtifactsOutsideOfTheFolder(String path) throws IOException {
    compiler.artifacts = List.of(new Artifact("good", "x"), new Artifact(path, "x"));
    Path out = folder.resolve("out");
    Terminal.Outcome outcome = compile(out);
    assertEquals(5, outcome.code());
    assertTrue(outcome.firstError().startsWith("error[E0906]: "), outcome::toString);
    assertFalse(Files.exists(out));
    assertNothingLeft(folder, 0);
  }

  @Test
  void refusesArtifactsThatDifferInCaseOnly() {
    compiler.artifacts = List.of(new Artifact("a", "x"), new Artifact("A", "x"));
    assertEquals(5, compile(folder.resolve("out")).code());
  }

  @Test
  void asksForWhatTheTargetCanDo() {
    compile(folder.resolve("1"));
    compile(folder.resolve("2"), "--sources-only");
    compile(folder.resolve("3"), "--target", "markdown");
    assertEquals(
        List.of(Request.Until.BINARIES, Request.Until.ARTIFACTS, Request.Until.ARTIFACTS),
        compiler.requests.stream().map(Request::until).toList());
  }

  @Test
  void errorsWriteNothing() throws IOException {
    compiler.compileFindings = List.of(FakeCompiler.error("E0601"));
    assertEquals(4, compile(folder.resolve("out")).code());
    assertNothingLeft(folder, 0);
  }

  @Test
  void severalTargetsHaveAFolderEach() {
    assertEquals(0, compile(folder, "--target", "c,markdown").code());
    assertTrue(Files.exists(folder.resolve("c/people.c")));
    assertTrue(Files.exists(folder.resolve("markdown/people.c")));
  }

  @Test
  void someOfSeveralTargetsFailed() {
    compiler.targetFindings.put("markdown", List.of(FakeCompiler.error("E0501")));
    assertEquals(6, compile(folder, "--target", "c", "--target", "markdown").code());
    assertTrue(Files.exists(folder.resolve("c/people.c")));
    assertFalse(Files.exists(folder.resolve("markdown")));
    compiler.targetFindings.put("c", List.of(FakeCompiler.error("E0601")));
    assertEquals(4, compile(folder, "--target", "c,markdown").code(), "all failed");
  }

  @Test
  void shapesMayBeArguments() {
    terminal.run("compile", "a.ttl", "b.ttl", "-o", folder.resolve("out").toString());
    assertEquals(2, compiler.requests.getFirst().shapes().size());
  }

  private static void assertNothingLeft(Path folder, long count) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(count, files.count(), "files in " + folder);
    }
  }
}
