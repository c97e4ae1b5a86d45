// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.Source;

/** The W3C's RDF 1.1 suites: what must be read is, with the right triples; what must not is not. */
class RdfSuiteTest {
  private static final Path SUITES =
      Path.of(System.getProperty("ontoc.root", "."), "..", "shared", "suites", "rdf11").normalize();

  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

  private record Entry(String name, String kind, String action, Optional<String> result) {}

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          rdf-turtle,    https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/, text/turtle,           291
          rdf-trig,      https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-trig/,   application/trig,      335
          rdf-n-triples, http://example.org/,                                   application/n-triples, 70,  ''
          rdf-n-quads,   http://example.org/,                                   application/n-quads,   87,  ''
          rdf-xml,       https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-xml/,    application/rdf+xml,   166
          """)
  void suite(String folder, String base, String type, int least)
      throws IOException, MalformedSource {
    Path manifest = SUITES.resolve(folder).resolve("manifest.ttl");
    Assumptions.assumeTrue(Files.isRegularFile(manifest), "no W3C RDF suite at " + manifest);
    List<String> failed = new ArrayList<>();
    List<Entry> entries = entries(manifest, base);
    for (Entry entry : entries) if (!passes(entry, folder, base, type)) failed.add(entry.name());
    assertTrue(entries.size() >= least, "only " + entries.size());
    assertEquals(List.of(), failed);
  }

  private static List<Entry> entries(Path manifest, String base) throws MalformedSource {
    Model model = read(source(manifest, "text/turtle"), base + "manifest.ttl");
    List<Entry> entries = new ArrayList<>();
    for (var typed : model.filter(null, RDF.TYPE, null)) {
      String kind = typed.getObject().stringValue().replaceFirst(".*#", "");
      if (!kind.startsWith("Test")) continue;
      Resource test = typed.getSubject();
      entries.add(
          new Entry(
              value(model, test, "name").orElseThrow(),
              kind,
              value(model, test, "action").orElseThrow(),
              value(model, test, "result")));
    }
    return entries;
  }

  private static Optional<String> value(Model model, Resource test, String property) {
    IRI predicate = SimpleValueFactory.getInstance().createIRI(MF, property);
    return model.filter(test, predicate, null).stream()
        .map(it -> it.getObject().stringValue())
        .findFirst();
  }

  private static boolean passes(Entry entry, String folder, String base, String type) {
    boolean negative = entry.kind().contains("Negative");
    try {
      Model found = read(source(file(entry.action(), folder, base), type), entry.action());
      if (negative) return false;
      if (entry.result().isEmpty()) return true;
      boolean quads = entry.result().get().endsWith(".nq");
      String lines = quads ? "application/n-quads" : "application/n-triples";
      Model expected = read(source(file(entry.result().get(), folder, base), lines), base);
      return Models.isomorphic(found, expected);
    } catch (MalformedSource e) {
      return negative && e.at().line() > 0;
    }
  }

  private static Path file(String iri, String folder, String base) {
    return SUITES.resolve(folder).resolve(iri.substring(base.length()));
  }

  private static Source source(Path file, String type) {
    return new Source(
        file.getFileName().toString(), type, () -> Files.newInputStream(file), Optional.of(file));
  }

  private static Model read(Source source, String base) throws MalformedSource {
    Model model = new LinkedHashModel();
    PositionedRdf.read(source, base, (s, p, o, _, _, _) -> model.add(s, p, o));
    return model;
  }
}
