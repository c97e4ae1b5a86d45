// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.frontend.owl.OwlFrontEnd;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Ontology;
import org.ontoc.pipeline.tck.RecordingContext;

/** Shapes held against an ontology that the other front end read. */
class OntologyTest {
  private static final String ONTOLOGY =
      Linting.PREFIXES
          + """
          <http://example.org/> a owl:Ontology .
          ex:Person a owl:Class .
          ex:Student a owl:Class ; rdfs:subClassOf ex:Person .
          ex:Course a owl:Class .
          ex:takes a owl:ObjectProperty ; rdfs:domain ex:Student ; rdfs:range ex:Course .
          ex:age a owl:DatatypeProperty ; rdfs:domain ex:Person ; rdfs:range xsd:integer .
          """;

  private static List<Diagnostic> lint(String turtle) {
    RecordingContext context = new RecordingContext();
    Ontology ontology =
        new OwlFrontEnd().apply(List.of(Linting.source("o.ttl", ONTOLOGY)), context).ontology();
    return Linting.lint(turtle, ontology).stream()
        .filter(it -> it.code().startsWith("W04"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ex:S sh:targetClass ex:Student ; sh:property [ sh:path ex:takes ; sh:class ex:Course ] . ||
          ex:S sh:targetClass ex:Person ; sh:property [ sh:path ex:age ; sh:datatype xsd:int ] .   ||
          ex:S sh:targetClass ¦ex:Studnet ; sh:nodeKind sh:IRI . | W0410 | Did you mean <http://example.org/Student>?
          ex:S sh:targetClass ex:Student ; sh:class ¦ex:Human .  | W0410 | Check the spelling, or declare it
          ex:S sh:targetClass ex:Student ; sh:class <http://other.org/X> .  | W0410 | Check the namespace, or add the ontology that declares it
          ex:S sh:targetSubjectsOf ¦ex:tekes ; sh:nodeKind sh:IRI . | W0411 | Did you mean <http://example.org/takes>?
          ex:S sh:targetClass ex:Person ; sh:property [ sh:path ( [ sh:inversePath ex:takes ] ¦ex:ages ) ] . | W0411 | Did you mean <http://example.org/age>?
          ex:S sh:targetClass ex:Person ; sh:equals ¦ex:aeg . | W0411 | Did you mean <http://example.org/age>?
          ex:S sh:targetClass ex:Student ; sh:property [ sh:path ex:takes ; sh:class ¦ex:Person ] . | W0412 | Correct the shape or the range
          ex:S sh:targetClass ex:Course ; sh:property [ sh:path ¦ex:takes ; sh:class ex:Course ] . | W0412 | Correct the shape or the domain
          ex:S sh:targetClass ex:Person ; sh:property [ sh:path ex:age ; ¦sh:class ex:Course ] . | W0412 | Correct the shape or the declaration
          ex:S sh:targetClass ex:Person ; sh:property [ sh:path ex:age ; sh:datatype ¦xsd:string ] . | W0412 | Correct the shape or the range
          ex:S sh:targetClass ex:Student ; sh:property [ sh:path ex:takes ; ¦sh:nodeKind sh:Literal ] . | W0412 | Correct the shape or the declaration
          ex:S sh:targetClass ¦ex:takes ; sh:nodeKind sh:IRI . | W0413 | Correct the term
          ex:S sh:targetClass ex:Student ; sh:property [ sh:path ¦ex:Course ; sh:minCount 1 ] . | W0413 | Correct the term
          """)
  void isHeldAgainstTheOntology(String text, String code, String hint) {
    List<Diagnostic> found = lint(text.replace("¦", ""));
    assertEquals(
        code == null ? List.of() : List.of(code), found.stream().map(Diagnostic::code).toList());
    int mark = text.codePointCount(0, Math.max(0, text.indexOf('¦'))) + 1;
    if (mark > 1)
      assertEquals(
          "2:" + mark, found.getFirst().at().line() + ":" + found.getFirst().at().column());
    if (code != null) assertEquals(hint, found.getFirst().hint());
  }

  @Test
  void pointsAtTheDeclaration() {
    Diagnostic found = lint("ex:S sh:targetClass ex:Studnet ; sh:nodeKind sh:IRI .").getFirst();
    assertEquals("o.ttl:4:1", found.notes().getFirst().at().toString());
  }

  @Test
  void declarationsAmongTheShapesAreNoOntology() {
    assertEquals(
        List.of(),
        Linting.lint("ex:C a owl:Class . ex:S sh:targetClass ex:D ; sh:nodeKind sh:IRI ."));
  }
}
