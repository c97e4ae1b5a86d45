// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.RDFCollections;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/**
 * A test of the W3C suite.
 *
 * @param name its path in the suite, without suffix
 */
record SuiteEntry(String name, Path shapes, Path data, Model manifest, Resource result) {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String SHT = "http://www.w3.org/ns/shacl-test#";
  private static final String SH = "http://www.w3.org/ns/shacl#";

  /** Of a result; messages and details are not compared. */
  private static final Set<IRI> COMPARED =
      Set.of(
          sh("focusNode"),
          sh("resultPath"),
          sh("resultSeverity"),
          sh("sourceConstraintComponent"),
          sh("value"),
          sh("sourceShape"));

  private static IRI sh(String name) {
    return VALUES.createIRI(SH + name);
  }

  private static IRI iri(String namespace, String name) {
    return VALUES.createIRI(namespace + name);
  }

  /** All tests in the suite's files, one of which its manifests forget. */
  static List<SuiteEntry> all(Path tests) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(tests)) {
      files = all.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    }
    List<SuiteEntry> entries = new ArrayList<>();
    for (Path file : files) {
      Model manifest = read(Files.newBufferedReader(file), file.toUri().toString());
      String name = tests.relativize(file).toString().replaceFirst("\\.ttl$", "");
      for (Value list : manifest.filter(null, iri(MF, "entries"), null).objects())
        for (Value entry : RDFCollections.asValues(manifest, (Resource) list, new ArrayList<>()))
          entries.add(of((Resource) entry, name, manifest));
    }
    return entries;
  }

  private static SuiteEntry of(Resource entry, String name, Model manifest) {
    Resource action =
        Models.objectResource(manifest.filter(entry, iri(MF, "action"), null)).orElseThrow();
    return new SuiteEntry(
        name,
        path(manifest, action, "shapesGraph"),
        path(manifest, action, "dataGraph"),
        manifest,
        Models.objectResource(manifest.filter(entry, iri(MF, "result"), null)).orElseThrow());
  }

  private static Path path(Model manifest, Resource action, String property) {
    return Path.of(
        URI.create(
            Models.objectIRI(manifest.filter(action, iri(SHT, property), null))
                .orElseThrow()
                .stringValue()));
  }

  static Model read(Reader text, String base) throws IOException {
    RDFParser parser = new TurtleParser();
    parser.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
    parser.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
    parser.set(BasicParserSettings.NORMALIZE_DATATYPE_VALUES, false);
    Model model = new LinkedHashModel();
    parser.setRDFHandler(new StatementCollector(model));
    try (text) {
      parser.parse(text, base);
    }
    return model;
  }

  boolean expectsFailure() {
    return result.equals(iri(SHT, "Failure"));
  }

  Model expected() {
    return compared(manifest, result);
  }

  /** What is compared of the only report in a graph. */
  static Model compared(Model graph) {
    return compared(graph, graph.filter(null, sh("conforms"), null).subjects().iterator().next());
  }

  private static Model compared(Model graph, Resource report) {
    Model model = new LinkedHashModel();
    BNode copy = VALUES.createBNode();
    graph
        .filter(report, sh("conforms"), null)
        .forEach(it -> model.add(copy, it.getPredicate(), it.getObject()));
    for (Value result : graph.filter(report, sh("result"), null).objects()) {
      BNode other = VALUES.createBNode();
      model.add(copy, sh("result"), other);
      for (Statement it : graph.filter((Resource) result, null, null))
        if (COMPARED.contains(it.getPredicate()))
          model.add(
              other,
              it.getPredicate(),
              it.getPredicate().equals(sh("resultPath"))
                  ? copy(graph, it.getObject(), model)
                  : it.getObject());
    }
    return model;
  }

  /** A path's structure; each use of a shared node gets a copy of its own. */
  private static Value copy(Model from, Value node, Model into) {
    if (!(node instanceof BNode blank)) return node;
    BNode fresh = VALUES.createBNode();
    for (Statement it : from.filter(blank, null, null))
      into.add(fresh, it.getPredicate(), copy(from, it.getObject(), into));
    return fresh;
  }
}
