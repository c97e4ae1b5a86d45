// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
import java.util.stream.Stream;
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
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/**
 * A part of the W3C SHACL test suite from front end to validator, compared at the level of full
 * reports.
 */
abstract class W3cSuite {
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

    /** Whether the test expects that the shapes are refused. */
    boolean failure() {
      return manifest.contains(entry, iri(MF, "result"), iri(SHT, "Failure"));
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

  private final String part;
  private final int size;

  /**
   * @param part the folder of the suites
   * @param size how many tests there are
   */
  W3cSuite(String part, int size) {
    this.part = part;
    this.size = size;
  }

  private static IRI iri(String namespace, String name) {
    return VALUES.createIRI(namespace, name);
  }

  /** Opens a plan, in a folder of its own; empty when an error was reported. */
  protected abstract Optional<Validator> open(Plan plan, Path folder, RecordingContext context)
      throws IOException;

  /** What the tests run with. */
  protected RecordingContext context() {
    return RecordingContext.of("imports", "ignore");
  }

  @Test
  void everyReportIsTheExpectedOne(@TempDir Path folder) throws Exception {
    Path root = Suites.shared("suites").resolve(part);
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      // not by the manifests: they leave out component/nodeValidator-001
      for (Path file : files.filter(it -> it.toString().endsWith(".ttl")).sorted().toList())
        collect(file, root, cases);
    }
    assertEquals(size, cases.size());
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
    for (Value entries : manifest.filter(null, iri(MF, "entries"), null).objects()) {
      for (Value entry : RDFCollections.asValues(manifest, (Resource) entries, new ArrayList<>())) {
        String name = root.relativize(file).toString();
        String folder = root.relativize(file.getParent()).toString();
        cases.add(new Case(name, folder, manifest, (Resource) entry));
      }
    }
  }

  private Outcome run(Case test, Path folder) throws IOException {
    RecordingContext context = context();
    Optional<Plan> plan = plan(List.of(Suites.source(test.graph("shapesGraph"))), context);
    Optional<Validator> opened =
        plan.isEmpty() ? Optional.empty() : open(plan.get(), folder, context);
    if (test.failure() && opened.isEmpty()) return refused(test, context);
    if (opened.isEmpty() || context.failed())
      return new Outcome(test, Verdict.REFUSED, context.diagnostics().toString());
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = opened.get()) {
      validator.validate(List.of(Suites.source(test.graph("dataGraph"))), results::add, context);
    }
    if (context.failed() || test.failure())
      return new Outcome(test, Verdict.WRONG, context.diagnostics().toString());
    Model actual = ReportGraph.actual(results);
    Model expected = test.expected();
    return Models.isomorphic(actual, expected)
        ? new Outcome(test, Verdict.PASSED, "")
        : new Outcome(test, Verdict.WRONG, difference(actual, expected));
  }

  /** Every error must say where it is. */
  private static Outcome refused(Case test, RecordingContext context) {
    boolean placed =
        context.failed() && context.diagnostics().stream().allMatch(found -> found.at().isKnown());
    Verdict verdict = placed ? Verdict.PASSED : Verdict.WRONG;
    return new Outcome(test, verdict, context.diagnostics().toString());
  }

  private static Optional<Plan> plan(List<Source> shapes, RecordingContext context) {
    Program program = new ShaclFrontEnd().apply(shapes, context);
    if (context.failed()) return Optional.empty();
    Plan plan = new StandardPlanner().apply(program, context);
    return context.failed() ? Optional.empty() : Optional.of(plan);
  }

  private static String difference(Model actual, Model expected) {
    return "\n  got      " + lines(actual) + "\n  expected " + lines(expected) + "\n";
  }

  private static String lines(Model model) {
    return model.stream()
        .map(it -> it.getSubject() + " " + it.getPredicate().getLocalName() + " " + it.getObject())
        .collect(Collectors.joining("\n           "));
  }

  private String summary(List<Outcome> outcomes) {
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
                "\n", "W3C SHACL %s: %d/%d\n".formatted(part, passed, outcomes.size()), ""));
  }

  private static List<String> details(List<Outcome> outcomes, Verdict verdict) {
    return outcomes.stream()
        .filter(outcome -> outcome.verdict == verdict)
        .map(outcome -> verdict + " " + outcome.test.name + " " + outcome.detail)
        .toList();
  }
}
