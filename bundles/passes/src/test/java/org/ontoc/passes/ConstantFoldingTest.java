// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.ontoc.passes.Shapes.AT;
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
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.tck.RecordingContext;

class ConstantFoldingTest {
  private static Program run(Program program) {
    return new ConstantFolding().apply(program, new RecordingContext());
  }

  /** The constraint next to one that never goes. */
  private static void assertFolded(boolean expected, Path path, Constraint constraint) {
    Constraint fixed = new Constraint.MaxCount(3, AT);
    Program program = program(targeted(property("s", path, fixed, constraint)), node("empty"));
    if (expected) {
      assertEquals(List.of(fixed), run(program).shapes().getFirst().constraints());
    } else {
      assertSame(program, run(program), constraint.toString());
    }
  }

  @Test
  void trivialCounts() {
    assertFolded(true, path("p"), new Constraint.MinCount(0, AT));
    assertFolded(false, path("p"), new Constraint.MinCount(1, AT));
    assertFolded(true, path("p"), new Constraint.MaxCount(Long.MAX_VALUE, AT));
    assertFolded(false, path("p"), new Constraint.MaxCount(0, AT));
    assertFolded(true, path("p"), qualified(OptionalLong.of(0), OptionalLong.empty()));
    assertFolded(false, path("p"), qualified(OptionalLong.of(0), OptionalLong.of(0)));
    assertFolded(false, path("p"), qualified(OptionalLong.of(1), OptionalLong.empty()));
  }

  private static Constraint qualified(OptionalLong min, OptionalLong max) {
    return new Constraint.QualifiedValueShape(ex("empty"), min, max, List.of(), AT);
  }

  @Test
  void lengthZeroStaysForBlankNodesHaveNoLength() {
    assertFolded(false, path("p"), new Constraint.MinLength(0, AT));
    assertFolded(false, path("p"), new Constraint.MaxLength(Long.MAX_VALUE, AT));
    assertFolded(false, path("p"), new Constraint.Pattern("", "", AT));
  }

  @Test
  void pathsOfNoLengthFindTheFocusNode() {
    Path optional = new Path.ZeroOrOne(path("p"));
    Path many = new Path.ZeroOrMore(path("p"));
    assertFolded(true, many, new Constraint.MinCount(1, AT));
    assertFolded(false, many, new Constraint.MinCount(2, AT));
    assertFolded(true, new Path.Inverse(optional), new Constraint.MinCount(1, AT));
    assertFolded(true, new Path.Sequence(List.of(optional, many)), new Constraint.MinCount(1, AT));
    assertFolded(
        false, new Path.Sequence(List.of(optional, path("q"))), new Constraint.MinCount(1, AT));
    assertFolded(
        true, new Path.Alternative(List.of(path("q"), many)), new Constraint.MinCount(1, AT));
    assertFolded(false, new Path.OneOrMore(path("p")), new Constraint.MinCount(1, AT));
  }

  @Test
  void subjectsAreNoLiterals() {
    Constraint resource = kind(NodeKind.BLANK_NODE_OR_IRI);
    Path inverse = new Path.Inverse(path("p"));
    assertFolded(true, inverse, resource);
    assertFolded(false, inverse, kind(NodeKind.IRI));
    assertFolded(false, path("p"), resource);
    assertFolded(true, new Path.Sequence(List.of(path("p"), inverse)), resource);
    assertFolded(false, new Path.Sequence(List.of(inverse, path("p"))), resource);
    assertFolded(
        true, new Path.Inverse(new Path.Sequence(List.of(path("p"), path("q")))), resource);
    assertFolded(false, new Path.Inverse(new Path.Sequence(List.of(inverse, path("q")))), resource);
    assertFolded(true, new Path.OneOrMore(inverse), resource);
    assertFolded(false, new Path.ZeroOrMore(inverse), resource);
  }

