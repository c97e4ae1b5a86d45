// SPDX-License-Identifier: Apache-2.0
package org.ontoc.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user can get wrong: one clear error each, its exit code, nothing half-written, no stack
 * trace.
 */
final class BadInputTest {
  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      """;

  private static final String SHAPES = "examples/people/shapes.ttl";
  private static final String DATA = "examples/people/good.ttl";

  @TempDir Path folder;

  @Test
  void malformedShapes() throws Exception {
    Path shapes =
        write(
            "broken.ttl",
            PREFIXES + "ex:S a sh:NodeShape ;\n  sh:targetClass ex:C\n  sh:nodeKind sh:IRI .\n");
    refused(3, "broken.ttl:5:3", "validate", "-s", shapes.toString(), DATA);
  }

  @Test
  void malformedData() throws Exception {
    Path data = write("broken.ttl", PREFIXES + "ex:a ex:b \"no end .\n");
    refused(3, "broken.ttl:3:", "validate", "-s", SHAPES, data.toString());
  }

  @Test
  void missingFile() throws Exception {
    refused(2, "nowhere.ttl", "validate", "-s", SHAPES, "nowhere.ttl");
    refused(2, "nowhere.ttl", "validate", "-s", "nowhere.ttl", DATA);
  }

  @Test
  void unknownComponent() throws Exception {
    Path shapes =
        write(
            "typo.ttl",
            PREFIXES
                + "ex:S a sh:NodeShape ; sh:property [ sh:path ex:p ;\n  sh:minCounts 1 ] .\n");
    Ontoc.Outcome outcome = refused(3, "typo.ttl:4:3", "validate", "-s", shapes.toString(), DATA);
    assertTrue(outcome.err().contains("minCount"), outcome::toString);
  }

  @Test
  void literalAsShape() throws Exception {
    Path shapes = write("literal.ttl", PREFIXES + "ex:S a sh:NodeShape ;\n  sh:node \"ex:T\" .\n");
    refused(3, "literal.ttl:4:", "validate", "-s", shapes.toString(), DATA);
  }

  @Test
  void aLineOfOneGibibyte() throws Exception {
    Path data = folder.resolve("long.nt");
    Assumptions.assumeTrue(
        Files.getFileStore(folder).getUsableSpace() > 3L << 30, "less than 3 GiB free");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'a');
    try (OutputStream out = Files.newOutputStream(data)) {
      out.write(
          "<http://example.org/s> <http://example.org/name> \""
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (int i = 0; i < 1024; i++) out.write(block);
      out.write("\" .\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    refused(124, "long.nt:1", "validate", "-s", SHAPES, data.toString());
  }

  @Test
  void noCompiler() throws Exception {
    refused(
        4,
        "compiler",
        "validate",
        "--cc",
        folder.resolve("no-such-cc").toString(),
        "-s",
        SHAPES,
        DATA);
  }

  @Test
  void aCompilerThatFails() throws Exception {
    Path cc = script("cc-fails", "echo 'cannot do this' >&2; exit 3");
    Ontoc.Outcome outcome =
        refused(4, "compiler", "validate", "--cc", cc.toString(), "-s", SHAPES, DATA);
    assertTrue(outcome.err().contains("cannot do this"), outcome::toString);
  }

  @Test
  void aCompilerThatHangs() throws Exception {
    Path cc =
        script("cc-hangs", "case \"$*\" in *--version*) echo 'cc 1.0'; exit 0;; esac; sleep 1000");
    refused(
        124, "time", "validate", "--time-limit", "5", "--cc", cc.toString(), "-s", SHAPES, DATA);
  }

  @Test
  void anOutputFolderThatCannotBeWritten() throws Exception {
    Path file = write("file", "not a folder");
    refused(2, "file", "compile", "-s", SHAPES, "-o", file.resolve("out").toString());
    assertEquals("not a folder", Files.readString(file));
    Path readOnly =
        Files.createDirectory(
            folder.resolve("read-only"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    Assumptions.assumeFalse(
        Files.isWritable(readOnly), "this user may write into read-only folders");
    refused(2, "read-only", "compile", "-s", SHAPES, "-o", readOnly.resolve("out").toString());
  }

  @Test
  void noStackTraceAndNoJunkOnStandardOutput() throws Exception {
    Ontoc.Outcome outcome = Ontoc.run("validat");
    assertEquals(2, outcome.exit(), outcome::toString);
    assertTrue(outcome.err().contains("validate"), outcome::toString);
  }

  private Ontoc.Outcome refused(int exit, String mentions, String... arguments) throws Exception {
    Ontoc.Outcome outcome =
        Ontoc.run(Map.of("ONTOC_CACHE", folder.resolve("cache").toString()), "", arguments);
    assertEquals(exit, outcome.exit(), outcome::toString);
    assertTrue(outcome.err().contains(mentions), () -> "no " + mentions + " in " + outcome);
    assertTrue(outcome.err().startsWith("error"), outcome::toString);
    assertFalse(outcome.err().contains("\tat "), () -> "a stack trace: " + outcome);
    assertEquals("", outcome.out(), outcome::toString);
    return outcome;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path script(String name, String body) throws IOException {
    Path script = write(name, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}
