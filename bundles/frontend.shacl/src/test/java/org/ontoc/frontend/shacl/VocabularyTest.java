// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Program;

/**
 * What is not supported never means that data conforms: every term of SHACL and DASH, wherever it
 * stands, changes the program, validates nothing by its definition, or is refused where it stands.
 */
class VocabularyTest {
  private static final String NODE = "ex:S a sh:NodeShape ; sh:targetClass ex:T ";
  private static final String PROPERTY = "ex:S sh:path ex:p ; sh:targetClass ex:T ";

  /** The line of the term: the prefixes are in line 1, the rest of the shape in line 2. */
  private static final int LINE = 3;

  private static List<String[]> rows(String resource) throws IOException {
    try (InputStream in = VocabularyTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
          .toList();
    }
  }

  static Stream<String[]> properties() throws IOException {
    return rows("properties.txt").stream();
  }

  static Stream<String[]> classes() throws IOException {
    return rows("classes.txt").stream();
  }

  static Stream<String> terms() throws IOException {
    return Stream.concat(properties(), classes()).map(row -> row[0]).distinct();
  }

  /** One of {@code changes}, {@code nothing} and a code whose place is the term or its value. */
  private static String outcome(String shape, String with, String term, String value) {
    String base = shape + (with.isEmpty() ? "" : "; " + with);
    Reading.Result without = Reading.turtle(base + ".");
    Reading.Result result = Reading.turtle(base + ";\n" + term + " " + value + " .");
    if (!result.errors().isEmpty()) assertEquals(Program.EMPTY, result.program());
    List<String> before = without.places();
    List<Diagnostic> found =
        result.findings().stream()
            .filter(
                it -> !before.contains(it.code() + " " + it.at().line() + ":" + it.at().column()))
            .toList();
    if (!found.isEmpty()) {
      Diagnostic first = found.getFirst();
      // said of the shape, which is no longer complete
      if (value.equals("sh:PropertyShape")) return first.code();
      int column = first.at().column();
      assertEquals(LINE, first.at().line(), first::toString);
      assertTrue(column == 1 || column == term.length() + 2, first::toString);
      return first.code();
    }
    if (!without.errors().isEmpty()) return without.errors().getFirst().code();
    return result.program().equals(without.program()) ? "nothing" : "changes";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void onShapes(String term, String value, String with, String node, String property) {
    String found = outcome(NODE, with, term, value) + " | " + outcome(PROPERTY, with, term, value);
    assertEquals(node + " | " + property, found, term);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classes")
  void asTypes(String term, String expected) {
    assertEquals(expected, outcome(NODE, "", "a", term));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classes")
  void classesAreNoProperties(String term) {
    String expected = term.startsWith("sh:") ? "E0301" : "E0333";
    assertEquals(expected, outcome(NODE, "", term, "ex:x"));
    assertEquals(expected, outcome(PROPERTY, "", term, "ex:x"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("properties")
  void propertiesAreNoTypes(String term) {
    String expected = term.startsWith("sh:") ? "E0302" : "nothing";
    assertEquals(expected, outcome(NODE, "", "a", term));
  }

  /** As a predicate of the data, an ordinary IRI; as what makes a path or a target, refused. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("terms")
  void inPathsAndTargets(String term) {
    assertEquals("changes", outcome("ex:S sh:targetClass ex:T ", "", "sh:path", term));
    for (String target : Vocabulary.TARGETS) {
      assertEquals("changes", outcome(NODE, "", "sh:" + target, term));
    }
    assertEquals("E0332", outcome(NODE, "", "sh:target", term));
    boolean form = term.startsWith("sh:") && Vocabulary.PATH_FORMS.contains(term.substring(3));
    String value = term.equals("sh:alternativePath") ? "( ex:q ex:r )" : "ex:q";
    Reading.Result path =
        Reading.turtle("ex:S sh:minCount 1 ; sh:path\n[ " + term + " " + value + " ] .");
    if (form) {
      assertEquals(List.of(), path.findings());
      assertNotEquals(Program.EMPTY, path.program());
    } else {
      Diagnostic first = path.errors().getFirst();
      assertEquals("E0311", first.code());
      assertEquals(3, first.at().line());
      assertTrue(first.at().column() == 1 || first.at().column() == 3, first::toString);
    }
  }

  /** The lists of this front end and of the test are the same, so that neither grows unseen. */
  @Test
  void whatValidatesNothingIsListed() throws IOException {
    Set<String> listed =
        properties()
            .filter(row -> row[3].equals("nothing"))
            .map(row -> row[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>();
    Vocabulary.NON_VALIDATING.forEach(it -> known.add("sh:" + it));
    Vocabulary.DASH_NON_VALIDATING.forEach(it -> known.add("dash:" + it));
    assertEquals(known, listed);
  }

  @Test
  void everyKnownTermIsTested() throws IOException {
    Set<String> missing = new TreeSet<>();
    Stream.of(
            Vocabulary.NON_VALIDATING,
            Vocabulary.SHAPE_PROPERTIES,
            Vocabulary.TARGETS,
            Vocabulary.PATH_FORMS,
            Vocabulary.SPARQL,
            Vocabulary.ADVANCED,
            Vocabulary.DRAFT,
            Vocabulary.ELSEWHERE,
            Vocabulary.SEVERITIES,
            Vocabulary.CLASSES)
        .flatMap(Set::stream)
        .forEach(it -> missing.add("sh:" + it));
    ConstraintReader.parameters()
        .forEach(it -> missing.add("sh:" + Vocabulary.localName(it, Vocabulary.SH)));
    missing.removeAll(terms().collect(Collectors.toSet()));
    assertEquals(Set.of(), missing);
  }
}
