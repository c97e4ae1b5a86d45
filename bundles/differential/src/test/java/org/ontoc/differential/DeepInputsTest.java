// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/**
 * Deep and long shapes and data go through all stages, or are refused at a limit (threat T5); no
 * stage may overflow a stack. {@code -Ddifferential.deep=1000000} is what the threat asks for.
 */
class DeepInputsTest {
  private static final int DEEP = Integer.getInteger("differential.deep", 100_000);

  /** Below the limit on chains of shapes. */
  private static final int NESTED = 900;

  /** The most that can be asked for. */
  private static final int EXPLAINED = 200;

  private static final String HEAD =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"
          + "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n";
  private static final String SUB_CLASS_OF = " <http://www.w3.org/2000/01/rdf-schema#subClassOf> ";
  private static final String TYPE = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ";
  private static final Map<String, String> OPTIONS =
      Map.of(
          "profile",
          "debug",
          "detail-depth",
          Integer.toString(EXPLAINED),
          "detail-results",
          "999999");

  private static String ex(String name) {
    return "<http://example.org/" + name + ">";
  }

  private static String nested(String shape, int depth, String open, String close) {
    return shape
        + " sh:targetNode ex:n ; "
        + open.repeat(depth)
        + "sh:class ex:C"
        + close.repeat(depth)
        + " .\n";
  }

  @Test
  void nestedShapes() throws IOException {
    Program program =
        Stages.program(
            HEAD
                + nested("ex:Not", NESTED, "sh:not [ ", " ]")
                + nested("ex:And", NESTED / 2, "sh:and ( [ ", " ] )")
                + nested("ex:Node", NESTED, "sh:node [ ", " ]"));
    String with = ex("n") + TYPE + ex("C") + " .\n";
    String without = ex("n") + TYPE + ex("D") + " .\n";
    List<List<String>> found = compiled(program, List.of(with, without), OPTIONS);
    assertEquals(List.of(), found.getFirst());
    assertEquals(3, found.getLast().size());
    String node = found.getLast().get(1);
    assertEquals(1 + EXPLAINED, node.split(" Node ", -1).length - 1, "details as deep as wanted");
  }

  private static List<List<String>> compiled(
      Program program, List<String> data, Map<String, String> options) throws IOException {
    RecordingContext context = new RecordingContext(options);
    Plan plan = Explanations.plan(program, context);
    return Explanations.texts(Explanations.ofC(plan, data, context));
  }

  /** Each is a limit with a code: never a crash. */
  @Test
  void tooDeepShapesAreRefused() {
    for (String open : List.of("sh:not [ ", "sh:and ( [ ")) {
      String close = open.endsWith("( [ ") ? " ] )" : " ]";
      String shapes =
          HEAD + "ex:S " + open.repeat(DEEP) + "sh:class ex:C" + close.repeat(DEEP) + " .";
      RecordingContext context = new RecordingContext();
      new org.ontoc.frontend.shacl.ShaclFrontEnd()
          .apply(List.of(CompiledEngine.source("shapes.ttl", "text/turtle", shapes)), context);
      assertEquals(1, context.diagnostics().size(), context.diagnostics().toString());
      String code = context.diagnostics().getFirst().code();
      assertTrue(code.matches("E082[12]"), code);
    }
  }

  private static Program ofClass() {
    return Stages.program(
        HEAD
            + "ex:S sh:targetClass ex:C0 ; sh:nodeKind sh:BlankNode .\n"
            + "ex:T sh:targetNode ex:n ; sh:property [ sh:path ( ex:p [ sh:zeroOrMorePath rdf:rest"
            + " ] rdf:first ) ; sh:nodeKind sh:IRI ] .");
  }

  /** A list that a path walks to its end, whose last member is wrong, and a chain of subclasses. */
  @Test
  void longListsAndChainsInTheData() throws IOException {
    StringBuilder data = new StringBuilder(ex("n") + " " + ex("p") + " _:d0 .\n");
    String rdf = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    for (int i = 0; i < DEEP; i++) {
      data.append("_:d").append(i).append(rdf).append("first> ");
      data.append(i == DEEP - 1 ? "\"x\"" : ex("m")).append(" .\n_:d").append(i);
      data.append(rdf).append("rest> _:d").append(i + 1).append(" .\n");
      data.append(ex("C" + (i + 1))).append(SUB_CLASS_OF).append(ex("C" + i)).append(" .\n");
    }
    data.append(ex("n")).append(TYPE).append(ex("C" + DEEP)).append(" .\n");
    List<List<String>> found = compiled(ofClass(), List.of(data.toString()), OPTIONS);
    assertEquals(2, found.getFirst().size());
  }

  /** As tables of the generated program. */
  @Test
  void deepClassesInTheOntology() throws IOException {
    int deep = DEEP / 10;
    List<Ontology.SubClassOf> hierarchy =
        java.util.stream.IntStream.range(0, deep)
            .mapToObj(
                i ->
                    new Ontology.SubClassOf(
                        new Iri("http://example.org/C" + (i + 1)),
                        new Iri("http://example.org/C" + i),
                        Origin.NOWHERE))
            .toList();
    Program program =
        new Program(ofClass().shapes(), new Ontology(List.of(), List.of(), hierarchy));
    String data = ex("n") + TYPE + ex("C" + deep) + " .\n";
    Map<String, String> quick = Map.of("profile", "quick");
    List<List<String>> found = compiled(program, List.of(data), quick);
    assertEquals(1, found.getFirst().size());
  }
}
