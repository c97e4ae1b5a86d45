// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.conformance.Suites;
import org.ontoc.conformance.TestContext;

/**
 * The C readers, with sanitizers, on the W3C suites for Turtle and N-Triples. The system property
 * {@code ontoc.profile} chooses others: {@code threads}.
 */
class Rdf11SuiteTest {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String BASE = "https://w3c.github.io/rdf-tests/rdf/rdf11/";

  private static Path dump = Path.of("");

  private record Entry(String name, String type, Path action, Optional<Path> result) {}

  private record Output(int status, byte[] out, String errors) {}

  @BeforeAll
  static void compile(@TempDir Path folder) throws Exception {
    Path c = Suites.ROOT.resolve("bundles/backend.c/src");
    Assumptions.assumeTrue(Files.exists(c.resolve("test/c/dump.c")), "dump.c is not there");
    TestContext context = TestContext.of("profile", System.getProperty("ontoc.profile", "debug"));
    Settings settings = Settings.of(context).orElseThrow();
    Compilers compilers = new Compilers();
    CCompiler compiler = compilers.choose(settings, context).orElseThrow();
    boolean sanitize = compilers.sanitizes(compiler, settings, context);
    List<String> command = new ArrayList<>(List.of(compiler.path().toString()));
    command.addAll(settings.profile().flags(compiler, sanitize));
    dump = folder.resolve("dump");
    command.addAll(List.of("-O1", "-I", c.resolve("main/c").toString(), "-o", dump.toString()));
    command.add(c.resolve("test/c/dump.c").toString());
    try (Stream<Path> files = Files.list(c.resolve("main/c"))) {
      files
          .map(Path::toString)
          .filter(file -> file.endsWith(".c") && !file.endsWith("ort_main.c"))
          .sorted()
          .forEach(command::add);
    }
    Output built = execute(command, new byte[0]);
    assertEquals(0, built.status, built.errors);
  }

  @ParameterizedTest
  @CsvSource({
    "rdf-turtle, ttl, 313, false",
    "rdf-turtle, ttl, 313, true",
    "rdf-n-triples, nt, 70, false",
    "rdf-n-triples, nt, 70, true"
  })
  void everyTestPasses(String suite, String format, int total, boolean chunks) throws Exception {
    List<Entry> entries = entries(Suites.shared("suites/rdf11/" + suite));
    assertEquals(total, entries.size());
    List<String> failures = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Optional<String>>> outcomes = new ArrayList<>();
      for (Entry entry : entries)
        outcomes.add(threads.submit(() -> check(entry, BASE + suite + "/", format, chunks)));
      for (int i = 0; i < outcomes.size(); i++) {
        Optional<String> failure = outcomes.get(i).get();
        if (failure.isPresent()) failures.add(entries.get(i).name + ": " + failure.get());
      }
    }
    System.out.println(
        "%s%s: %d/%d"
            .formatted(suite, chunks ? " in 7-byte pieces" : "", total - failures.size(), total));
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

  private static Optional<String> check(Entry entry, String base, String format, boolean chunks)
      throws Exception {
    String documentBase = format.equals("nt") ? "" : base + entry.action.getFileName();
    List<String> command = new ArrayList<>(List.of(dump.toString(), format, documentBase));
    if (chunks) command.addAll(List.of("--chunk", "7"));
    Output output = execute(command, Files.readAllBytes(entry.action));
    boolean accepts = !entry.type.contains("Negative");
    // a finding of the sanitizers ends with another status, or prints
    if (output.status != (accepts ? 0 : 1))
      return Optional.of("status " + output.status + " " + output.errors);
    if (!accepts) {
      return output.errors.matches("[1-9]\\d*:[1-9]\\d*: .+\\n")
          ? Optional.empty()
          : Optional.of("no position: " + output.errors);
    }
    if (!output.errors.isEmpty()) return Optional.of(output.errors);
    Path expected = entry.result.orElse(format.equals("nt") ? entry.action : dump);
    if (expected == dump) return Optional.empty(); // positive syntax: nothing to compare with
    // as Turtle, of which N-Triples is a part: RDF4J's N-Triples reader refuses valid lines here
    Model ours = Suites.read(new ByteArrayInputStream(output.out), RDFFormat.TURTLE, "");
    Model theirs = Suites.read(expected, RDFFormat.TURTLE, "");
    return Models.isomorphic(ours, theirs)
        ? Optional.empty()
        : Optional.of("\n" + ours + "\nexpected\n" + theirs);
  }

  private static Output execute(List<String> command, byte[] input) throws Exception {
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (java.io.OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException _) {
        // it ended before it had read everything
      }
      byte[] out = process.getInputStream().readAllBytes();
      assertEquals(true, process.waitFor(60, TimeUnit.SECONDS));
      return new Output(process.exitValue(), out, Files.readString(errors, StandardCharsets.UTF_8));
    } finally {
      Files.delete(errors);
    }
  }
}
