// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Diagnostic;

/** Recursive shapes are refused with their cycle, and nothing that is deep or long crashes. */
class RecursionTest {
  @Test
  void theCycleIsPrinted() {
    Reading.Result result =
        Reading.turtle(
            """
            ex:A sh:property ex:P . ex:P sh:path ex:p ;
              sh:node ex:B .
            ex:B sh:or ( ex:X [ sh:not ex:A ] ) . ex:X sh:class ex:C .
            """);
    Diagnostic it = result.errors().getFirst();
    assertEquals(1, result.errors().size());
    assertEquals("E0320 2:1", it.code() + " " + it.at().line() + ":" + it.at().column());
    assertEquals(
        "The shape refers to itself: <http://example.org/A> -> <http://example.org/P> ->"
            + " <http://example.org/B> -> a blank node -> <http://example.org/A>",
        it.message());
    assertEquals(
        List.of("2:6", "3:3", "4:6", "4:21"),
        it.notes().stream().map(note -> note.at().line() + ":" + note.at().column()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ex:S sh:not ex:S .",
        "ex:S sh:property ex:S ; sh:path ex:p .",
        "ex:S sh:and ( ex:T ) . ex:T sh:xone ( ex:S ) .",
        "ex:S sh:path ex:p ; sh:qualifiedValueShape ex:S ; sh:qualifiedMinCount 1 .",
        "_:s sh:node _:s .",
        "ex:A sh:node ex:B , ex:C . ex:B sh:node ex:D . ex:C sh:node ex:D . ex:D sh:node ex:B ."
      })
  void everyKindOfReference(String text) {
    Reading.Result result = Reading.turtle(text);
    assertEquals(List.of("E0320"), result.errors().stream().map(Diagnostic::code).toList());
  }

  @Test
  void sharedShapesAreNoRecursion() {
    Reading.Result result =
        Reading.turtle(
            "ex:A sh:node ex:B , ex:C . ex:B sh:node ex:D . ex:C sh:node ex:D . ex:D sh:class"
                + " ex:E .");
    assertEquals(List.of(), result.findings());
  }

  /** Against a search that is plainly right: whether a shape reaches itself. */
  @Test
  void randomReferences() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      boolean[][] reach = new boolean[8][8];
      StringBuilder text = new StringBuilder();
      for (int edge = 0; edge < 4 + random.nextInt(8); edge++) {
        int from = random.nextInt(8);
        int to = random.nextInt(8);
        reach[from][to] = true;
        text.append("ex:s").append(from).append(" sh:node ex:s").append(to).append(" .\n");
      }
      for (int k = 0; k < 8; k++)
        for (int i = 0; i < 8; i++)
          for (int j = 0; j < 8; j++) reach[i][j] |= reach[i][k] && reach[k][j];
      boolean recursive = false;
      for (int i = 0; i < 8; i++) recursive |= reach[i][i];
      boolean refused = !Reading.turtle(text.toString()).errors().isEmpty();
      assertEquals(recursive, refused, "seed " + seed + "\n" + text);
    }
  }

  @Test
  void longCycle() {
    int length = 100_000;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++)
      text.append("ex:s").append(i).append(" sh:node ex:s").append((i + 1) % length).append(" .\n");
    Diagnostic it = Reading.turtle(text.toString()).errors().getFirst();
    assertEquals("E0320", it.code());
    assertTrue(
        it.message().length() < 2000 && it.message().endsWith("100000 shapes"), it.message());
  }

  @Test
  void longChainIsALimit() {
    StringBuilder text = new StringBuilder("ex:s100000 sh:class ex:C .\n");
    for (int i = 0; i < 100_000; i++)
      text.append("ex:s").append(i).append(" sh:node ex:s").append(i + 1).append(" .\n");
    assertEquals("E0822", Reading.turtle(text.toString()).errors().getFirst().code());
  }

  @Test
  void nestingWithinTheLimitIsRead() {
    int depth = 900;
    String text = "ex:S " + "sh:not [ ".repeat(depth) + "sh:class ex:C" + " ]".repeat(depth) + " .";
    Reading.Result result = Reading.turtle(text);
    assertEquals(List.of(), result.findings());
    assertEquals(depth + 1, result.program().shapes().size());
  }

  @Test
  void longListsAndManyShapes() {
    StringBuilder text = new StringBuilder("ex:S sh:in (" + " ex:x".repeat(100_000) + ") .\n");
    text.append("ex:T sh:or (").append(" ex:S".repeat(100_000)).append(") .\n");
    for (int i = 0; i < 20_000; i++)
      text.append("ex:s").append(i).append(" sh:property [ sh:path ex:p ; sh:minCount 1 ] .\n");
    Reading.Result result = Reading.turtle(text.toString());
    assertEquals(List.of(), result.findings());
    assertEquals(40_002, result.program().shapes().size());
  }

  @Test
  void pathsThatAreTooDeepOrTooLongAreALimit() {
    String deep = "[ sh:inversePath ".repeat(200) + "ex:p" + " ]".repeat(200);
    assertEquals(
        "E0823",
        Reading.turtle("ex:S a sh:PropertyShape ; sh:path " + deep + " .")
            .errors()
            .getFirst()
            .code());
    StringBuilder wide =
        new StringBuilder("ex:S a sh:PropertyShape ; sh:path _:p0 . _:p40 sh:inversePath ex:p .\n");
    for (int i = 0; i < 40; i++) {
      String next = "_:p" + (i + 1);
      wide.append("_:p").append(i).append(" rdf:first ").append(next).append(" ; rdf:rest ( ");
      wide.append(next).append(" ) .\n");
    }
    assertEquals("E0823", Reading.turtle(wide.toString()).errors().getFirst().code());
  }

  @Test
  void manyErrorsAreCut() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) text.append("ex:s").append(i).append(" sh:class 1 .\n");
    Reading.Result result = Reading.turtle(text.toString());
    assertEquals(101, result.findings().size());
    assertEquals("900 more findings are not shown", result.findings().getLast().message());
  }
}
