// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** What must not change an answer of the compiled validators, or must change it predictably. */
class MetamorphicTest {
  private static final int BATCHES = Integer.getInteger("differential.batches", 15);
  private static final int GRAPHS = 5;
  private static final CompiledEngine ENGINE = (CompiledEngine) Engines.open("process").getFirst();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void orderOfStatements() {
    Random random = new Random(1);
    sameReport(
        31,
        shapes ->
            shuffled(
                shapes.stream().map(s -> s.with(shuffled(s.parameters(), random))).toList(),
                random),
        data -> shuffled(data, random),
        UnaryOperator.identity());
  }

  @Test
  void labelsOfBlankNodes() {
    sameReport(
        32,
        UnaryOperator.identity(),
        data ->
            data.stream()
                .map(
                    t -> new Triple(relabelled(t.subject()), t.predicate(), relabelled(t.object())))
                .toList(),
        report -> report.replaceAll("_:d9(\\d)\\b", "_:d$1"));
  }

  @Test
  void statementsThatNoShapeLooksAt() {
    sameReport(
        33,
        UnaryOperator.identity(),
        data -> {
          List<Triple> more = new ArrayList<>(data);
          for (int i = 0; i < 50; i++)
            more.add(
                i % (data.size() + 1),
                new Triple(
                    Vocabulary.ex("other" + i),
                    Vocabulary.ex("unrelated"),
                    Literal.string("x" + i)));
          return more;
        },
        UnaryOperator.identity());
  }

  @Test
  void statementsTwice() {
    sameReport(
        34,
        UnaryOperator.identity(),
        data -> Stream.concat(data.stream(), data.stream()).toList(),
        UnaryOperator.identity());
  }

  @Test
  void otherNames() {
    String other = "http://example.net/";
    for (int number = 0; number < BATCHES; number++) {
      Generator.Batch batch = Generator.batch(35, number, GRAPHS);
      String shapes = Turtle.write(batch.shapes());
      if (shapes.contains("sh:pattern")) continue;
      List<String> data = batch.data().stream().map(Pair::nTriples).toList();
      List<String> renamed = data.stream().map(d -> d.replace(Vocabulary.EX, other)).toList();
      List<String> expected = texts(ENGINE.validate(shapes, data));
      assertEquals(
          expected.stream().map(MetamorphicTest::sorted).toList(),
          texts(ENGINE.validate(shapes.replace(Vocabulary.EX, other), renamed)).stream()
              .map(report -> sorted(report.replace(other, Vocabulary.EX)))
              .toList(),
          shapes);
    }
  }

  @Test
  void turtleAndSeveralDocuments() {
    for (int number = 0; number < BATCHES; number++) {
      Generator.Batch batch = Generator.batch(36, number, GRAPHS);
      String shapes = Turtle.write(batch.shapes());
      List<String> data = batch.data().stream().map(Pair::nTriples).toList();
      List<String> expected = texts(ENGINE.validate(shapes, data));
      List<List<Source>> turtle =
          batch.data().stream()
              .map(
                  triples ->
                      List.of(CompiledEngine.source("d.ttl", "text/turtle", Turtle.data(triples))))
              .toList();
      assertEquals(expected, texts(ENGINE.validateSources(shapes, turtle)), shapes);
      List<List<Source>> split = data.stream().map(Documents::ofData).toList();
      assertEquals(expected, texts(ENGINE.validateSources(shapes, split)), shapes);
    }
  }

  @Test
  void deactivatedShapesAreConformedTo() {
    for (int number = 0; number < BATCHES; number++) {
      Generator.Batch batch = Generator.batch(37, number, GRAPHS);
      List<Shape> shapes =
          batch.shapes().stream()
              .map(s -> s.with(replaced(s, "deactivated", ShapesGenerator.bool(true))))
              .toList();
      for (Verdict verdict : validate(shapes, batch))
        assertTrue(assertInstanceOf(Verdict.Report.class, verdict).conforms());
    }
  }

  @Test
  void notNot() {
    wrapped(
        38,
        shape ->
            List.of(
                node("inner", new Parameter.One("not", shape)),
                node("outer", new Parameter.One("not", Vocabulary.ex("inner")))),
        shape ->
            List.of(
                node("outer", new Parameter.One("node", Vocabulary.ex("inner"))),
                node("inner", new Parameter.Many("and", List.of(shape)))));
  }

