// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.Test;

/** The W3C suites for Turtle and N-Triples. A reader's test extends this. */
public abstract class Rdf11Suite {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String BASE = "https://w3c.github.io/rdf-tests/rdf/rdf11/";

  private record Entry(String name, String type, Path action, Optional<Path> result) {}

  /**
   * What reading a document gave.
   *
   * @param triples in N-Triples, those before a fault included
   * @param fault {@code line:column: sentence} and a line feed, when there is one
   * @param problem what should not have happened, else empty
   */
  public record Output(byte[] triples, String fault, String problem) {}

  /**
   * Reads a document.
   *
   * @param format {@code ttl} or {@code nt}
   * @param base empty for N-Triples
   * @param pieces whether the reader gets 7 bytes at a time
   */
  protected abstract Output read(Path document, String format, String base, boolean pieces)
      throws Exception;

  @Test
  void turtle() throws Exception {
    run("rdf-turtle", "ttl", 313, false);
    run("rdf-turtle", "ttl", 313, true);
  }

  @Test
  void nTriples() throws Exception {
    run("rdf-n-triples", "nt", 70, false);
    run("rdf-n-triples", "nt", 70, true);
  }

  private void run(String suite, String format, int total, boolean pieces) throws Exception {
    List<Entry> entries = entries(Suites.shared("suites/rdf11/" + suite));
    assertEquals(total, entries.size());
    List<String> failures = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Optional<String>>> outcomes = new ArrayList<>();
      for (Entry entry : entries)
        outcomes.add(threads.submit(() -> check(entry, BASE + suite + "/", format, pieces)));
      for (int i = 0; i < outcomes.size(); i++) {
        Optional<String> failure = outcomes.get(i).get();
        if (failure.isPresent()) failures.add(entries.get(i).name + ": " + failure.get());
      }
    }
    System.out.println(
        "%s%s: %d/%d"
            .formatted(suite, pieces ? " in 7-byte pieces" : "", total - failures.size(), total));
    assertEquals(List.of(), failures);
  }

  private static List<Entry> entries(Path folder) throws IOException {
    Model manifest =
        Suites.read(folder.resolve("manifest.ttl"), RDFFormat.TURTLE, "http://suite/manifest.ttl");
    List<Entry> entries = new ArrayList<>();
    for (Value entry :
        org.eclipse.rdf4j.model.util.RDFCollections.asValues(
            manifest,
            (org.eclipse.rdf4j.model.Resource)
                manifest.filter(null, iri("entries"), null).objects().iterator().next(),
            new ArrayList<>())) {
      IRI node = (IRI) entry;
      String type =
          Models.objectIRI(manifest.filter(node, RDF.TYPE, null)).orElseThrow().getLocalName();
      entries.add(
          new Entry(
              Models.objectString(manifest.filter(node, iri("name"), null)).orElseThrow(),
              type,
              file(folder, manifest, node, "action").orElseThrow(),
              file(folder, manifest, node, "result")));
    }
    return entries;
  }

  private static IRI iri(String name) {
    return VALUES.createIRI(MF, name);
  }

  private static Optional<Path> file(Path folder, Model manifest, IRI entry, String property) {
    return Models.objectIRI(manifest.filter(entry, iri(property), null))
        .map(file -> folder.resolve(file.getLocalName()));
  }

  private Optional<String> check(Entry entry, String base, String format, boolean pieces)
      throws Exception {
    String documentBase = format.equals("nt") ? "" : base + entry.action.getFileName();
    Output output = read(entry.action, format, documentBase, pieces);
    if (!output.problem.isEmpty()) return Optional.of(output.problem);
    if (entry.type.contains("Negative")) {
      return output.fault.matches("[1-9]\\d*:[1-9]\\d*: .+\\n")
          ? Optional.empty()
          : Optional.of("no fault, or no position: " + output.fault);
    }
    if (!output.fault.isEmpty()) return Optional.of(output.fault);
    Optional<Path> expected =
        format.equals("nt") ? Optional.of(entry.result.orElse(entry.action)) : entry.result;
    if (expected.isEmpty()) return Optional.empty(); // positive syntax: nothing to compare with
    // as Turtle, of which N-Triples is a part: RDF4J's N-Triples reader refuses valid lines here
    Model ours = Suites.read(new ByteArrayInputStream(output.triples), RDFFormat.TURTLE, "");
    Model theirs = Suites.read(expected.get(), RDFFormat.TURTLE, "");
    return Models.isomorphic(ours, theirs)
        ? Optional.empty()
        : Optional.of("\n" + ours + "\nexpected\n" + theirs);
  }
}
