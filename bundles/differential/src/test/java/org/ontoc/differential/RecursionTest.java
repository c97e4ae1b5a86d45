// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** Recursive shapes: each is refused with its cycle, or means what the reference says. */
class RecursionTest {
  /** As many as robustness threat T6 asks for. */
  private static final int SHAPES = Integer.getInteger("differential.recursive", 200);

  private static final int BUILT = Integer.getInteger("differential.recursive.built", 10);
  private static final int DEPTH = 3;
  private static final String HEAD =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n";

  @Test
  void cyclicShapesAreRefusedOrAgreeWithTheReference() throws IOException {
    int refused = 0;
    int recursive = 0;
    int results = 0;
    for (int seed = 0; seed < SHAPES; seed++) {
      Random random = new Random(seed);
      String shapes = shapes(random);
      RecordingContext context = new RecordingContext(Map.of("recursion", "stratified"));
      Program program = read(shapes, context);
      if (context.failed()) {
        refused++;
        assertRefused(context, shapes);
        continue;
      }
      List<String> data = List.of(data(random), data(random), data(random), data(random));
      List<List<String>> expected =
          data.stream().map(text -> Explanations.expected(program, text, DEPTH)).toList();
      results += expected.stream().mapToInt(List::size).sum();
      RecursiveShapes found = RecursiveShapes.of(program.shapes());
      if (program.shapes().stream().noneMatch(shape -> found.contains(shape.id()))) continue;
      recursive++;
      Map<String, String> options =
          Map.of(
              "detail-depth",
              Integer.toString(DEPTH),
              "detail-results",
              "999999",
              "profile",
              recursive % 4 == 0 ? "debug" : "quick");
      RecordingContext compiled = new RecordingContext(options);
      Plan plan = Explanations.plan(program, compiled);
      List<List<ValidationResult>> jvm = Explanations.of("jvm", plan, data, compiled);
      assertEquals(expected, Explanations.texts(jvm), shapes);
      List<List<ValidationResult>> bytecode = Explanations.of("bitactor", plan, data, compiled);
      assertEquals(Explanations.placed(jvm), Explanations.placed(bytecode), shapes);
      if (recursive > BUILT) continue;
      List<List<ValidationResult>> c = Explanations.ofC(plan, data, compiled);
      assertEquals(Explanations.placed(c), Explanations.placed(jvm), shapes);
    }
    assertTrue(refused > SHAPES / 10, refused + " were refused");
    assertTrue(recursive > SHAPES / 10, recursive + " were recursive");
    assertNotEquals(0, results);
  }

  /** Whether there are results does not depend on the passes. */
  @Test
  void passesKeepWhatRecursiveShapesMean() {
    for (int seed = 0; seed < SHAPES; seed++) {
      Random random = new Random(seed);
      String shapes = shapes(random);
      RecordingContext context = new RecordingContext(Map.of("recursion", "stratified"));
      Program program = read(shapes, context);
      if (context.failed()) continue;
      Program optimized = Stages.optimized(program);
      String data = data(random);
      assertEquals(
          Explanations.expected(program, data, 0).stream().distinct().toList(),
          Explanations.expected(optimized, data, 0).stream().distinct().toList(),
          shapes);
    }
  }

  private static void assertRefused(RecordingContext context, String shapes) {
    for (Diagnostic it : context.diagnostics()) {
      assertEquals("E0321", it.code(), it + "\n" + shapes);
      assertTrue(it.at().isKnown() && it.message().contains(" -> "), it.toString());
      assertTrue(!it.notes().isEmpty() && it.notes().getFirst().at().isKnown(), it.toString());
    }
  }

  static Program read(String shapes, RecordingContext context) {
    Source source = Source.of("shapes.ttl", "text/turtle", shapes.getBytes(StandardCharsets.UTF_8));
    return new ShaclFrontEnd().apply(List.of(source), context);
  }

