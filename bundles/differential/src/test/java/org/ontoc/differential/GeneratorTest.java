// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final List<String> FORMS =
      List.of(
          "Predicate",
          "Inverse",
          "Sequence",
          "Alternative",
          "ZeroOrMore",
          "OneOrMore",
          "ZeroOrOne");
  private static final String ORDERED =
      "boolean byte date dateTime dateTimeStamp dayTimeDuration decimal double duration float gDay"
          + " gMonth gMonthDay gYear gYearMonth int integer language long negativeInteger"
          + " NCName NMTOKEN Name nonNegativeInteger nonPositiveInteger normalizedString"
          + " positiveInteger short string time token unsignedByte unsignedInt unsignedLong"
          + " unsignedShort yearMonthDuration";

  /** Nothing is less than a literal of these. */
  private static final String UNORDERED = "HTML anyURI base64Binary datatype hexBinary langString";

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

  /** Counted are focus nodes that a component has a result for, and those that it has none for. */
  @Test
  void everyComponentPathDatatypeAndTargetHasBothOutcomes() {
    Coverage coverage = new Coverage();
    for (int number = 0; number < 8000; number++)
      coverage.add(REFERENCE, Generator.batch(12, number, 3));
    Map<String, Coverage.Count> seen = coverage.seen();
    List<String> both = new ArrayList<>(Coverage.COMPONENTS.keySet());
    for (String form : List.of("Predicate", "Inverse", "Sequence", "Alternative", "OneOrMore"))
      both.add("path " + form);
    for (String form : FORMS) both.add("path inside " + form);
    both.addAll(List.of("targetClass", "targetSubjectsOf", "targetObjectsOf", "implicit class"));
    both.addAll(List.of("deactivated", "message plain", "message tagged", "message absent"));
    for (String severity : List.of("Info", "Warning", "Violation", "Grave", "absent"))
      both.add("severity " + severity);
    for (String what : both) assertAtLeast(15, 15, what, seen);
    for (String type : (ORDERED + " " + UNORDERED).split(" "))
      assertAtLeast(5, 1, "datatype " + type, seen);
    for (String type : ORDERED.split(" ")) assertAtLeast(5, 1, "order " + type, seen);
    for (String type : UNORDERED.split(" ")) assertAtLeast(5, 0, "order " + type, seen);
    // a node target always has a focus node, and the value nodes of p* and p? include it
    for (String what : List.of("targetNode", "path ZeroOrMore", "path ZeroOrOne", "sibling shapes"))
      assertAtLeast(15, 0, what, seen);
  }

  private static void assertAtLeast(
      int with, int without, String what, Map<String, Coverage.Count> seen) {
    Coverage.Count count = seen.getOrDefault(what, new Coverage.Count(0, 0));
    assertTrue(count.with() >= with && count.without() >= without, what + " " + count);
  }
}