  @Test
  void focusNodesOfClassesAreNoLiterals() {
    Target type = new Target.Class(ex("C"), false, AT);
    Target objects = new Target.ObjectsOf(ex("p"), AT);
    Shape shape = node("s", kind(NodeKind.BLANK_NODE_OR_IRI), kind(NodeKind.IRI));
    Program folded = run(program(targeted(shape, type, new Target.SubjectsOf(ex("p"), AT))));
    assertEquals(List.of(kind(NodeKind.IRI)), folded.shapes().getFirst().constraints());
    Program unknown = program(targeted(shape, type, objects));
    assertSame(unknown, run(unknown));
    // Another shape may ask about a literal.
    Program referred =
        program(targeted(shape, type), targeted(property("t", path("p"), refer("s"))));
    assertSame(referred, run(referred));
  }

  @Test
  void constantFocusNodes() {
    Literal text =
        new Literal("hi", new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), "EN");
    Literal lower = new Literal("hi", text.datatype(), "en");
    Constraint[] held = {
      new Constraint.In(List.of(ex("x"), lower), AT),
      new Constraint.HasValue(lower, AT),
      new Constraint.MinLength(2, AT),
      new Constraint.MaxLength(2, AT),
      new Constraint.Datatype(text.datatype(), AT),
      kind(NodeKind.LITERAL)
    };
    Shape shape = targeted(node("s", held), new Target.Node(text, AT));
    // What has no constraints needs no targets.
    assertEquals(program(node("s")), run(program(shape)));

    Constraint[] violated = {
      new Constraint.In(List.of(ex("x")), AT),
      new Constraint.HasValue(ex("x"), AT),
      new Constraint.MinLength(3, AT),
      new Constraint.MaxLength(1, AT),
      new Constraint.Datatype(ex("x"), AT),
      kind(NodeKind.IRI)
    };
    Program kept = program(targeted(node("s", violated), new Target.Node(text, AT)));
    assertSame(kept, run(kept));
    Program two =
        program(
            targeted(
                node("s", kind(NodeKind.LITERAL)),
                new Target.Node(text, AT),
                new Target.Node(ex("x"), AT)));
    assertSame(two, run(two));
    Program blank =
        program(
            targeted(
                node("s", new Constraint.MinLength(0, AT)),
                new Target.Node(new BlankNode("b"), AT)));
    assertSame(blank, run(blank));
    // A literal may be ill-formed.
    Literal number = Literal.xsd("x", "integer");
    Program typed =
        program(
            targeted(
                node("s", new Constraint.Datatype(number.datatype(), AT)),
                new Target.Node(number, AT)));
    assertSame(typed, run(typed));
    // The nodes of a path are not the focus nodes.
    Program walked = program(targeted(property("s", path("p"), held), new Target.Node(text, AT)));
    assertSame(walked, run(walked));
  }

  @Test
  void referencesToWhatAlwaysConforms() {
    Constraint fixed = kind(NodeKind.IRI);
    Program program =
        program(
            targeted(
                node(
                    "a",
                    fixed,
                    refer("empty"),
                    has("off"),
                    new Constraint.And(List.of(ex("empty"), ex("off")), AT),
                    new Constraint.And(List.of(ex("empty"), ex("b")), AT),
                    new Constraint.Or(List.of(ex("b"), ex("empty")), AT),
                    new Constraint.Xone(List.of(ex("empty")), AT),
                    new Constraint.Xone(List.of(ex("empty"), ex("b")), AT),
                    new Constraint.Not(ex("empty"), AT),
                    new Constraint.Or(List.of(), AT),
                    refer("b"))),
            deactivated(property("off", path("p"), fixed)),
            node("empty"),
            node("b", fixed));
    assertEquals(
        List.of(
            fixed,
            new Constraint.And(List.of(ex("b")), AT),
            new Constraint.Xone(List.of(ex("empty"), ex("b")), AT),
            new Constraint.Not(ex("empty"), AT),
            new Constraint.Or(List.of(), AT),
            refer("b")),
        run(program).shapes().getFirst().constraints());
  }

  @Test
  void provenShapesProveOthers() {
    Program program =
        program(
            targeted(node("a", has("b"))),
            property("b", path("p"), refer("c"), new Constraint.MinCount(0, AT)),
            node("c", new Constraint.And(List.of(), AT)));
    assertEquals(program(node("a"), property("b", path("p")), node("c")), run(program));
  }

  @Test
  void recursionProvesNothing() {
    Program program = program(targeted(node("a", refer("b"))), node("b", refer("a")));
    assertSame(program, run(program));
  }
}
