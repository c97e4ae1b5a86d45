// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.rio.helpers.NTriplesUtil;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ontoc.lib.rdf4j.MalformedSource;
import org.ontoc.lib.rdf4j.PositionedRdf;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Shape;

/** Neither the order of triples nor the labels of blank nodes make a difference. */
class OrderTest {
  private static final String SHAPES =
      Reading.PREFIXES
          + """
          ex:B sh:property [ sh:path ex:q ; sh:minCount 1 ] , [ sh:path ex:p ; sh:maxCount 2 ] ,
              [ sh:path ex:p ; sh:class ex:D , ex:C ] ;
            sh:or ( [ sh:class ex:C ] [ sh:not [ sh:in ( 1 2 ) ] ] ) ;
            sh:targetNode ex:x , 1 , "a" ; sh:message "m" , "m"@de .
          ex:A sh:node ex:B ; sh:and ( ex:B [ sh:hasValue [] ] ) ; sh:targetClass ex:C .
          [] sh:targetNode ex:y ; sh:property
              [ sh:path ( ex:a ex:b ) ; sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1 ;
                sh:qualifiedValueShapesDisjoint true ] ,
              [ sh:path ex:b ; sh:qualifiedValueShape [ sh:class ex:D ] ; sh:qualifiedMaxCount 1 ] ,
              [ sh:path ex:c ; sh:qualifiedValueShape [ sh:class ex:E ] ; sh:qualifiedMaxCount 1 ] .
          [] sh:targetNode ex:z ; sh:nodeKind sh:IRI .
          ex:Twins sh:property [ sh:path ex:p ; sh:minCount 1 ] , [ sh:path ex:p ; sh:minCount 1 ] .
          ex:D rdfs:subClassOf ex:C . ex:C a owl:Class .
          """;

  /** The document as N-Triples lines, with the labels of blank nodes shuffled too. */
  private static List<String> lines(Source source, Random random) throws MalformedSource {
    List<String> lines = new ArrayList<>();
    PositionedRdf.read(
        source,
        "http://example.org/",
        (s, p, o, _, _, _) ->
            lines.add(
                NTriplesUtil.toNTriplesString(s)
                    + " "
                    + NTriplesUtil.toNTriplesString(p)
                    + " "
                    + NTriplesUtil.toNTriplesString(o)
                    + " ."));
    List<String> labels =
        lines.stream()
            .flatMap(it -> java.util.regex.Pattern.compile("_:\\w+").matcher(it).results())
            .map(java.util.regex.MatchResult::group)
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(labels, random);
    Map<String, String> names = new java.util.HashMap<>();
    for (String label : labels) names.put(label, "_:x" + names.size());
    Collections.shuffle(lines, random);
    return lines.stream()
        .map(
            it ->
                java.util.regex.Pattern.compile("_:\\w+")
                    .matcher(it)
                    .replaceAll(found -> names.getOrDefault(found.group(), "")))
        .toList();
  }

  private static String content(Reading.Result result) {
    assertEquals(List.of(), result.errors());
    // without positions, which differ by intent
    return (result.program().shapes() + "\n" + result.program().ontology())
        .replaceAll("at=[^,\\]]*", "at=");
  }

  private static void check(Source source, int rounds) throws MalformedSource {
    String expected = null;
    for (int seed = 0; seed < rounds; seed++) {
      String text = String.join("\n", lines(source, new Random(seed))) + "\n";
      String found = content(Reading.of(Reading.source("d", "application/n-triples", text)));
      if (expected == null) expected = found;
      assertEquals(expected, found, source.name() + " seed " + seed);
    }
  }

  @Test
  void ofTriples() throws MalformedSource {
    check(Reading.source("s.ttl", "text/turtle", SHAPES), 50);
  }

  @Test
  void ofTriplesInTheSuite() throws IOException, MalformedSource {
    Path folder =
        Path.of(System.getProperty("ontoc.root", "."), "..", "shared")
            .normalize()
            .resolve("suites/shacl10/data-shapes-test-suite/tests/core");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no W3C SHACL suite at " + folder);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".ttl")).sorted().toList())
        check(Reading.file(file), 3);
    }
  }

  @Test
  void ofNamesAndNumbers() {
    List<Shape> shapes = Reading.of(Reading.source("s", "text/turtle", SHAPES)).program().shapes();
    String ids =
        shapes.stream()
            .map(it -> it.id().toString().replace("http://example.org/", ""))
            .collect(Collectors.joining(" "));
    int blanks = shapes.size() - 3;
    StringBuilder expected = new StringBuilder("<A> <B> <Twins>");
    // b2 is the blank node of sh:hasValue, which is no shape
    for (int i = 1; i <= blanks + 1; i++) if (i != 2) expected.append(" _:b").append(i);
    assertEquals(expected.toString(), ids);
  }

  @Test
  void identicalBlankShapesStayApartAndAreOrderedByPosition() {
    List<Shape> shapes = Reading.of(Reading.source("s", "text/turtle", SHAPES)).program().shapes();
    Shape twins =
        shapes.stream()
            .filter(it -> it.id().toString().contains("Twins"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, twins.constraints().size());
    assertNotEquals(
        twins.constraints().getFirst().shapes(), twins.constraints().getLast().shapes());
    List<Integer> columns =
        twins.constraints().stream()
            .map(it -> it.shapes().getFirst())
            .map(id -> shapes.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow())
            .map(it -> it.at().column())
            .toList();
    assertEquals(columns.stream().sorted().toList(), columns);
  }

  @Test
  void blankNodesOfSeveralDocumentsStayApart() {
    String left = Reading.PREFIXES + "ex:S sh:property _:x . _:x sh:path ex:p ; sh:minCount 1 .";
    String right = Reading.PREFIXES + "ex:S sh:property _:x . _:x sh:path ex:p ; sh:maxCount 1 .";
    Reading.Result result =
        Reading.of(
            Reading.source("a.ttl", "text/turtle", left),
            Reading.source("b.ttl", "text/turtle", right));
    assertEquals(List.of(), result.findings());
    assertEquals(3, result.program().shapes().size());
    byte[] bytes = left.getBytes(StandardCharsets.UTF_8);
    Reading.Result twice =
        Reading.of(Source.of("a", "text/turtle", bytes), Source.of("b", "text/turtle", bytes));
    assertEquals(3, twice.program().shapes().size());
  }
}
