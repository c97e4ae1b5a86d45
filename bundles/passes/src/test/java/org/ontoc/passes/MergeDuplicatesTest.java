// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.ontoc.passes.Shapes.AT;
import static org.ontoc.passes.Shapes.ELSEWHERE;
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
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.RecordingContext;

class MergeDuplicatesTest {
  private static final Constraint IRI = kind(NodeKind.IRI);
  private static final Constraint SAME = new Constraint.NodeKind(NodeKind.IRI, ELSEWHERE);

  private static Program run(Program program) {
    return new MergeDuplicates().apply(program, new RecordingContext());
  }

  private static Constraint and(String... members) {
    return new Constraint.And(List.of(members).stream().map(m -> (Term) ex(m)).toList(), AT);
  }

  @Test
  void equalConstraintsOfATestedShapeAreOne() {
    Program program =
        program(targeted(node("a", refer("b"))), node("b", IRI, SAME, kind(NodeKind.LITERAL)));
    assertEquals(List.of(IRI, kind(NodeKind.LITERAL)), run(program).shapes().get(1).constraints());
  }

  @Test
  void equalConstraintsOfAReportedShapeHaveAResultEach() {
    Program program =
        program(
            targeted(node("a", and("c"), and("c"), has("p"))),
            property("p", path("p"), IRI, SAME),
            node("c", IRI));
    assertSame(program, run(program));
  }

  @Test
  void aShapeThatIsTestedAndReportedStays() {
    Program program = program(targeted(node("a", refer("b"))), targeted(node("b", IRI, SAME)));
    assertSame(program, run(program));
  }

  @Test
  void repeatedMembersOfLists() {
    Program program =
        program(
            targeted(
                node(
                    "a",
                    and("b", "c", "b"),
                    new Constraint.Or(List.of(ex("c"), ex("c")), AT),
                    new Constraint.Xone(List.of(ex("c"), ex("c")), AT),
                    new Constraint.In(List.of(ex("v"), ex("w"), ex("v")), AT))),
            node("b", IRI),
            node("c", IRI));
    assertEquals(
        List.of(
            and("b", "c"),
            new Constraint.Or(List.of(ex("c")), AT),
            // Nothing conforms to exactly 1 of a shape and itself.
            new Constraint.Xone(List.of(ex("c"), ex("c")), AT),
            new Constraint.In(List.of(ex("v"), ex("w")), AT)),
        run(program).shapes().getFirst().constraints());
  }

  @Test
  void constraintsOfConjoinedShapes() {
    Constraint literal = kind(NodeKind.LITERAL);
    Program program =
        program(targeted(node("a", and("b", "c"))), node("b", IRI), node("c", SAME, literal));
    assertEquals(List.of(literal), run(program).shapes().get(2).constraints());
    // Another constraint asks the second one alone.
    Program shared =
        program(
            targeted(node("a", and("b", "c"), new Constraint.Not(ex("c"), AT))),
            node("b", IRI),
            node("c", SAME, literal));
    assertSame(shared, run(shared));
    // A property shape is asked about other nodes.
    Program walked =
        program(
            targeted(node("a", and("b", "c"))),
            property("b", path("p"), IRI),
            node("c", SAME, literal));
    assertSame(walked, run(walked));
    // Of a disjunction each member stands alone.
    Program either =
        program(
            targeted(node("a", new Constraint.Or(List.of(ex("b"), ex("c")), AT))),
            node("b", IRI),
            node("c", SAME, literal));
    assertSame(either, run(either));
  }
}