  /** Shapes that refer to each other in all ways, in cycles or not. */
  static String shapes(Random random) {
    int count = 1 + random.nextInt(4);
    boolean negation = random.nextInt(4) == 0;
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < count; i++) {
      text.append("ex:S").append(i).append(" a sh:NodeShape");
      if (i == 0 || random.nextInt(3) == 0) {
        text.append(random.nextBoolean() ? " ; sh:targetSubjectsOf ex:p" : "")
            .append(" ; sh:targetNode ex:n0 , ex:n1");
      }
      for (int parts = 1 + random.nextInt(2); parts > 0; parts--)
        text.append(" ;\n  ").append(part(random, count, negation));
      text.append(" .\n");
    }
    return text.append(property(random, count)).toString();
  }

  private static String part(Random random, int count, boolean negation) {
    String a = "ex:S" + random.nextInt(count);
    String b = "ex:S" + random.nextInt(count);
    String simple = "[ sh:class ex:C" + random.nextInt(2) + " ]";
    String step = "[ sh:path ex:" + (random.nextBoolean() ? "p" : "q") + " ; ";
    return switch (random.nextInt(negation ? 12 : 9)) {
      case 0 -> "sh:property " + step + "sh:node " + a + " ]";
      case 1 -> "sh:node " + a;
      case 2 -> "sh:or ( " + a + " " + simple + " )";
      case 3 -> "sh:and ( " + a + " " + b + " )";
      case 4 ->
          "sh:property " + step + "sh:qualifiedValueShape " + a + " ; sh:qualifiedMinCount 1 ]";
      case 5 -> "sh:property ex:P";
      case 6 -> "sh:property " + step + "sh:minCount 1 ; sh:or ( " + a + " " + b + " ) ]";
      case 7 -> "sh:or ( [ sh:not " + simple + " ] " + a + " )";
      case 8 -> "sh:property " + step + "sh:class ex:C0 ]";
      case 9 -> "sh:not " + a;
      case 10 -> "sh:xone ( " + a + " " + b + " )";
      default ->
          "sh:property " + step + "sh:qualifiedValueShape " + a + " ; sh:qualifiedMaxCount 1 ]";
    };
  }

  /** A property shape that leads to itself, or not. */
  private static String property(Random random, int count) {
    String reference =
        switch (random.nextInt(3)) {
          case 0 -> "sh:property ex:P";
          case 1 -> "sh:node ex:S" + random.nextInt(count);
          default -> "sh:class ex:C1";
        };
    return "ex:P sh:path ex:p ; "
        + (random.nextBoolean() ? "sh:minCount 1 ; " : "")
        + reference
        + " .\n";
  }

  static String data(Random random) {
    StringBuilder text = new StringBuilder();
    int nodes = 2 + random.nextInt(4);
    for (int i = random.nextInt(3 * nodes); i >= 0; i--) {
      text.append(node(random, nodes))
          .append(random.nextBoolean() ? ex("p") : ex("q"))
          .append(node(random, nodes))
          .append(".\n");
    }
    for (int i = 0; i < nodes; i++) {
      if (random.nextInt(3) == 0) continue;
      text.append(ex("n" + i))
          .append("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ")
          .append(ex("C" + random.nextInt(2)))
          .append(".\n");
    }
    return text.toString();
  }

  private static String node(Random random, int nodes) {
    return ex("n" + random.nextInt(nodes));
  }

  private static String ex(String name) {
    return "<http://example.org/" + name + "> ";
  }

  /** A chain as long as no native stack is, whose last node decides about all. */
  @Test
  void aLongChainOfNodes() throws IOException {
    int length = Integer.getInteger("differential.chain", 100_000);
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < length; i++)
      data.append(ex("n" + i)).append(ex("p")).append(ex("n" + (i + 1))).append(".\n");
    String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";
    String good = data + ex("n" + length) + type + ex("End") + ".\n";
    String bad = data + ex("n" + length) + type + ex("Other") + ".\n";
    StringBuilder shapes = new StringBuilder(HEAD);
    List<String> ways =
        List.of(
            "sh:node ex:S0 ]",
            "sh:and ( ex:S1 ) ]",
            "sh:property ex:P2 ] . ex:P2 sh:path ex:p ;"
                + " sh:or ( ex:End [ sh:property [ sh:path ex:p ; sh:minCount 1 ] ] ) ;"
                + " sh:property ex:P2");
    for (int i = 0; i < ways.size(); i++)
      shapes
          .append("ex:S")
          .append(i)
          .append(" sh:targetNode ex:n0 ;")
          .append(" sh:or ( ex:End [ sh:property [ sh:path ex:p ; sh:minCount 1 ] ] ) ;")
          .append(" sh:property [ sh:path ex:p ; ")
          .append(ways.get(i))
          .append(" .\n");
    shapes.append("ex:End sh:class ex:End .\n");
    RecordingContext context =
        new RecordingContext(Map.of("recursion", "stratified", "detail-depth", "3"));
    Plan plan = new StandardPlanner().apply(read(shapes.toString(), context), context);
    assertEquals(List.of(), context.diagnostics());
    List<List<ValidationResult>> found = Explanations.ofC(plan, List.of(good, bad), context);
    assertEquals(List.of(), found.getFirst());
    assertEquals(3, found.getLast().size());
    List<List<ValidationResult>> jvm = Explanations.of("jvm", plan, List.of(good, bad), context);
    assertEquals(Explanations.placed(found), Explanations.placed(jvm));
    assertEquals(
        List.of("W0702", "W0702"), context.diagnostics().stream().map(Diagnostic::code).toList());
  }
}
