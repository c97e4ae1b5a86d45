// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.graph.GraphAssembler;
import org.ontoc.runtime.bitactor.graph.GraphDisassembler;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphMutations;
import org.ontoc.runtime.bitactor.graph.GraphOpcode;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.ontoc.runtime.bitactor.graph.GraphWriter;

/** Images of graph mode: what is written is read, what lies is refused. */
final class GraphImageTest {
  private static final String PREFIXES =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"
          + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
          + "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n";

  /** With a constraint for each instruction. */
  static final String ALL =
      PREFIXES
          + """
          ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:targetNode ex:n ; sh:targetSubjectsOf ex:p ;
            sh:targetObjectsOf ex:q ; sh:closed true ; sh:ignoredProperties ( rdf:type ex:r ) ;
            sh:nodeKind sh:BlankNodeOrIRI ; sh:not [ sh:hasValue ex:bad ] ;
            sh:and ( ex:T [ sh:nodeKind sh:IRI ] ) ; sh:or ( ex:T [ sh:class ex:D ] ) ;
            sh:xone ( [ sh:class ex:C ] [ sh:class ex:D ] ) ; sh:node ex:T ;
            sh:property ex:P , ex:Q , ex:R .
          ex:T a sh:NodeShape ; sh:property [ sh:path ex:r ; sh:minCount 1 ] .
          ex:P sh:path ex:p ; sh:minCount 1 ; sh:maxCount 5 ; sh:hasValue "a"@en ;
            sh:datatype rdf:langString ; sh:languageIn ( "en" "de-AT" ) ; sh:uniqueLang true ;
            sh:pattern "^[a-c]+$" ; sh:minLength 1 ; sh:maxLength 9 ; sh:in ( "a"@en "b"@de ) .
          ex:Q sh:path ( ex:q [ sh:inversePath ex:p ] ) ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
            sh:maxInclusive 9 ; sh:minExclusive 0 ; sh:maxExclusive 10 ; sh:equals ex:p ;
            sh:disjoint ex:r .
          ex:R sh:path [ sh:inversePath ex:q ] ;
            sh:qualifiedValueShape [ sh:class ex:D ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 2 .
          ex:U sh:path ex:r ; sh:targetClass ex:D ; sh:lessThan ex:p ; sh:lessThanOrEquals ex:q .
          """;

  private static byte[] image(String shapes, Map<String, String> options) {
    return Compiled.of(shapes, options).artifact("signals.bitc");
  }

  private static GraphImage read(byte[] bytes) {
    try {
      return GraphReader.read(bytes);
    } catch (ImageException refused) {
      throw new AssertionError(refused);
    }
  }

  private static Set<GraphOpcode> opcodes(GraphImage image) {
    Set<GraphOpcode> all = EnumSet.noneOf(GraphOpcode.class);
    image.code().forEach(instruction -> all.add(instruction.opcode()));
    return all;
  }

  @Test
  void everyInstructionIsMadeAndAssembledAgain() throws ImageException {
    Set<GraphOpcode> made = EnumSet.noneOf(GraphOpcode.class);
    Map<String, String> patterns = Map.of("[a-c]+", "2000", "\\\\w{1,100}", "2000", "[a-d]+", "2");
    for (Map.Entry<String, String> states : patterns.entrySet()) {
      String shapes = ALL.replace("[a-c]+", states.getKey());
      byte[] bytes = image(shapes, Map.of("dfa-states", states.getValue()));
      assertArrayEquals(bytes, image(shapes, Map.of("dfa-states", states.getValue())));
      GraphImage image = read(bytes);
      made.addAll(opcodes(image));
      String text = GraphDisassembler.text(image);
      assertArrayEquals(bytes, GraphWriter.write(GraphAssembler.assemble(text)), text);
      assertEquals(text, GraphDisassembler.text(GraphAssembler.assemble(text)));
    }
    assertEquals(EnumSet.allOf(GraphOpcode.class), made);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ticks 1 0 | ticks 0 0 | the ticks of a focus node are wrong",
        "depth 1 | depth 2 | a handler's depth is wrong",
        "constant 1 5 | constant 1 4 | a predicate lacks a role",
        "MINCOUNT 0 1 | MINCOUNT 99 1 | there is no such check",
        "MINCOUNT 0 1 0 | MINCOUNT 0 1 -1 | a count is too large",
        "handler objects 1 | handler objects 9 | there is no such term",
        "target class 0 | target class 1 | there is no such class",
        "program 1 0 | program 77 0 | there is no such string"
      })
  void liesAreRefused(String truth, String lie, String reason) throws ImageException {
    String shape = "ex:S sh:path ex:p ; sh:targetClass ex:C ; sh:minCount 1 ; a sh:PropertyShape .";
    String text = GraphDisassembler.text(read(image(PREFIXES + shape, Map.of())));
    assertTrue(text.contains(truth), text);
    byte[] lying = GraphWriter.write(GraphAssembler.assemble(text.replaceFirst(truth, lie)));
    ImageException refused =
        assertThrows(ImageException.class, () -> GraphReader.read(lying), text);
    assertEquals(reason, refused.getMessage());
  }

  @Test
  void mutationsAreRefusedOrRun() {
    byte[] bytes = image(ALL, Map.of());
    String outcome = new GraphMutations(bytes, read(bytes), 42).run(5_000);
    String accepted = outcome.replaceAll("^\\d+ mutations, (\\d+) accepted.*", "$1");
    assertNotEquals("0", accepted, outcome);
    assertEquals(outcome, new GraphMutations(bytes, read(bytes), 42).run(5_000));
  }

  private static String chain(int length) {
    StringBuilder shapes = new StringBuilder(PREFIXES);
    shapes.append("ex:s1 sh:targetNode ex:n .\n");
    for (int i = 1; i < length; i++)
      shapes.append("ex:s" + i + " a sh:NodeShape ; sh:node ex:s" + (i + 1) + " .\n");
    return shapes + "ex:s" + length + " a sh:NodeShape ; sh:nodeKind sh:Literal .\n";
  }

  @Test
  void chainsAreAsLongAsTheirLimit(@TempDir Path folder) throws Exception {
    Compiled longest = Compiled.of(chain(GraphImage.DEEPEST), Map.of("detail", "false"));
    assertEquals(List.of(), longest.findings());
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator =
        Built.open(longest.plan(), folder, longest.context()).orElseThrow()) {
      byte[] data = "<urn:a> <urn:b> <urn:c> .\n".getBytes(StandardCharsets.UTF_8);
      validator.validate(
          List.of(Source.of("d.nt", "application/n-triples", data)),
          results::add,
          longest.context());
    }
    assertEquals(1, results.size());
  }

  @Test
  void queriesAndBudgetsAreRefusedWithTheirPlace() {
    String query =
        "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql\n"
            + "[ sh:select 'SELECT $this WHERE { $this <urn:p> 1 }' ] .";
    assertEquals(
        List.of("E0524 4 the back end bitactor cannot compile a SPARQL-based constraint"),
        Compiled.of(PREFIXES + query, Map.of()).findings());
    String shape = "ex:S a sh:NodeShape ; sh:targetNode ex:n ; sh:nodeKind sh:IRI .";
    assertEquals(
        List.of("E0535 0 a budget is given, and no shape is chosen as a record"),
        Compiled.of(PREFIXES + shape, Map.of("budget", "8")).findings());
  }
}
