// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.ontoc.passes.Shapes.AT;
import static org.ontoc.passes.Shapes.ELSEWHERE;
import static org.ontoc.passes.Shapes.deactivated;
import static org.ontoc.passes.Shapes.ex;
import static org.ontoc.passes.Shapes.has;
import static org.ontoc.passes.Shapes.kind;
import static org.ontoc.passes.Shapes.node;
import static org.ontoc.passes.Shapes.path;
import static org.ontoc.passes.Shapes.program;
import static org.ontoc.passes.Shapes.property;
import static org.ontoc.passes.Shapes.refer;
import static org.ontoc.passes.Shapes.targeted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.tck.RecordingContext;

class DeadShapesTest {
  private static Program run(Program program) {
    return new DeadShapes().apply(program, new RecordingContext());
  }

  @Test
  void keepsWhatTargetsReach() {
    Program program =
        program(
            property("b", path("p"), refer("c")),
            targeted(node("a", has("b"))),
            node("c", kind(NodeKind.IRI), refer("c")));
    assertSame(program, run(program));
  }

  @Test
  void removesWhatNothingReaches() {
    Program program =
        program(
            node("x", refer("y")),
            node("y", refer("x")),
            targeted(node("a", refer("c"))),
            node("c"));
    assertEquals(program(program.shapes().get(2), program.shapes().get(3)), run(program));
    assertEquals(program(), run(program(node("only"))));
  }

  @Test
  void deactivatedShapesReachNothing() {
    Program program =
        program(
            deactivated(targeted(node("off", refer("x")))),
            targeted(node("a", refer("d"))),
            deactivated(targeted(node("d", refer("x")))),
            node("x"));
    assertEquals(program(targeted(node("a", refer("d"))), deactivated(node("d"))), run(program));
  }

  @Test
  void removesTargetsThatSelectTheSame() {
    Target.Class one = new Target.Class(ex("C"), true, AT);
    Target.Class again = new Target.Class(ex("C"), false, ELSEWHERE);
    Target.Node node = new Target.Node(ex("C"), AT);
    Target.SubjectsOf subjects = new Target.SubjectsOf(ex("C"), AT);
    Target.ObjectsOf objects = new Target.ObjectsOf(ex("C"), AT);
    Program program = program(targeted(node("a"), one, node, again, subjects, objects, subjects));
    assertEquals(List.of(one, node, subjects, objects), run(program).shapes().getFirst().targets());
  }
}
