// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Shape;

/** What constraints, targets and paths become. */
class ConstraintsTest {
  private static String shorten(Object value) {
    return value
        .toString()
        .replace("http://example.org/", "ex:")
        .replace("http://www.w3.org/2001/XMLSchema#", "xsd:")
        .replace("shapes.ttl:", "");
  }

  private static List<Shape> shapes(String text) {
    Reading.Result result = Reading.turtle(text);
    assertEquals(List.of(), result.errors());
    return result.program().shapes();
  }

  private static Shape shape(String text, String id) {
    return shapes(text).stream()
        .filter(it -> shorten(it.id()).equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sh:class ex:C                  | Class[type=<ex:C>, at=2:6]
          sh:datatype xsd:date           | Datatype[datatype=<xsd:date>, at=2:6]
          sh:nodeKind sh:BlankNodeOrIRI  | NodeKind[kind=BLANK_NODE_OR_IRI, at=2:6]
          sh:minCount 1                  | MinCount[count=1, at=2:6]
          sh:maxCount +007               | MaxCount[count=7, at=2:6]
          sh:maxCount 99999999999999999999 | MaxCount[count=9223372036854775807, at=2:6]
          sh:minExclusive 1.5            | MinExclusive[bound="1.5"^^<xsd:decimal>, at=2:6]
          sh:minInclusive 1e0            | MinInclusive[bound="1e0"^^<xsd:double>, at=2:6]
          sh:maxExclusive "2020-01-01"^^xsd:date | MaxExclusive[bound="2020-01-01"^^<xsd:date>, at=2:6]
          sh:maxInclusive "a"            | MaxInclusive[bound="a", at=2:6]
          sh:minLength 0                 | MinLength[length=0, at=2:6]
          sh:maxLength 8                 | MaxLength[length=8, at=2:6]
          sh:pattern "^a\\\\d"           | Pattern[regex=^a\\d, flags=, at=2:6]
          sh:pattern "x" ; sh:flags "i"  | Pattern[regex=x, flags=i, at=2:6]
          sh:languageIn ( "en" "de-AT" ) | LanguageIn[ranges=[en, de-AT], at=2:6]
          sh:uniqueLang true             | UniqueLang[at=2:6]
          sh:equals ex:q                 | Equals[predicate=<ex:q>, at=2:6]
          sh:disjoint ex:q               | Disjoint[predicate=<ex:q>, at=2:6]
          sh:lessThan ex:q               | LessThan[predicate=<ex:q>, at=2:6]
          sh:lessThanOrEquals ex:q       | LessThanOrEquals[predicate=<ex:q>, at=2:6]
          sh:not ex:A                    | Not[shape=<ex:A>, at=2:6]
          sh:and ( ex:A ex:B ex:A )      | And[shapes=[<ex:A>, <ex:B>, <ex:A>], at=2:6]
          sh:or ()                       | Or[shapes=[], at=2:6]
          sh:xone ( ex:B ex:A )          | Xone[shapes=[<ex:B>, <ex:A>], at=2:6]
          sh:node ex:A                   | Node[shape=<ex:A>, at=2:6]
          sh:property ex:P               | Property[shape=<ex:P>, at=2:6]
          sh:qualifiedValueShape ex:A ; sh:qualifiedMinCount 2 | QualifiedValueShape[shape=<ex:A>, min=OptionalLong[2], max=OptionalLong.empty, siblings=[], at=2:6]
          sh:qualifiedValueShape ex:A ; sh:qualifiedMaxCount 2 ; sh:qualifiedValueShapesDisjoint true | QualifiedValueShape[shape=<ex:A>, min=OptionalLong.empty, max=OptionalLong[2], siblings=[], at=2:6]
          sh:closed true ; sh:ignoredProperties ( ex:z ex:a ) ; sh:property ex:P | Closed[allowed=[<ex:a>, <ex:r>, <ex:z>], at=2:6]
          sh:hasValue "x"@en             | HasValue[value="x"@en, at=2:6]
          sh:in ( 1 ex:x "y" )           | In[values=["1"^^<xsd:integer>, <ex:x>, "y"], at=2:6]
          """)
  void everyComponent(String declaration, String constraint) {
    String text =
        "ex:S "
            + declaration
            + " ; sh:path ex:p .\n"
            + "ex:A sh:class ex:C . ex:B sh:class ex:C . ex:P sh:path ex:r .";
    Shape shape = shape(text, "<ex:S>");
    String last = shorten(shape.constraints().getLast());
    assertEquals(constraint, last);
  }

  @Test
  void theTableAboveIsComplete() {
    long components = Constraint.class.getPermittedSubclasses().length;
    // SPARQL-based constraints are in SparqlTest
    assertEquals(29, components, "a new component needs a row in everyComponent");
  }

  @ParameterizedTest
  @CsvSource({"sh:uniqueLang false", "sh:closed false", "sh:uniqueLang \"0\"^^xsd:boolean"})
  void whatIsSwitchedOffMakesNoConstraint(String declaration) {
    assertEquals(
        List.of(), shape("ex:S sh:path ex:p ; " + declaration + " .", "<ex:S>").constraints());
  }

  @Test
  void siblings() {
    String text =
        """
        ex:S sh:property ex:P , ex:Q , ex:R .
        ex:T sh:property ex:P , ex:U .
        ex:P sh:path ex:p ; sh:qualifiedValueShape ex:A ; sh:qualifiedMinCount 1 ;
          sh:qualifiedValueShapesDisjoint true .
        ex:Q sh:path ex:q ; sh:qualifiedValueShape ex:B ; sh:qualifiedMinCount 1 .
        ex:R sh:path ex:p ; sh:qualifiedValueShape ex:A ; sh:qualifiedMaxCount 3 .
        ex:U sh:path ex:u ; sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMaxCount 3 .
        ex:A sh:class ex:C . ex:B sh:class ex:C .
        """;
    var constraint =
        (Constraint.QualifiedValueShape) shape(text, "<ex:P>").constraints().getFirst();
    assertEquals("[_:b1, <ex:B>]", shorten(constraint.siblings()));
    var other = (Constraint.QualifiedValueShape) shape(text, "<ex:Q>").constraints().getFirst();
    assertEquals(List.of(), other.siblings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ex:p ; <ex:p>
          [ sh:inversePath ex:p ] ; ^<ex:p>
          ( ex:p ex:q ex:p ) ; (<ex:p>/<ex:q>/<ex:p>)
          [ sh:alternativePath ( ex:p ex:q ) ] ; (<ex:p>|<ex:q>)
          [ sh:zeroOrMorePath ex:p ] ; <ex:p>*
          [ sh:oneOrMorePath ex:p ] ; <ex:p>+
          [ sh:zeroOrOnePath ex:p ] ; <ex:p>?
          ( [ sh:inversePath ( ex:a [ sh:zeroOrOnePath [ sh:alternativePath ( ex:b ex:c ) ] ] ) ] ex:d ) ; (^(<ex:a>/(<ex:b>|<ex:c>)?)/<ex:d>)
          ( _:x _:x ) ; (<ex:z>*/<ex:z>*)
          """)
  void everyPath(String path, String expected) {
    String text = "ex:S a sh:PropertyShape ; sh:path " + path + " . _:x sh:zeroOrMorePath ex:z .";
    assertEquals(expected, shorten(shape(text, "<ex:S>").path().orElseThrow()));
  }

  @Test
  void everyTarget() {
    String text =
        """
        ex:S sh:targetNode ex:n , 42 ; sh:targetClass ex:C ;
          sh:targetSubjectsOf ex:p ; sh:targetObjectsOf ex:q ;
          a sh:NodeShape , ex:Metaclass . ex:Metaclass rdfs:subClassOf rdfs:Class .
        """;
    assertEquals(
        "[Node[node=\"42\"^^<xsd:integer>, at=2:6], Node[node=<ex:n>, at=2:6],"
            + " Class[type=<ex:C>, implicit=false, at=2:32],"
            + " Class[type=<ex:S>, implicit=true, at=2:1],"
            + " SubjectsOf[predicate=<ex:p>, at=3:3], ObjectsOf[predicate=<ex:q>, at=3:30]]",
        shorten(shape(text, "<ex:S>").targets()));
  }

  @Test
  void implicitTargetsOfOwlClassesCanBeSwitchedOff() {
    String text =
        Reading.PREFIXES + "ex:S a owl:Class , sh:NodeShape . ex:R a rdfs:Class ; sh:class ex:C .";
    var source = Reading.source("s.ttl", "text/turtle", text);
    long on = targets(Reading.of(source));
    var options = java.util.Map.of("implicit-class-targets", "rdfs");
    long off = targets(Reading.of(options, List.of(source)));
    assertEquals(List.of(2L, 1L), List.of(on, off));
  }

  private static long targets(Reading.Result result) {
    return result.program().shapes().stream().mapToLong(it -> it.targets().size()).sum();
  }

  @Test
  void restOfAShape() {
    String text =
        """
        ex:S a sh:NodeShape ; sh:severity ex:Bad ; sh:deactivated true ;
          sh:message "z" , "a"@en , "a"@de ; sh:name "n" ; sh:description "d" ; sh:order 1 ;
          sh:group ex:g ; sh:defaultValue 1 ; rdfs:label "l" ; dash:editor ex:e ; ex:own 1 .
        """;
    Shape shape = shape(text, "<ex:S>");
    assertEquals(new Iri("http://example.org/Bad"), shape.severity());
    assertTrue(shape.deactivated());
    assertEquals("[\"z\", \"a\"@de, \"a\"@en]", shape.messages().toString());
    assertEquals("2:1 ex:S", shorten(shape.at()) + " " + shape.at().term());
  }

  @Test
  void whatCountsAsAShape() {
    String text =
        """
        ex:A a sh:NodeShape . ex:B a ex:Special . ex:Special rdfs:subClassOf sh:PropertyShape .
        ex:B sh:path ex:p .
        ex:C sh:targetNode ex:n . ex:D sh:minLength 1 . ex:E sh:not ex:F . ex:F rdfs:label "f" .
        ex:G sh:xone ( ex:H ) . ex:H rdfs:label "h" . ex:I sh:ignoredProperties () .
        ex:J sh:path ex:p ; sh:name "no shape" . ex:K sh:message "no shape" . ex:L a rdfs:Class .
        """;
    assertEquals(
        "ABCDEFGHI",
        shapes(text).stream()
            .map(it -> shorten(it.id()).substring(4, 5))
            .collect(Collectors.joining()));
  }

  @Test
  void ontologyOfTheShapes() {
    String text =
        """
        ex:D rdfs:subClassOf ex:C , [ a owl:Restriction ] . ex:C a owl:Class . ex:B a rdfs:Class .
        ex:p a rdf:Property , owl:ObjectProperty ; rdfs:domain ex:C ; rdfs:range ex:D , [] .
        ex:o a owl:DatatypeProperty . ex:q a rdf:Property .
        """;
    var ontology = Reading.turtle(text).program().ontology();
    assertEquals(
        "[ClassDeclaration[iri=<ex:B>, at=2:72], ClassDeclaration[iri=<ex:C>, at=2:53]]",
        shorten(ontology.classes()));
    assertEquals(
        "[PropertyDeclaration[iri=<ex:o>, kind=DATA, domains=[], ranges=[], at=4:1],"
            + " PropertyDeclaration[iri=<ex:p>, kind=OBJECT, domains=[<ex:C>], ranges=[<ex:D>],"
            + " at=3:1], PropertyDeclaration[iri=<ex:q>, kind=RDF, domains=[], ranges=[],"
            + " at=4:31]]",
        shorten(ontology.properties()));
    assertEquals("[SubClassOf[sub=<ex:D>, sup=<ex:C>, at=2:6]]", shorten(ontology.hierarchy()));
  }

  @ParameterizedTest
  @CsvSource({
    "application/n-triples, '<http://example.org/S> <http://www.w3.org/ns/shacl#class> <http://example.org/C> .', 1:1 1:24",
    "application/n-quads, '<http://example.org/S> <http://www.w3.org/ns/shacl#class> <http://example.org/C> <http://g> .', 1:1 1:24",
    "application/trig, '<http://g> { <http://example.org/S> <http://www.w3.org/ns/shacl#class> <http://example.org/C> }', 1:14 1:37",
    "application/ld+json, '{\"@id\": \"http://example.org/S\", \"http://www.w3.org/ns/shacl#class\": {\"@id\": \"http://example.org/C\"}}', 0:0 0:0",
    "application/rdf+xml, '<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:sh=\"http://www.w3.org/ns/shacl#\"><r:Description r:about=\"http://example.org/S\"><sh:class r:resource=\"http://example.org/C\"/></r:Description></r:RDF>', 1:147 1:147"
  })
  void everySyntax(String type, String text, String places) {
    Reading.Result result = Reading.of(Reading.source("d", type, text));
    assertEquals(List.of(), result.findings());
    Shape shape = result.program().shapes().getFirst();
    Constraint constraint = shape.constraints().getFirst();
    assertEquals(
        new Constraint.Class(new Iri("http://example.org/C"), constraint.at()), constraint);
    assertEquals(
        places,
        Stream.of(shape.at(), constraint.at())
            .map(at -> at.line() + ":" + at.column())
            .collect(Collectors.joining(" ")));
  }
}
