// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.plan.Plan;

/** W3C's SHACL Core tests, compared at the level of whole reports. */
class SuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("ontoc.root", "."), "..", "shared")
          .normalize()
          .resolve("suites/shacl10/data-shapes-test-suite/tests/core");
  private static final String TESTS = "http://www.w3.org/ns/shacl-test#";
  private static final String MANIFEST =
      "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

  @Test
  void everyCoreTestGivesItsReport(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(SUITE), "no W3C SHACL suite at " + SUITE);
    Native.assumePresent("gcc");
    List<Path> files;
    try (Stream<Path> all = Files.walk(SUITE)) {
      files = all.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    }
    List<String> failures = new ArrayList<>();
    int tests = 0;
    for (Path file : files) {
      Model manifest = read(file);
      for (Resource test : manifest.filter(null, RDF.TYPE, iri(TESTS + "Validate")).subjects()) {
        tests++;
        String failure = run(file, manifest, test, folder.resolve("t" + tests));
        if (!failure.isEmpty()) failures.add(failure);
      }
    }
    assertEquals("", String.join("\n", failures));
    assertEquals(98, tests);
  }

  private static Value iri(String iri) {
    return org.eclipse.rdf4j.model.util.Values.iri(iri);
  }

  private static Model read(Path file) throws IOException {
    return Rio.parse(
        new StringReader(Files.readString(file)), file.toUri().toString(), RDFFormat.TURTLE);
  }

  private static Value object(Model model, Value subject, String property) {
    return model
        .filter((Resource) subject, org.eclipse.rdf4j.model.util.Values.iri(property), null)
        .objects()
        .iterator()
        .next();
  }

  private static String run(Path file, Model manifest, Resource test, Path place) throws Exception {
    Value action = object(manifest, test, MANIFEST + "action");
    Value result = object(manifest, test, MANIFEST + "result");
    Path data = path(object(manifest, action, TESTS + "dataGraph"));
    Path shapes = path(object(manifest, action, TESTS + "shapesGraph"));
    Compiling compiling = new Compiling();
    Plan plan = compiling.plan(compiling.program(source(shapes)));
    Compiling.write(compiling.artifacts(plan), place);
    Native.Outcome outcome = execute(plan, place, data);
    Model expected = ReportModel.expected(manifest, (Resource) result);
    Model actual = ReportModel.actual(plan, outcome.out());
    boolean conforms =
        Models.objectLiteral(manifest.filter((Resource) result, SHACL.CONFORMS, null))
            .orElseThrow()
            .booleanValue();
    if (outcome.status() == (conforms ? 0 : 1) && Models.isomorphic(expected, actual)) return "";
    return file
        + "\nexpected "
        + String.join("\n  ", expected.stream().map(Object::toString).toList())
        + "\nactual "
        + outcome
        + compiling.findings();
  }

  /** The runtime is compiled once. */
  private static Native.Outcome execute(Plan plan, Path place, Path data) throws Exception {
    Path runtime = place.resolveSibling("runtime.o");
    String source = plan.name() + ".c";
    if (!Files.exists(runtime)) {
      Native.compile(
          place,
          "gcc",
          Native.STRICT,
          "-O1",
          "-DORT_RUNTIME_ONLY",
          "-c",
          source,
          "-o",
          "../runtime.o");
    }
    Native.compile(
        place,
        "gcc",
        Native.STRICT,
        "-DORT_EXTERNAL_RUNTIME",
        source,
        "main.c",
        runtime.toString(),
        "-o",
        "validator");
    return Native.run(
        place,
        List.of("./validator", "--machine", "--base", data.toUri().toString(), data.toString()));
  }

  private static Path path(Value document) {
    return Path.of(java.net.URI.create(document.stringValue()));
  }

  private static Source source(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new Source(
        file.toString(),
        "text/turtle",
        () -> new java.io.ByteArrayInputStream(bytes),
        java.util.Optional.of(file));
  }
}
