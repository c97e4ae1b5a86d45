// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final Engine REFERENCE = new ReferenceEngine("reference", false);

  @Test
  void aSeedMakesTheSamePairs() {
    assertEquals(Generator.batch(7, 3, 4), Generator.batch(7, 3, 4));
    assertNotEquals(Generator.batch(7, 3, 4), Generator.batch(7, 4, 4));
    assertNotEquals(Generator.batch(7, 3, 4), Generator.batch(8, 3, 4));
  }

  @Test
  void allShapesAreAcceptedByTheFrontEnd() {
    for (int number = 0; number < 500; number++) {
      Pair pair = Generator.batch(11, number, 1).pair(0);
      assertInstanceOf(Verdict.Report.class, REFERENCE.validate(pair), pair::shapesText);
    }
  }

  @Test
  void disjointnessOfQualifiedValueShapesMatters() {
    Set<Boolean> differs = new TreeSet<>();
    for (int number = 0; number < 300; number++) {
      Pair pair = Generator.batch(13, number, 1).pair(0);
      if (!new ShapeGraph(pair.shapes()).hasSiblings()) continue;
      List<Shape> without =
          pair.shapes().stream()
              .map(
                  shape ->
                      shape.with(
                          shape.parameters().stream()
                              .filter(p -> !p.name().equals("qualifiedValueShapesDisjoint"))
                              .toList()))
              .toList();
      differs.add(!REFERENCE.validate(pair).equals(REFERENCE.validate(pair.withShapes(without))));
    }
    assertEquals(Set.of(true, false), differs);
  }

  @Test
  void everyComponentPathAndTargetHasBothOutcomes() {
    Coverage coverage = new Coverage();
    for (int number = 0; number < 600; number++)
      coverage.add(REFERENCE, Generator.batch(12, number, 5));
    Set<String> expected = new TreeSet<>(Coverage.COMPONENTS.keySet());
    for (String form :
        List.of(
            "Predicate",
            "Inverse",
            "Sequence",
            "Alternative",
            "ZeroOrMore",
            "OneOrMore",
            "ZeroOrOne")) {
      expected.add("path " + form);
      expected.add("path inside " + form);
    }
    expected.addAll(
        List.of(
            "targetNode",
            "targetClass",
            "targetSubjectsOf",
            "targetObjectsOf",
            "implicit class",
            "deactivated",
            "sibling shapes"));
    assertEquals(expected, coverage.seen().keySet());
    // a node target always has a focus node, the value nodes of p* and p? include the focus node,
    // and sibling shapes are only counted
    coverage
        .seen()
        .keySet()
        .removeAll(Set.of("targetNode", "path ZeroOrMore", "path ZeroOrOne", "sibling shapes"));
    coverage.seen().forEach((what, outcomes) -> assertEquals(Set.of(true, false), outcomes, what));
  }
}
