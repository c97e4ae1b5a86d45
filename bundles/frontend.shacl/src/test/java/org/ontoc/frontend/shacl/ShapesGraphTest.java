// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Iri;

/** Data that names or holds its shapes (SHACL section 3.1). */
class ShapesGraphTest {
  private static final String SHAPE = "ex:S sh:targetClass ex:C ; sh:nodeKind sh:IRI .";

  private final Path folder;

  ShapesGraphTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Source file(String name, String text) throws IOException {
    return Reading.file(Files.writeString(folder.resolve(name), Reading.PREFIXES + text));
  }

  private static Reading.Result read(Map<String, String> options, Source... data) {
    Map<String, String> all = new java.util.HashMap<>(options);
    all.put("shapes-in-data", "true");
    return Reading.of(all, List.of(data));
  }

  private static List<String> shapes(Reading.Result result) {
    assertEquals(List.of(), result.findings());
    return result.program().shapes().stream()
        .map(it -> ((Iri) it.id()).value().replace("http://example.org/", ""))
        .toList();
  }

  @Test
  void aFileBesideTheData() throws IOException {
    file("shapes.ttl", SHAPE);
    Source data = file("data.ttl", "<> sh:shapesGraph <shapes.ttl> . ex:T sh:class ex:C .");
    assertEquals(List.of("S"), shapes(read(Map.of(), data)));
  }

  @Test
  void severalGraphsOfSeveralDocuments() throws IOException {
    file("one.ttl", SHAPE);
    file("two.ttl", "ex:T sh:targetClass ex:D ; sh:nodeKind sh:IRI .");
    Source first = file("a.ttl", "<> sh:shapesGraph <one.ttl> .");
    Source second = file("b.ttl", "<> sh:shapesGraph <two.ttl> , <one.ttl#part> .");
    assertEquals(List.of("S", "T"), shapes(read(Map.of(), first, second)));
  }

  @Test
  void theDocumentItself() throws IOException {
    assertEquals(
        List.of("S"), shapes(read(Map.of(), file("d.ttl", "<> sh:shapesGraph <> . " + SHAPE))));
    assertEquals(List.of("S"), shapes(read(Map.of(), file("e.ttl", SHAPE + " ex:x a ex:C ."))));
  }

  @Test
  void theCatalog() throws IOException {
    file("shapes.ttl", SHAPE);
    Path catalog = folder.resolve("catalog");
    Files.writeString(catalog, "http://example.org/shapes = shapes.ttl\n");
    Source data = file("data.ttl", "<> sh:shapesGraph <http://example.org/shapes> .");
    assertEquals(List.of("S"), shapes(read(Map.of("catalog", catalog.toString()), data)));
  }

  @Test
  void neverTheNetwork() throws IOException {
    Source data = file("data.ttl", "<> sh:shapesGraph <http://example.org/shapes> .");
    assertEquals(List.of("E0136 2:19"), read(Map.of(), data).places());
    Source missing = file("data2.ttl", "<> sh:shapesGraph <missing.ttl> .");
    assertEquals(List.of("E0136 2:19"), read(Map.of(), missing).places());
  }

  @Test
  void noShapesAtAll() throws IOException {
    assertEquals(List.of("E0137 0:0"), read(Map.of(), file("data.ttl", "ex:x a ex:C .")).places());
    assertEquals(
        List.of("E0304 2:19"),
        read(Map.of(), file("other.ttl", "<> sh:shapesGraph \"x\" .")).places());
  }
}
