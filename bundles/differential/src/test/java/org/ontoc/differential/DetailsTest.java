// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** What explains a result (sh:detail), by the compiled validators and by the reference. */
class DetailsTest {
  private static final int SHAPES = Integer.getInteger("differential.details", 10);
  private static final int DEPTH = 4;

  @Test
  void compiledValidatorsExplainLikeTheReference() throws IOException {
    int explained = 0;
    for (int number = 0; number < SHAPES; number++) {
      Generator.Batch batch = Generator.batch(77, number, 4);
      String shapes = Turtle.write(batch.shapes());
      Program program = Stages.program(shapes);
      List<String> data = batch.data().stream().map(Pair::nTriples).toList();
      List<List<String>> expected =
          data.stream().map(text -> Explanations.expected(program, text, DEPTH)).toList();
      Map<String, String> options =
          Map.of(
              "detail-depth",
              Integer.toString(DEPTH),
              "detail-results",
              "999999",
              "profile",
              number % 8 == 0 ? "debug" : "quick",
              "run",
              number % 8 != 0 && number % 2 == 0 ? "library" : "process");
      RecordingContext context = new RecordingContext(options);
      Plan plan = Explanations.plan(program, context);
      List<List<ValidationResult>> c = Explanations.ofC(plan, data, context);
      assertEquals(expected, Explanations.texts(c), shapes);
      List<List<ValidationResult>> jvm = Explanations.of("jvm", plan, data, context);
      assertEquals(Explanations.placed(c), Explanations.placed(jvm), shapes);
      explained += expected.stream().flatMap(List::stream).filter(it -> !it.endsWith("[]")).count();
    }
    assertTrue(explained > SHAPES / 2, explained + " results were explained");
  }
}
