// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Program;

/**
 * Each row is a shapes graph (in line 2, after the prefixes) in which ¦ stands before each place
 * that must be reported, and the codes that must be reported there, in order and no others.
 */
class IllFormedTest {
  private static List<String> expected(String text, String codes) {
    List<String> places = new ArrayList<>();
    String rest = text;
    int column = 1;
    for (String code : codes.split(" ")) {
      int mark = rest.indexOf('¦');
      column += rest.codePointCount(0, mark);
      places.add(code + " 2:" + column);
      rest = rest.substring(mark + 1);
    }
    return places;
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # --- unknown terms
          ex:S a sh:NodeShape ; ¦sh:propertyy [ sh:path ex:p ] .                   | E0301
          ex:S sh:property [ sh:path ex:p ; ¦sh:minCounts 1 ] .                    | E0301
          ex:S a sh:NodeShape ; ¦sh:datatyp xsd:string .                           | E0301
          ex:S a sh:NodeShape ; ¦sh:foo 1 ; ¦sh:bar 2 .                            | E0301 E0301
          ex:S a sh:NodeShape ; ¦sh:value 1 .                                      | E0301
          ex:S a ¦sh:NodShape .                                                    | E0302
          ex:S a sh:NodeShape ; sh:severity ¦sh:Warn .                             | E0302
          ex:S ¦sh:inversePath ex:p ; sh:class ex:C .                              | E0301
          # --- shapes
          ex:S sh:node ¦"x" .                                                      | E0303
          ex:S sh:not ¦1 .                                                         | E0303
          ex:S sh:property ¦true .                                                 | E0303
          ex:S sh:or ( ex:A ¦"b" ¦2 ) . ex:A sh:class ex:C .                       | E0303 E0303
          ex:S sh:property [ sh:path ex:p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape ¦"x" ] . | E0303
          # --- kinds of values
          ex:S sh:class ¦"C" .                                                     | E0304
          ex:S sh:class ¦[ ] .                                                     | E0304
          ex:S sh:datatype ¦"xsd:string" .                                         | E0304
          ex:S sh:equals ¦1 .                                                      | E0304
          ex:S sh:disjoint ¦[ ] .                                                  | E0304
          ex:S sh:property [ sh:path ex:p ; sh:lessThan ¦"x" ] .                   | E0304
          ex:S sh:property [ sh:path ex:p ; sh:lessThanOrEquals ¦"x" ] .           | E0304
          ex:S sh:minInclusive ¦ex:x .                                             | E0304
          ex:S sh:maxInclusive ¦[ ] .                                              | E0304
          ex:S sh:minExclusive ¦ex:x .                                             | E0304
          ex:S sh:maxExclusive ¦ex:x .                                             | E0304
          ex:S sh:targetClass ¦"C" .                                               | E0304
          ex:S sh:targetNode ¦[ ] .                                                | E0304
          ex:S sh:targetSubjectsOf ¦"p" .                                          | E0304
          ex:S sh:targetObjectsOf ¦[ ] .                                           | E0304
          ex:S a sh:NodeShape ; sh:severity ¦"Violation" .                         | E0304
          ex:S sh:closed true ; sh:ignoredProperties ( ex:p ¦"q" ) .               | E0304
          ex:D sh:shapesGraph ¦"x" .                                               | E0304
          # --- datatypes of values
          ex:S sh:property [ sh:path ex:p ; sh:minCount ¦"1" ] .                   | E0305
          ex:S sh:property [ sh:path ex:p ; sh:maxCount ¦1.0 ] .                   | E0305
          ex:S sh:property [ sh:path ex:p ; sh:maxCount ¦"1"^^xsd:int ] .          | E0305
          ex:S sh:property [ sh:path ex:p ; sh:minCount ¦"one"^^xsd:integer ] .    | E0305
          ex:S sh:minLength ¦ex:x .                                                | E0305
          ex:S sh:maxLength ¦"1" .                                                 | E0305
          ex:S sh:pattern ¦"a"@en .                                                | E0305
          ex:S sh:pattern ¦1 .                                                     | E0305
          ex:S sh:pattern "a" ; sh:flags ¦1 .                                      | E0305
          ex:S sh:languageIn ( "en" ¦"de"@de ) .                                   | E0305
          ex:S sh:property [ sh:path ex:p ; sh:uniqueLang ¦"true" ] .              | E0305
          ex:S sh:closed ¦"yes"^^xsd:boolean .                                     | E0305
          ex:S a sh:NodeShape ; sh:deactivated ¦"true" .                           | E0305
          ex:S a sh:NodeShape ; sh:message ¦1 .                                    | E0305
          ex:S a sh:NodeShape ; sh:message ¦ex:x .                                 | E0305
          ex:S sh:property [ sh:path ex:p ; sh:qualifiedMinCount ¦"1" ; sh:qualifiedValueShape ex:A ] . ex:A sh:class ex:C . | E0305
          ex:S sh:property [ sh:path ex:p ; sh:qualifiedMaxCount 1 ; sh:qualifiedValueShapesDisjoint ¦1 ; sh:qualifiedValueShape ex:A ] . ex:A sh:class ex:C . | E0305
          # --- more than one value
          ex:S sh:datatype xsd:string , ¦xsd:integer .                             | E0306
          ex:S sh:nodeKind sh:IRI , ¦sh:Literal .                                  | E0306
          ex:S sh:property [ sh:path ex:p ; sh:minCount 1 , ¦2 , ¦3 ] .            | E0306 E0306
          ex:S sh:property [ sh:path ex:p ; sh:maxCount 1 ; sh:maxCount ¦2 ] .     | E0306
          ex:S sh:minLength 1 , ¦2 .                                               | E0306
          ex:S sh:maxLength 1 , ¦2 .                                               | E0306
          ex:S sh:minInclusive 1 , ¦2 .                                            | E0306
          ex:S sh:maxExclusive 1 , ¦2 .                                            | E0306
          ex:S sh:pattern "a" , ¦"b" .                                             | E0306
          ex:S sh:pattern "a" ; sh:flags "i" , ¦"s" .                              | E0306
          ex:S sh:in ( 1 ) , ¦( 2 ) .                                              | E0306
          ex:S sh:languageIn ( "en" ) , ¦( "de" ) .                                | E0306
          ex:S sh:closed true , ¦false .                                           | E0306
          ex:S sh:closed true ; sh:ignoredProperties ( ex:p ) , ¦( ex:q ) .        | E0306
          ex:S a sh:NodeShape ; sh:deactivated true , ¦false .                     | E0306
          ex:S a sh:NodeShape ; sh:severity sh:Info , ¦sh:Warning .                | E0306
          ex:S sh:property [ sh:path ex:p , ¦ex:q ] .                              | E0306
          ex:S sh:property [ sh:path ex:p ; sh:uniqueLang true , ¦false ] .        | E0306
          ex:S sh:property [ sh:path ex:p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape ex:A , ¦ex:B ] . ex:A sh:class ex:C . ex:B sh:class ex:C . | E0306
          # --- property shapes and node shapes
          ex:S ¦sh:minCount 1 .                                                    | E0307
          ex:S ¦sh:maxCount 1 .                                                    | E0307
          ex:S ¦sh:uniqueLang true .                                               | E0307
          ex:S ¦sh:lessThan ex:q .                                                 | E0307
          ex:S ¦sh:lessThanOrEquals ex:q .                                         | E0307
          ex:S ¦sh:qualifiedValueShape ex:A ; sh:qualifiedMinCount 1 . ex:A sh:class ex:C . | E0307
          ex:S sh:property ¦[ sh:minCount 1 ] .                                    | E0308
          ex:S sh:property ¦ex:Missing .                                           | E0308
          ¦ex:S a sh:PropertyShape ; sh:minCount 1 .                               | E0308
          ex:S a sh:NodeShape ; ¦sh:path ex:p .                                    | E0309
          ex:S sh:node ¦[ sh:path ex:p ] .                                         | E0309
          # --- lists
          ex:S sh:and ¦ex:A .                                                      | E0310
          ex:S sh:or ¦"x" .                                                        | E0310
          ex:S sh:xone ¦[ rdf:first ex:A ] .                                       | E0310
          ex:S sh:in ¦[ rdf:rest () ] .                                            | E0310
          ex:S sh:in [ rdf:first 1 , ¦2 ; rdf:rest () ] .                          | E0310
          ex:S sh:in [ rdf:first 1 ; rdf:rest () , ¦ex:x ] .                       | E0310
          ex:S sh:in [ rdf:first 1 ; rdf:rest ¦"x" ] .                             | E0310
          ex:S sh:in _:l . _:l rdf:first 1 ; rdf:rest ¦_:l .                       | E0310
          ex:S sh:languageIn ¦"en" .                                               | E0310
          ex:S sh:closed true ; sh:ignoredProperties ¦ex:p .                       | E0310
          # --- paths
          ex:S sh:property [ sh:path ¦"p" ] .                                      | E0311
          ex:S sh:property [ sh:path ¦() ] .                                       | E0311
          ex:S sh:property [ sh:path ¦( ex:p ) ] .                                 | E0311
          ex:S sh:property [ sh:path ( ex:p ¦1 ) ] .                               | E0311
          ex:S sh:property [ sh:path ¦[ ] ] .                                      | E0311
          ex:S sh:property [ sh:path ¦[ ex:inverse ex:p ] ] .                      | E0311
          ex:S sh:property [ sh:path [ ¦sh:inversPath ex:p ] ] .                   | E0311
          ex:S sh:property [ sh:path [ sh:inversePath ¦"p" ] ] .                   | E0311
          ex:S sh:property [ sh:path [ sh:inversePath ex:p ; ¦sh:zeroOrMorePath ex:q ] ] . | E0311
          ex:S sh:property [ sh:path [ sh:inversePath ex:p ; ¦sh:inversePath ex:q ] ] . | E0311
          ex:S sh:property [ sh:path [ sh:alternativePath ¦( ex:p ) ] ] .          | E0311
          ex:S sh:property [ sh:path [ sh:alternativePath ¦ex:p ] ] .              | E0310
          ex:S sh:property [ sh:path _:p ] . _:p sh:oneOrMorePath ¦_:p .           | E0311
          # --- others
          ex:S sh:nodeKind ¦sh:Iri .                                               | E0312
          ex:S sh:nodeKind ¦"IRI" .                                                | E0312
          ex:S sh:pattern ¦"(" .                                                   | E0313
          ex:S sh:pattern "a" ; sh:flags ¦"g" .                                    | E0313
          ex:S sh:property [ sh:path ex:p ; sh:maxCount ¦-1 ] .                    | E0315
          ex:S sh:minLength ¦-1 .                                                  | E0315
          ¦[ a sh:NodeShape , rdfs:Class ] rdfs:label "x" .                        | E0318
          ¦ex:S sh:node ex:S .                                                     | E0320
          # --- not supported yet
          ex:S sh:sparql [ sh:select ¦"" ] .                                       | E0341
          ex:S sh:sparql [ sh:select ¦"SELECT $this { ?x ex:p ?y }" ] .            | E0341
          ex:S sh:sparql [ sh:select ¦"SELECT $this { ?x }" ] .                    | E0341
          ex:S sh:sparql [ sh:select ¦"SELECT $this { FILTER ('a\\\\q') }" ] .     | E0341
          ex:S sh:sparql ¦"SELECT $this { }" .                                     | E0342
          ex:S sh:sparql ¦[ sh:ask "ASK { }" ] .                                   | E0342
          ex:S sh:sparql [ sh:select ¦"ASK { }" ] .                                | E0342
          ex:S sh:sparql [ sh:select ¦"SELECT ?x { ?x ?p ?o }" ] .                 | E0342
          ex:S sh:sparql [ sh:select ¦"SELECT * { ?x ?p ?o FILTER ($this = ?o) }" ] . | E0342
          ex:S sh:sparql [ sh:select "SELECT $this { }" , ¦"SELECT $this { ?a ?b ?c }" ] . | E0306
          ex:S sh:sparql [ sh:select ¦1 ] .                                        | E0305
          ex:S sh:sparql [ sh:select "SELECT $this { }" ; sh:message ¦1 ] .        | E0305
          ex:S sh:sparql [ sh:select "SELECT $this { }" ; ¦sh:severity sh:Info ] . | E0301
          ex:S sh:sparql [ sh:select "SELECT $this { }" ; ¦sh:resultAnnotation [ ] ] . | E0332
          ex:S sh:sparql [ sh:select ¦"SELECT $this { $this ?p ?o MINUS { $this ?p 1 } }" ] . | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { VALUES ?a { 1 } }" ] .       | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { } VALUES ?a { 1 }" ] .       | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { FILTER NOT EXISTS { SERVICE <http://a.example/> { } } }" ] . | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this FROM <http://a.example/> { }" ] . | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT (1 AS ?this) { }" ] .                | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { BIND (1 AS ?shapesGraph) }" ] . | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { { SELECT ?a { ?a ?b ?c } } }" ] . | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { { SELECT * { FILTER ($this = 1) } } }" ] . | E0343
          ex:S sh:path ex:p ; sh:sparql [ sh:select ¦"SELECT $this $PATH { $this $PATH ?o }" ] . | E0343
          ex:S sh:sparql [ sh:select ¦"SELECT $this { FILTER (<http://example.org/f>($this)) }" ] . | E0344
          ex:S sh:sparql [ sh:prefixes ex:O ; sh:select "SELECT $this { }" ] . ex:O sh:declare [ sh:prefix "a" ; sh:namespace ¦"http://a.example/" ] . | E0345
          ex:S sh:sparql [ sh:prefixes ex:O ; sh:select "SELECT $this { }" ] . ex:O sh:declare ¦[ sh:prefix "a" ] . | E0345
          ex:S sh:sparql [ sh:prefixes ex:O ; sh:select "SELECT $this { }" ] . ex:O sh:declare [ sh:prefix "a" ; sh:namespace ¦"http://a/> <b"^^xsd:anyURI ] . | E0345
          ex:S sh:targetNode ex:x ; ¦ex:max 1 . ex:C a sh:ConstraintComponent ; sh:parameter [ sh:path ex:max ] . | E0331
          ex:S sh:targetNode ex:x ; ¦ex:max 1 . ex:C a sh:ConstraintComponent ; sh:propertyValidator [ sh:select "SELECT $this { }" ] ; sh:parameter [ sh:path ex:max ] . | E0331
          ex:S ex:max 1 . ex:C a sh:ConstraintComponent ; sh:validator [ sh:ask ¦"ASK { BIND (1 AS ?value) }" ] ; sh:parameter [ sh:path ex:max ] . | E0343
          ex:S ex:max 1 . ex:C a sh:ConstraintComponent ; sh:validator [ sh:ask ¦"ASK { BIND (1 AS ?max) }" ] ; sh:parameter [ sh:path ex:max ] . | E0343
          ex:S ex:max 1 , 2 . ex:C a sh:ConstraintComponent ; sh:validator [ sh:ask ¦"SELECT $this { }" ] ; sh:parameter [ sh:path ex:max ] . | E0342
          ex:S ex:max 1 , ¦2 . ex:C a sh:ConstraintComponent ; sh:validator [ sh:ask "ASK { }" ] ; sh:parameter [ sh:path ex:max ] , [ sh:path ex:min ; sh:optional true ] . | E0306
          ex:C a sh:ConstraintComponent ; sh:parameter ¦[ sh:name "a" ] .          | E0346
          ex:C a sh:ConstraintComponent ; sh:parameter ¦[ sh:path ex:this ] .      | E0346
          ex:C a sh:ConstraintComponent ; sh:parameter ¦[ sh:path <http://a.example/a-b> ] . | E0346
          ex:C a sh:ConstraintComponent ; ¦sh:parameter [ sh:path ex:a ; sh:optional true ] . | E0346
          ex:S a sh:NodeShape ; sh:target ¦[ a sh:JSTarget ] .                     | E0332
          ex:S sh:target [ a sh:SPARQLTarget ; sh:select ¦"SELECT ?x { ?x ?p ?o }" ] . | E0342
          ex:S sh:target ¦[ a ex:T ] . ex:T a sh:SPARQLTargetType ; sh:select "SELECT ?this { ?this ?p $c }" ; sh:parameter [ sh:path ex:c ] . | E0332
          ex:S a sh:NodeShape ; ¦sh:rule [ a sh:TripleRule ] .                     | E0332
          ex:C a rdfs:Class ; ¦sh:rule [ a sh:TripleRule ] .                       | E0332
          ex:S a sh:NodeShape ; sh:target ¦[ a sh:SPARQLTarget ] .                 | E0332
          ex:S a sh:NodeShape ; ¦sh:expression [ ] .                               | E0332
          ex:S sh:property [ sh:path ex:p ; ¦sh:values [ ] ] .                     | E0332
          ex:S a sh:NodeShape ; ¦dash:closedByTypes true .                         | E0333
          ex:S sh:property [ sh:path ex:p ; ¦dash:singleLine true ] .              | E0333
          ex:D sh:entailment ¦<http://www.w3.org/ns/entailment/RDFS> .             | E0334
          ex:S sh:property [ sh:path ex:p ; ¦sh:memberShape ex:S2 ] .              | E0335
          ex:C a ¦sh:ShapeClass ; sh:nodeKind sh:IRI .                             | E0335
          ex:C a ¦dash:ShapeClass ; sh:nodeKind sh:IRI .                           | E0333
          ex:S sh:node ¦dash:ListShape .                                           | E0333
          ex:S sh:property [ sh:path ex:p ; sh:or ¦dash:StringOrLangString ] .     | E0310
          ex:S sh:closed ¦sh:ByTypes .                                             | E0305
          ex:S sh:nodeKind ¦sh:TripleTerm .                                        | E0312
          ex:S sh:class ¦( ex:C ex:D ) .                                           | E0304
          ex:S sh:datatype ¦( xsd:string xsd:date ) .                              | E0304
          ex:S a sh:NodeShape ; sh:deactivated ¦[ sh:path ex:p ] .                 | E0305
          ex:o owl:imports ¦<http://example.org/nowhere> .                         | E0133
          """)
  void errors(String text, String codes) {
    Reading.Result result = Reading.turtle(text.replace("¦", ""));
    List<String> places =
        result.errors().stream()
            .map(it -> it.code() + " " + it.at().line() + ":" + it.at().column())
            .toList();
    assertEquals(expected(text, codes), places, () -> result.errors().toString());
    assertEquals(Program.EMPTY, result.program());
    for (Diagnostic it : result.errors()) {
      assertFalse(it.message().isBlank() || it.message().endsWith("."), it.message());
      assertFalse(it.at().term().isEmpty(), it.toString());
    }
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ex:D ¦sh:shapesGraph ex:G .                                              | W0302
          ex:S sh:property [ sh:path [ sh:inversePath ex:p ; ¦rdfs:comment "x" ] ] . | W0303
          ex:S sh:node ¦ex:Missing .                                               | W0304
          ex:S sh:or ( ¦ex:Missing [ sh:class ex:C ] ) .                           | W0304
          ex:S sh:datatype ¦xsd:sting .                                            | W0305
          ex:S ¦sh:flags "i" .                                                     | W0306
          ex:S ¦sh:ignoredProperties ( ex:p ) .                                    | W0306
          ex:S sh:property [ sh:path ex:p ; ¦sh:qualifiedMinCount 1 ] .            | W0306
          ex:S sh:property [ sh:path ex:p ; ¦sh:qualifiedValueShape ex:A ] . ex:A sh:class ex:C . | W0306
          ex:S sh:hasValue ¦[ ] .                                                  | W0307
          ex:S sh:in ( 1 ¦[ ] ) .                                                  | W0307
          ex:D ¦sh:minCounts 1 .                                                   | W0308
          """)
  void warnings(String text, String codes) {
    Reading.Result result = Reading.turtle(text.replace("¦", ""));
    assertEquals(List.of(), result.errors());
    assertEquals(expected(text, codes), result.places());
  }

  @ParameterizedTest
  @CsvSource({
    "sh:minCounts 1, sh:minCount",
    "sh:MinCount 1, sh:minCount",
    "sh:tagetClass ex:C, sh:targetClass",
    "sh:propery ex:P, sh:property",
    "sh:nodekind sh:IRI, sh:nodeKind",
    "sh:qualifedValueShape ex:P, sh:qualifiedValueShape",
    "sh:nmae 'x', sh:name"
  })
  void suggestions(String property, String meant) {
    Reading.Result result = Reading.turtle("ex:S a sh:NodeShape ; " + property + " .");
    assertEquals("E0301", result.errors().getFirst().code());
    assertEquals("Did you mean " + meant + "?", result.errors().getFirst().hint());
  }
}