  @Test
  void deMorgan() {
    Iri other = Vocabulary.ex("other");
    Shape literal = node("other", new Parameter.One("nodeKind", Vocabulary.sh("IRI")));
    wrapped(
        39,
        shape ->
            List.of(
                literal,
                node("both", new Parameter.Many("and", List.of(shape, other))),
                node("outer", new Parameter.One("not", Vocabulary.ex("both")))),
        shape ->
            List.of(
                literal,
                node("one", new Parameter.One("not", shape)),
                node("two", new Parameter.One("not", other)),
                node(
                    "outer",
                    new Parameter.Many(
                        "or", List.of(Vocabulary.ex("one"), Vocabulary.ex("two"))))));
  }

  /** Two ways to say the same about a shape, both targeted at what the shape is targeted at. */
  private static void wrapped(
      long seed,
      java.util.function.Function<Term, List<Shape>> one,
      java.util.function.Function<Term, List<Shape>> two) {
    for (int number = 0; number < BATCHES; number++) {
      Generator.Batch batch = Generator.batch(seed, number, GRAPHS);
      Shape first = batch.shapes().getFirst();
      List<Set<String>> left = outer(batch, first, one.apply(first.id()));
      assertEquals(left, outer(batch, first, two.apply(first.id())), Turtle.write(batch.shapes()));
    }
  }

  private static List<Set<String>> outer(Generator.Batch batch, Shape first, List<Shape> more) {
    List<Parameter> targets =
        first.parameters().stream().filter(p -> p.name().startsWith("target")).toList();
    List<Shape> shapes = new ArrayList<>(batch.shapes());
    for (Shape shape : more) {
      List<Parameter> all = new ArrayList<>(shape.parameters());
      if (shape.id().equals(Vocabulary.ex("outer"))) all.addAll(targets);
      shapes.add(shape.with(all));
    }
    return validate(shapes, batch).stream().map(MetamorphicTest::failing).toList();
  }

  private static Set<String> failing(Verdict verdict) {
    Set<String> focus = new TreeSet<>();
    for (Result result : assertInstanceOf(Verdict.Report.class, verdict).results())
      if (result.shape().equals(Vocabulary.ex("outer").toString())) focus.add(result.focus());
    return focus;
  }

  private static Shape node(String name, Parameter parameter) {
    return new Shape(Vocabulary.ex(name), Optional.empty(), List.of(parameter));
  }

  private static void sameReport(
      long seed,
      UnaryOperator<List<Shape>> shapes,
      UnaryOperator<List<Triple>> data,
      UnaryOperator<String> back) {
    for (int number = 0; number < BATCHES; number++) {
      Generator.Batch batch = Generator.batch(seed, number, GRAPHS);
      Generator.Batch other =
          new Generator.Batch(
              shapes.apply(batch.shapes()), batch.data().stream().map(data).toList());
      assertEquals(
          texts(validate(batch.shapes(), batch)).stream().map(MetamorphicTest::sorted).toList(),
          texts(validate(other.shapes(), other)).stream()
              .map(text -> sorted(back.apply(text)))
              .toList(),
          Turtle.write(batch.shapes()));
    }
  }

  private static List<Verdict> validate(List<Shape> shapes, Generator.Batch batch) {
    return ENGINE.validate(
        Turtle.write(shapes), batch.data().stream().map(Pair::nTriples).toList());
  }

  private static List<String> texts(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(v -> assertInstanceOf(Verdict.Report.class, v).unplaced().toString())
        .toList();
  }

  private static String sorted(String report) {
    return String.join("\n", report.lines().sorted().toList());
  }

  private static Term relabelled(Term term) {
    return term instanceof BlankNode(String label)
        ? new BlankNode(label.replaceAll("^d(\\d)$", "d9$1"))
        : term;
  }

  private static List<Parameter> replaced(Shape shape, String name, Term value) {
    return Stream.concat(
            shape.parameters().stream().filter(p -> !p.name().equals(name)),
            Stream.of(new Parameter.One(name, value)))
        .toList();
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, random);
    return other;
  }
}
