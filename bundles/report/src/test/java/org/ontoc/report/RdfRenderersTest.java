// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.RDFCollections;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Both RDF formats are parsed back and compared with the graph that SHACL section 3.6 asks for. */
class RdfRenderersTest {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  @Test
  void turtleIsTheReport() throws IOException {
    assertSameGraph(Fixture.typical(), new TurtleRenderer(), RDFFormat.TURTLE);
    assertSameGraph(Fixture.everything(), new TurtleRenderer(), RDFFormat.TURTLE);
    assertSameGraph(Fixture.report(List.of()), new TurtleRenderer(), RDFFormat.TURTLE);
  }

  @Test
  void jsonLdIsTheReport() throws IOException {
    assertSameGraph(Fixture.typical(), new JsonLdRenderer(), RDFFormat.JSONLD);
    assertSameGraph(Fixture.everything(), new JsonLdRenderer(), RDFFormat.JSONLD);
    assertSameGraph(Fixture.report(List.of()), new JsonLdRenderer(), RDFFormat.JSONLD);
  }

  @Test
  void goldenTexts() throws IOException {
    Golden.check("typical.ttl", Fixture.render(new TurtleRenderer(), Fixture.typical()));
    Golden.check("typical.jsonld", Fixture.render(new JsonLdRenderer(), Fixture.typical()));
  }

  @Test
  void manyResultsAreNotHeld() throws IOException {
    for (Renderer renderer :
        List.of(
            new TurtleRenderer(),
            new JsonLdRenderer(),
            new JsonRenderer(),
            new JsonLinesRenderer(),
            new SarifRenderer(),
            new JunitRenderer(),
            new GithubRenderer(),
            new HtmlRenderer())) {
      Streaming.Watched results = new Streaming.Watched(100_000);
      Report report =
          new Report(false, results, List.of(), new Statistics(1, 1, 1, 1, 1, 1, 1), Map.of());
      renderer.render(report, Fixture.surface(false), new Streaming.Sink());
      assertFalse(results.held(), renderer.getClass().getSimpleName());
    }
  }

  @Test
  void noReportAfterAnError() throws IOException {
    Report failed = new Report(true, List.of(), Fixture.diagnostics(), Statistics.NONE, Map.of());
    String turtle = Fixture.render(new TurtleRenderer(), failed);
    assertTrue(
        turtle.startsWith("# E0301 shapes.ttl:4:47: sh:maxCount must be an integer\n"), turtle);
    assertTrue(parse(turtle, RDFFormat.TURTLE).isEmpty());
    assertTrue(parse(Fixture.render(new JsonLdRenderer(), failed), RDFFormat.JSONLD).isEmpty());
  }

  @Test
  void commentsOfTurtleCannotBeLeft() throws IOException {
    Report all = Fixture.typical();
    Report report =
        new Report(
            false,
            all.results(),
            List.of(),
            new Statistics(8, 6, 3, 99, 1, 1, 1),
            Map.of("switch", "\n<http://e/a> <http://e/b> <http://e/c> ."));
    String turtle = Fixture.render(new TurtleRenderer(), report);
    assertTrue(turtle.endsWith("# 4 of 99 results\n"), turtle);
    assertEquals(
        parse(Fixture.render(new TurtleRenderer(), all), RDFFormat.TURTLE).size(),
        parse(turtle, RDFFormat.TURTLE).size());
  }

  private static void assertSameGraph(Report report, Renderer renderer, RDFFormat format)
      throws IOException {
    String text = Fixture.render(renderer, report);
    Model actual = parse(text, format);
    Model expected = expected(report);
    assertTrue(Models.isomorphic(expected, actual), () -> text);
  }

  private static Model parse(String text, RDFFormat format) throws IOException {
    return Rio.parse(new StringReader(text), "http://base.invalid/", format);
  }

  private static Model expected(Report report) {
    Model model = new LinkedHashModel();
    BNode root = VALUES.createBNode();
    model.add(root, RDF.TYPE, SHACL.VALIDATION_REPORT);
    model.add(root, SHACL.CONFORMS, VALUES.createLiteral(report.conforms()));
    report.results().forEach(result -> add(root, SHACL.RESULT, result, model));
    return model;
  }

  private static void add(BNode of, IRI property, ValidationResult result, Model model) {
    BNode node = VALUES.createBNode();
    model.add(of, property, node);
    model.add(node, RDF.TYPE, SHACL.VALIDATION_RESULT);
    model.add(node, SHACL.FOCUS_NODE, value(result.focusNode(), "data"));
    result.value().ifPresent(value -> model.add(node, SHACL.VALUE, value(value, "data")));
    result.path().ifPresent(path -> model.add(node, SHACL.RESULT_PATH, path(path, model)));
    model.add(node, SHACL.RESULT_SEVERITY, value(result.severity(), "shapes"));
    model.add(node, SHACL.SOURCE_CONSTRAINT_COMPONENT, value(result.component(), "shapes"));
    model.add(node, SHACL.SOURCE_SHAPE, value(result.shape().id(), "shapes"));
    for (Literal message : result.messages())
      model.add(node, SHACL.RESULT_MESSAGE, value(message, "shapes"));
    result.details().forEach(detail -> add(node, SHACL.DETAIL, detail, model));
  }

  private static Value value(Term term, String graph) {
    return switch (term) {
      case Iri iri -> VALUES.createIRI(iri.value());
      case BlankNode node -> VALUES.createBNode(graph + node.label());
      case Literal literal ->
          literal.language().isEmpty()
              ? VALUES.createLiteral(
                  literal.lexical(), VALUES.createIRI(literal.datatype().value()))
              : VALUES.createLiteral(literal.lexical(), literal.language());
    };
  }

  private static Resource path(Path path, Model model) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> VALUES.createIRI(iri.value());
      case Path.Inverse(Path inner) -> wrap("inversePath", path(inner, model), model);
      case Path.Sequence(List<Path> members) -> list(members, model);
      case Path.Alternative(List<Path> members) ->
          wrap("alternativePath", list(members, model), model);
      case Path.ZeroOrMore(Path inner) -> wrap("zeroOrMorePath", path(inner, model), model);
      case Path.OneOrMore(Path inner) -> wrap("oneOrMorePath", path(inner, model), model);
      case Path.ZeroOrOne(Path inner) -> wrap("zeroOrOnePath", path(inner, model), model);
    };
  }

  private static Resource wrap(String predicate, Value object, Model model) {
    BNode node = VALUES.createBNode();
    model.add(node, VALUES.createIRI(Vocabulary.SH + predicate), object);
    return node;
  }

  private static Resource list(List<Path> members, Model model) {
    BNode head = VALUES.createBNode();
    List<Resource> nodes = members.stream().map(member -> path(member, model)).toList();
    RDFCollections.asRDF(nodes, head, model);
    model.remove(null, RDF.TYPE, RDF.LIST);
    return head;
  }
}
