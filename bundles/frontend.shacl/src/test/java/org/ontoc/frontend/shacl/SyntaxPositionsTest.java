// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Positions;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;

/**
 * How precisely each syntax tells where a term stands: to the column in Turtle, TriG, N-Triples and
 * N-Quads, to the line of the start tag in RDF/XML, and only the document in JSON-LD. The codes and
 * columns of all findings in Turtle are in {@link IllFormedTest}.
 */
class SyntaxPositionsTest {
  private static final String SH = "<http://www.w3.org/ns/shacl#";
  private static final String EX = "<http://example.org/";
  private static final String RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  private static List<String> places(String type, String text) {
    return Reading.of(Reading.source("s", type, text)).places();
  }

  private static String column(String line, String term) {
    int index = line.indexOf(term);
    assertFalse(index < 0, term);
    return Integer.toString(line.codePointCount(0, index) + 1);
  }

  @ParameterizedTest
  @CsvSource({"text/turtle,false", "application/trig,false", "application/trig,true"})
  void listMembersToTheColumn(String type, boolean inGraph) {
    String body = "ex:😀 sh:in ( 1 _:x ) ; sh:languageIn ( \"en\" \"de\"@de ) .";
    String text = Reading.PREFIXES + (inGraph ? "ex:g { " : "") + body + (inGraph ? " }" : "");
    String line = text.lines().toList().getLast();
    assertEquals(
        List.of("W0307 2:" + column(line, "_:x"), "E0305 2:" + column(line, "\"de\"@de")),
        places(type, text).stream().sorted(java.util.Comparator.reverseOrder()).toList());
  }

  @ParameterizedTest
  @CsvSource({"application/n-triples,''", "application/n-quads,' <http://example.org/g>'"})
  void listMembersInLines(String type, String graph) {
    List<String> lines =
        List.of(
            EX + "S> " + SH + "languageIn> _:l" + graph + " .",
            "_:l " + RDF + "first> \"en\"" + graph + " .",
            "_:l " + RDF + "rest> _:m" + graph + " .",
            "_:m " + RDF + "first> \"de\"@de" + graph + " .",
            "_:m " + RDF + "rest> " + RDF + "nil>" + graph + " .");
    assertEquals(
        List.of("E0305 4:" + column(lines.get(3), "\"de\"@de")),
        places(type, String.join("\n", lines) + "\n"));
  }

