// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Compiler.Documents;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Source;

final class DocumentFinderTest {
  private static final byte[] TEXT =
      "<a:a> <a:b> <a:c> .\n".repeat(5000).getBytes(StandardCharsets.UTF_8);

  private final Path folder;

  DocumentFinderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.write(file, bytes);
  }

  private static Documents find(Object... names) {
    return new DocumentFinder().find(Arrays.stream(names).map(Object::toString).toList());
  }

  private static String code(Object... names) {
    return String.join(" ", Platform.codes(find(names).diagnostics()));
  }

  private static byte[] read(Source source) throws IOException {
    try (InputStream in = source.content().open()) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void theSuffixTellsTheMediaType() throws IOException {
    List<String> suffixes =
        List.of(
            "ttl", "nt", "nq", "trig", "rdf", "owl", "xml", "jsonld", "ofn", "omn", "owx", "TTL");
    List<String> types =
        List.of(
            "text/turtle",
            "application/n-triples",
            "application/n-quads",
            "application/trig",
            "application/rdf+xml",
            "application/rdf+xml",
            "application/rdf+xml",
            "application/ld+json",
            "text/owl-functional",
            "text/owl-manchester",
            "application/owl+xml",
            "text/turtle");
    for (int i = 0; i < suffixes.size(); i++) {
      Path file = write("f" + i + "." + suffixes.get(i), TEXT);
      Source source = find(file).sources().getFirst();
      assertEquals(types.get(i), source.mediaType());
      assertEquals(file, source.file().orElseThrow());
    }
  }

  @Test
  void packedFilesAreUnpacked() throws IOException {
    for (Path file : List.of(write("a.nt.gz", gzip(TEXT)), write("a.nt.zst", zstd(TEXT)))) {
      Source source = find(file).sources().getFirst();
      assertEquals("application/n-triples", source.mediaType());
      assertTrue(source.file().isEmpty(), "the file's bytes are not the document's");
      assertEquals(TEXT.length, read(source).length);
    }
    byte[] twice = Arrays.copyOf(gzip(TEXT), 2 * gzip(TEXT).length);
    System.arraycopy(gzip(TEXT), 0, twice, twice.length / 2, twice.length / 2);
    Source joined = find(write("b.nt.gz", twice)).sources().getFirst();
    assertEquals(2 * TEXT.length, read(joined).length);
    byte[] frames = Arrays.copyOf(zstd(TEXT), 2 * zstd(TEXT).length);
    System.arraycopy(zstd(TEXT), 0, frames, frames.length / 2, frames.length / 2);
    Source appended = find(write("b.nt.zst", frames)).sources().getFirst();
    assertEquals(2 * TEXT.length, read(appended).length);
  }

  @Test
  void damageIsToldWithTheFile() throws IOException {
    byte[] gz = gzip(TEXT);
    byte[] zst = zstd(TEXT);
    List<Path> files =
        List.of(
            write("cut.nt.gz", Arrays.copyOf(gz, gz.length / 2)),
            write("cut.nt.zst", Arrays.copyOf(zst, zst.length / 2)),
            write("not.nt.gz", TEXT),
            write("not.nt.zst", TEXT),
            write("empty.nt.gz", new byte[0]));
    for (Path file : files) {
      Source source = find(file).sources().getFirst();
      IOException thrown =
          assertThrows(UnreadableDocument.class, () -> read(source), file.toString());
      assertTrue(String.valueOf(thrown.getMessage()).startsWith(file.toString()));
    }
  }

  @Test
  void damageBecomesADiagnostic() throws IOException {
    Path file = write("cut.ttl.gz", Arrays.copyOf(gzip(TEXT), 30));
    Platform platform = new Platform(folder.resolve("cache"));
    Request request =
        new Request(
            platform.compiler.documents(List.of(file.toString())).sources(),
            List.of(),
            "c",
            java.util.Optional.empty(),
            java.util.Map.of(),
            Request.Until.PLAN,
            Platform.BUDGET);
    Compilation compilation = platform.compiler.compile(request);
    assertEquals(List.of("E0107"), Platform.codes(compilation.diagnostics()));
    assertEquals(file.toString(), compilation.diagnostics().getFirst().at().document());
  }

  @Test
  void whatIsNotThereIsAnError() throws IOException {
    assertEquals("E0101", code(folder.resolve("no.ttl")));
    assertEquals("E0101", code("a\u0000b"));
    assertEquals("E0102", code(folder));
    assertEquals("E0103", code(folder + "/*.ttl"));
    assertEquals("E0103", code(folder + "/[.ttl"));
    assertEquals("E0105", code(write("a.doc", TEXT)));
    assertEquals("E0105", code(write("ttl", TEXT)));
    assertEquals("E0105", code(write("a.gz", TEXT)));
    assertEquals("E0108", code("https://example.org/a.ttl"));
    assertEquals("E0106", code("-", "-"));
    Path link = Files.createSymbolicLink(folder.resolve("l.ttl"), folder.resolve("gone.ttl"));
    assertEquals("E0101", code(link));
  }

  @Test
  void unreadableFilesAreAnError() throws IOException {
    Path file = write("secret.ttl", TEXT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
    assertEquals("E0104", code(file));
  }

  @Test
  void patternsAreExpandedInOrder() throws IOException {
    write("data/b.ttl", TEXT);
    write("data/a.ttl", TEXT);
    write("data/sub/c.ttl", TEXT);
    write("data/sub/.hidden.ttl", TEXT);
    write("data/.git/d.ttl", TEXT);
    write("data/readme.md", TEXT);
    assertEquals(List.of("a.ttl", "b.ttl"), names("data/*.ttl"));
    assertEquals(List.of("a.ttl", "b.ttl", "c.ttl"), names("data/**.ttl"));
    assertEquals(List.of("a.ttl", "b.ttl", "c.ttl"), names("data/**/*.ttl"));
    assertEquals(List.of("a.ttl"), names("data/[a].ttl"));
    assertEquals(List.of("a.ttl", "b.ttl"), names("data/{b,a}.t?l"));
    assertEquals(List.of("c.ttl"), names("*/sub/*.ttl"));
    assertEquals(List.of(".hidden.ttl"), names("data/sub/.*.ttl"));
    assertEquals("W0101", code(folder + "/data/*"));
    assertEquals(2, find(folder + "/data/a.ttl", folder + "/data/*.ttl").sources().size());
    assertEquals(List.of("x[1].ttl"), literal());
  }

  private List<String> literal() throws IOException {
    write("x[1].ttl", TEXT);
    return names("x[1].ttl");
  }

  private List<String> names(String pattern) {
    Documents found = find(folder + "/" + pattern);
    assertEquals(List.of(), found.diagnostics());
    return found.sources().stream()
        .map(source -> source.file().orElseThrow().getFileName().toString())
        .toList();
  }

  @Test
  void standardInputIsReadOnce() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(TEXT));
      Source source = find("-").sources().getFirst();
      assertEquals("-", source.name());
      assertEquals("text/turtle", source.mediaType());
      assertEquals(TEXT.length, read(source).length);
      assertThrows(UnreadableDocument.class, () -> read(source));
      System.setIn(new ByteArrayInputStream(gzip(TEXT)));
      Source packed = find("-.nt.gz").sources().getFirst();
      assertEquals("application/n-triples", packed.mediaType());
      assertEquals(TEXT.length, read(packed).length);
    } finally {
      System.setIn(before);
    }
  }
}
