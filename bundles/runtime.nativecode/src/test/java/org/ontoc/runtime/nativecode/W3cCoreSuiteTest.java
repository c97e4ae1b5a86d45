// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.RDFCollections;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.tck.RecordingContext;

/**
 * The Core part of the W3C SHACL test suite from front end to native process, compared at the level
 * of full reports. The system property {@code ontoc.profile} chooses the compiler's profile, e.g.
 * {@code debug} for the sanitizers.
 */
class W3cCoreSuiteTest {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String SHT = "http://www.w3.org/ns/shacl-test#";

  /** One test: the manifest that holds it, its entry in it, and the folder it is counted in. */
  private record Case(String name, String folder, Model manifest, Resource entry) {
    Path graph(String property) {
      Resource action =
          Models.objectResource(manifest.filter(entry, iri(MF, "action"), null)).orElseThrow();
      IRI graph = Models.objectIRI(manifest.filter(action, iri(SHT, property), null)).orElseThrow();
      return Path.of(URI.create(graph.stringValue()));
    }

    Model expected() {
      return ReportGraph.expected(
          manifest,
          Models.objectResource(manifest.filter(entry, iri(MF, "result"), null)).orElseThrow());
    }
  }

  private enum Verdict {
    PASSED,
    REFUSED,
    WRONG
  }

  private record Outcome(Case test, Verdict verdict, String detail) {}

  private static IRI iri(String namespace, String name) {
    return VALUES.createIRI(namespace, name);
  }

  @Test
  void everyReportIsTheExpectedOne(@TempDir Path folder) throws Exception {
    Path root = Suites.shared("suites/shacl10/data-shapes-test-suite/tests/core/manifest.ttl");
    List<Case> cases = new ArrayList<>();
    collect(root, Suites.shared("suites/shacl10/data-shapes-test-suite/tests/core"), cases);
    assertEquals(98, cases.size());
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Outcome>> futures = new ArrayList<>();
      for (Case test : cases) {
        Path own = folder.resolve(String.valueOf(futures.size()));
        futures.add(threads.submit(() -> run(test, own)));
      }
      for (Future<Outcome> future : futures) outcomes.add(future.get());
    }
    System.out.println(summary(outcomes));
    assertEquals(List.of(), details(outcomes, Verdict.WRONG));
    assertEquals(List.of(), details(outcomes, Verdict.REFUSED));
  }

  private static void collect(Path file, Path root, List<Case> cases) throws IOException {
    Model manifest = Suites.read(file, RDFFormat.TURTLE, file.toUri().toString());
    for (Value included : manifest.filter(null, iri(MF, "include"), null).objects())
      collect(Path.of(URI.create(included.stringValue())), root, cases);
    for (Value entries : manifest.filter(null, iri(MF, "entries"), null).objects()) {
      for (Value entry : RDFCollections.asValues(manifest, (Resource) entries, new ArrayList<>())) {
        String name = root.relativize(file).toString();
        String folder = root.relativize(file.getParent()).toString();
        cases.add(new Case(name, folder, manifest, (Resource) entry));
      }
    }
  }

  private static Outcome run(Case test, Path folder) throws IOException {
    RecordingContext context =
        RecordingContext.of("profile", System.getProperty("ontoc.profile", "quick"));
    Optional<Stages.Compiled> compiled =
        Stages.compile(List.of(Stages.file(test.graph("shapesGraph"))), folder, context);
    if (compiled.isEmpty())
      return new Outcome(test, Verdict.REFUSED, context.diagnostics().toString());
    Stages.Outcome found =
        Stages.validate(compiled.get(), List.of(Stages.file(test.graph("dataGraph"))), context);
    if (Stages.failed(context))
      return new Outcome(test, Verdict.WRONG, context.diagnostics().toString());
    Model actual = ReportGraph.actual(found.results());
    Model expected = test.expected();
    return Models.isomorphic(actual, expected)
        ? new Outcome(test, Verdict.PASSED, "")
        : new Outcome(test, Verdict.WRONG, difference(actual, expected));
  }

  private static String difference(Model actual, Model expected) {
    return "\n  got      " + lines(actual) + "\n  expected " + lines(expected) + "\n";
  }

  private static String lines(Model model) {
    return model.stream()
        .map(it -> it.getSubject() + " " + it.getPredicate().getLocalName() + " " + it.getObject())
        .collect(Collectors.joining("\n           "));
  }

  private static String summary(List<Outcome> outcomes) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      int[] count = counts.computeIfAbsent(outcome.test.folder, _ -> new int[2]);
      count[1]++;
      if (outcome.verdict == Verdict.PASSED) count[0]++;
    }
    int passed = counts.values().stream().mapToInt(count -> count[0]).sum();
    return counts.entrySet().stream()
        .map(it -> "  %-20s %d/%d".formatted(it.getKey(), it.getValue()[0], it.getValue()[1]))
        .collect(
            Collectors.joining(
                "\n", "W3C SHACL Core: %d/%d\n".formatted(passed, outcomes.size()), ""));
  }

  private static List<String> details(List<Outcome> outcomes, Verdict verdict) {
    return outcomes.stream()
        .filter(outcome -> outcome.verdict == verdict)
        .map(outcome -> verdict + " " + outcome.test.name + " " + outcome.detail)
        .toList();
  }
}