  @ParameterizedTest
  @CsvSource({"application/rdf+xml"})
  void linesOfXml(String type) {
    String text =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:sh="http://www.w3.org/ns/shacl#">
          <sh:NodeShape rdf:about="http://example.org/S">
            <sh:nodeKind
                rdf:resource="http://www.w3.org/ns/shacl#Iri"/>
            <sh:minLengths>1</sh:minLengths>
          </sh:NodeShape>
        </rdf:RDF>
        """;
    List<Diagnostic> found = Reading.of(Reading.source("s", type, text)).findings();
    assertEquals(
        List.of("E0312 4", "E0301 6"),
        found.stream().map(it -> it.code() + " " + it.at().line()).toList());
  }

  @ParameterizedTest
  @CsvSource({"application/ld+json"})
  void theDocumentOfJson(String type) {
    String text =
        "{\"@id\": \"http://example.org/S\", \"@type\": \"http://www.w3.org/ns/shacl#NodeShape\","
            + " \"http://www.w3.org/ns/shacl#minLengths\": [1]}";
    Diagnostic found = Reading.of(Reading.source("s", type, text)).findings().getFirst();
    assertEquals("E0301", found.code());
    assertEquals("s", found.at().document());
  }

  /** ¦ stands before each value of the parameter in the order of their positions. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          in               | ex:S sh:in ( ¦ex:v "w" ¦ex:v ) .
          hasValue         | ex:S sh:hasValue "a" , ¦ex:v .
          class            | ex:S sh:class ex:C , ¦ex:v .
          and              | ex:S sh:and ( ex:A ¦ex:v ) . ex:A sh:class ex:C . ex:v sh:class ex:C .
          targetClass      | ex:S sh:targetClass ex:C , ¦ex:v ; sh:class ex:C .
          path             | ex:S sh:path ( ex:q [ sh:inversePath [ sh:zeroOrMorePath ¦ex:v ] ] ) ; sh:minCount 1 .
          message          | ex:S sh:class ex:C ; sh:message "b"@en , ¦"a" .
          ignoredProperties| ex:S sh:closed true ; sh:ignoredProperties ( ex:p ¦ex:v ) .
          """)
  void theProgramTellsWhereValuesStand(String parameter, String text) {
    Program program = Reading.turtle(text.replace("¦", "")).program();
    Iri name = new Iri("http://www.w3.org/ns/shacl#" + parameter);
    Positions positions = program.positions();
    Iri shape = new Iri("http://example.org/S");
    List<Origin> found =
        parameter.equals("message")
            ? positions.all(shape, name, Literal.string("a"))
            : positions.all(shape, name, new Iri("http://example.org/v"));
    String[] parts = text.split("¦", -1);
    int column = 1;
    for (int i = 0; i + 1 < parts.length; i++) {
      column += parts[i].length();
      assertEquals("shapes.ttl:2:" + column, found.get(i).toString());
    }
    assertEquals(parts.length - 1, found.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ex:C a ¦owl:Clas .                                        | owl:Class
          ex:p a ¦rdf:Propery .                                     | rdf:Property
          ex:C ¦rdfs:subClasOf ex:D .                               | rdfs:subClassOf
          ex:S a sh:NodeShape ; sh:hasValue ¦"5"^^xsd:integr .      | xsd:integer
          ex:S a sh:NodeShape ; sh:in ( 1 ¦"5"^^xsd:integr ) .      | xsd:integer
          ex:S a sh:NodeShape ; sh:datatype ¦xsd:integr .           | xsd:integer
          ex:S a sh:NodeShape ; sh:datatype ¦rdf:langStrin .        | rdf:langString
          ex:S a sh:NodeShape ; sh:targetClass ¦owl:Ting .          | owl:Thing
          ex:S sh:property [ sh:path ex:p ; ¦sh:minCounts 1 ] .     | sh:minCount
          ex:S a ¦sh:NodShape .                                     | sh:NodeShape
          """)
  void didYouMean(String text, String meant) {
    Diagnostic found = Reading.turtle(text.replace("¦", "")).findings().getFirst();
    assertEquals("Did you mean " + meant + "?", found.hint());
    assertEquals("2:" + (text.indexOf('¦') + 1), found.at().line() + ":" + found.at().column());
  }

  @ParameterizedTest
  @CsvSource({"ex:C a owl:Class . ex:L rdf:_1 ex:C ; rdfs:label \"x\"^^xsd:token ."})
  void whatExistsIsNotReported(String text) {
    assertEquals(List.of(), Reading.turtle(text).findings());
  }

  @ParameterizedTest
  @CsvSource({"text/turtle"})
  void shapesOfTwoDocumentsAreOne(String type) {
    String first = Reading.PREFIXES + "ex:S sh:minLength 1 ; sh:node _:b . _:b sh:class ex:C .";
    String second = Reading.PREFIXES + "ex:S sh:maxLength 2 ; sh:node _:b . _:b sh:class ex:D .";
    Reading.Result both =
        Reading.of(Reading.source("a.ttl", type, first), Reading.source("b.ttl", type, second));
    assertEquals(List.of(), both.findings());
    Shape shape = both.program().shapes().getFirst();
    // the blank nodes are two, though their labels are one
    assertEquals(4, shape.constraints().size());
    assertEquals(3, both.program().shapes().size());

    Reading.Result twice =
        Reading.of(
            Reading.source("a.ttl", type, first),
            Reading.source("b.ttl", type, second.replace("maxLength", "minLength")));
    Diagnostic found = twice.findings().getFirst();
    assertEquals("E0306 b.ttl:2:19", found.code() + " " + found.at());
    assertEquals("a.ttl:2:19", found.notes().getFirst().at().toString());
  }
}
