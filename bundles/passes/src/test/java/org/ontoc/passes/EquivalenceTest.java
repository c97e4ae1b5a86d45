// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.pipeline.tck.ReferenceValidator;
import org.ontoc.pipeline.tck.Triple;
import org.ontoc.planner.StandardPlanner;

/**
 * Whatever the passes do to random programs, random graphs have the same results, each as often as
 * before; and the passes do something.
 */
class EquivalenceTest {
  private static final int PROGRAMS = 2_000;
  private static final int GRAPHS = 5;
  private static final RecordingContext CONTEXT = new RecordingContext();

  private final Random random = new Random(7);
  private int changes;
  private long results;

  @Test
  void deadShapes() {
    check(pass(new DeadShapes()));
  }

  @Test
  void constantFolding() {
    check(pass(new ConstantFolding()));
  }

  @Test
  void mergeDuplicates() {
    check(pass(new MergeDuplicates()));
  }

  @Test
  void allInAnyOrder() {
    List<UnaryOperator<Program>> passes =
        new ArrayList<>(
            List.of(
                pass(new DeadShapes()),
                pass(new ConstantFolding()),
                pass(new MergeDuplicates()),
                EquivalenceTest::ordered,
                EquivalenceTest::shared));
    check(
        program -> {
          Collections.shuffle(passes, random);
          Program last = program;
          for (UnaryOperator<Program> pass : passes) last = pass.apply(last);
          return last;
        });
  }

  @Test
  void orderByCost() {
    check(EquivalenceTest::ordered);
  }

  @Test
  void sharedPaths() {
    check(EquivalenceTest::shared);
  }

  private static UnaryOperator<Program> pass(Pass pass) {
    return program -> pass.apply(program, CONTEXT);
  }

  private static Program ordered(Program program) {
    return program(
        new OrderByCost().apply(new StandardPlanner().apply(program, CONTEXT), CONTEXT), program);
  }

  private static Program shared(Program program) {
    return program(
        new SharedPaths().apply(new StandardPlanner().apply(program, CONTEXT), CONTEXT), program);
  }

  /** A program that does what the plan says: its paths, its checks in their order. */
  private static Program program(Plan plan, Program original) {
    List<Shape> shapes = new ArrayList<>();
    for (PlannedShape planned : plan.shapes()) {
      Shape s = planned.shape();
      List<Constraint> constraints = planned.checks().stream().map(Check::constraint).toList();
      Optional<org.ontoc.pipeline.ir.Path> path =
          planned.path() < 0 ? Optional.empty() : Optional.of(plan.paths().get(planned.path()));
      shapes.add(
          new Shape(
              s.id(),
              path,
              s.targets(),
              constraints,
              s.severity(),
              s.messages(),
              s.deactivated(),
              s.at()));
    }
    return original.withShapes(shapes);
  }

  private void check(UnaryOperator<Program> pass) {
    RandomPrograms generator = new RandomPrograms(random);
    for (int i = 0; i < PROGRAMS; i++) {
      Program program = generator.program();
      Program transformed = pass.apply(program);
      if (transformed.equals(program)) continue;
      changes++;
      for (int j = 0; j < GRAPHS; j++) {
        List<Triple> data = generator.data();
        Map<ReferenceValidator.Result, Integer> before = results(program, data, program);
        results += before.size();
        assertEquals(
            before,
            results(transformed, data, program),
            () -> "program\n" + program + "\nbecame\n" + transformed + "\ndata\n" + data);
      }
    }
    assertTrue(changes > PROGRAMS / 20, changes + " programs changed");
    assertTrue(results > changes, results + " results");
  }

  /** With the paths as written, which results show. */
  private static Map<ReferenceValidator.Result, Integer> results(
      Program program, List<Triple> data, Program original) {
    var shapes = original.shapesById();
    Map<ReferenceValidator.Result, Integer> counts = new HashMap<>();
    for (ReferenceValidator.Result r : ReferenceValidator.validate(program, data)) {
      Shape written = shapes.get(r.shape());
      boolean closed = r.component().value().contains("Closed");
      var path = closed || written == null ? r.path() : written.path();
      counts.merge(
          new ReferenceValidator.Result(
              r.focus(), path, r.value(), r.component(), r.shape(), r.severity()),
          1,
          Integer::sum);
    }
    return counts;
  }
}
