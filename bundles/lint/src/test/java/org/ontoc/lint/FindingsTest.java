// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each row is a shapes graph (in line 2, after the prefixes) in which ¦ stands before each place
 * that must be reported, and the codes that must be reported there and no others. {@code T} stands
 * for a target that says nothing about its focus nodes, {@code P} for a property shape's beginning.
 */
class FindingsTest {
  private static String expand(String text) {
    return text.replace(" T ", " sh:targetObjectsOf ex:focus ")
        .replace("P(", "[ sh:path ex:p ; ")
        .replace(")P", " ]");
  }

  private static List<String> expected(String text, @Nullable String codes) {
    List<String> places = new ArrayList<>();
    if (codes == null) return places;
    String rest = text;
    int column = 1;
    for (String code : codes.split(" ")) {
      int mark = rest.indexOf('¦');
      if (mark < 0) throw new AssertionError("too few marks: " + text);
      column += rest.codePointCount(0, mark);
      for (String one : code.split("\\+")) places.add(one + " 2:" + column);
      rest = rest.substring(mark + 1);
    }
    return places.stream().sorted().toList();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # --- nothing wrong
          ex:S T ; sh:nodeKind sh:IRI .                                            |
          ex:S T ; sh:property P( sh:datatype xsd:integer ; sh:minInclusive 0 ; sh:maxCount 1 )P . |
          ex:S T ; sh:property P( sh:in ( 1 2 3 ) ; sh:minCount 3 )P .             |
          ex:S T ; sh:property P( sh:minExclusive 1 ; sh:maxExclusive 2 )P .       |
          ex:S T ; sh:property P( sh:minInclusive 1 ; sh:maxInclusive 1 )P .       |
          ex:S T ; sh:property P( sh:minInclusive 16777217 ; sh:maxInclusive "16777216"^^xsd:float )P . |
          ex:S T ; sh:property P( sh:or ( [ sh:datatype xsd:string ] [ sh:class ex:C ] ) )P . |
          # --- shapes that nothing reaches
          ¦ex:S sh:nodeKind sh:IRI .                                               | W0341
          ¦ex:A sh:node ex:B . ¦ex:B sh:nodeKind sh:IRI .                          | W0341 W0340
          ¦ex:A sh:property P( sh:minCount 1 )P .                                  | W0341
          ¦ex:A T ; ¦sh:not ¦ex:B . ex:B sh:nodeKind sh:IRI ; sh:deactivated true .  | W0351 W0348 W0342
          ex:A T ; ¦sh:or ( [ sh:nodeKind sh:IRI ] ¦[ sh:deactivated true ; sh:class ex:C ] ) . | W0354 W0342
          ex:A T ; sh:property P( sh:deactivated true ; sh:minCount 1 )P .         |
          # --- targets
          ex:S sh:targetClass ¦xsd:string ; sh:nodeKind sh:IRI .                   | W0343
          ex:S ¦sh:targetClass ex:C .                                              | W0344
          # --- counts
          ¦ex:S T ; sh:property P( sh:minCount 2 ; ¦sh:maxCount 1 )P .              | W0351 W0345
          ¦ex:S T ; sh:property P( sh:hasValue 1 , 2 ; ¦sh:maxCount 1 )P .          | W0351 W0345
          ¦ex:S T ; sh:property P( sh:in ( 1 2 ) ; ¦sh:minCount 3 )P .              | W0351 W0345
          ¦ex:S T ; sh:property P( sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 2 ; ¦sh:maxCount 1 )P . | W0351 W0345
          ¦ex:S T ; sh:property P( ¦sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 1 )P . | W0351 W0345
          ¦ex:S T ; sh:property P( sh:minCount 2 )P ; sh:node ex:N . ex:N sh:property P( ¦sh:maxCount 1 )P . | W0351 W0345
          ex:S sh:targetClass ex:C ; sh:property P( sh:minCount 2 )P . ex:N sh:targetClass ex:C ; sh:property P( ¦sh:maxCount 1 )P . | W0345
          ex:S sh:targetClass ex:D ; sh:property P( sh:minCount 2 )P . ex:N sh:targetClass ex:C ; sh:property P( ¦sh:maxCount 1 )P . ex:D rdfs:subClassOf ex:C . | W0345
          # --- ranges
          ex:S T ; sh:property P( sh:minInclusive 2 ; ¦sh:maxInclusive 1 )P .      | W0346
          ex:S T ; sh:property P( sh:minExclusive 1.0 ; ¦sh:maxInclusive 1 )P .    | W0346
          ex:S T ; sh:property P( sh:minExclusive 1 ; ¦sh:maxExclusive 2 ; sh:datatype xsd:int )P . | W0346
          ex:S T ; sh:property P( ¦sh:minInclusive 200 ; sh:datatype xsd:byte )P . | W0346
          ex:S T ; sh:property P( sh:minInclusive "2020-02-01"^^xsd:date ; ¦sh:maxInclusive "2020-01-01"^^xsd:date )P . | W0346
          ex:S T ; sh:property P( sh:minInclusive "b" ; ¦sh:maxInclusive "a" )P .  | W0346
          ex:S T ; sh:property P( sh:minLength 3 ; ¦sh:maxLength 2 )P .            | W0347
          ex:S T ; sh:property P( ¦sh:minInclusive 5 ; sh:datatype xsd:date )P .   | W0350
          ex:S T ; sh:property P( ¦sh:minInclusive "x"^^xsd:integer )P .           | W0350
          ex:S T ; sh:property P( sh:minInclusive 5 ; ¦sh:maxInclusive "z" )P .    | W0350
          # --- kinds, datatypes, classes
          ex:S T ; sh:property P( sh:class ex:C ; ¦sh:datatype xsd:string )P .     | W0348
          ex:S T ; sh:property P( sh:datatype xsd:string ; ¦sh:nodeKind sh:IRI )P . | W0348
          ex:S T ; sh:property P( sh:datatype xsd:string ; ¦sh:languageIn ( "en" ) )P . | W0348
          ex:S T ; sh:property P( ¦sh:in ( ) )P .                                  | W0348
          ex:S T ; sh:property P( sh:nodeKind sh:BlankNode ; ¦sh:minLength 1 )P .  | W0348
          ex:S T ; sh:property [ sh:path [ sh:inversePath ex:p ] ; ¦sh:datatype xsd:string ] . | W0348
          ex:S sh:targetClass ex:C ; ¦sh:datatype xsd:string .                     | W0348
          ex:S T ; sh:property P( sh:in ( 1 ¦"two" 3 ) ; sh:datatype xsd:integer )P . | W0349
          ex:S T ; sh:property P( sh:in ( 1 2 ¦30 ) ; sh:maxInclusive 9 )P .       | W0349
          ¦ex:S T ; sh:property P( sh:hasValue ¦"x" ; sh:nodeKind sh:IRI )P .       | W0351 W0349
          ex:S T ; sh:property P( ¦sh:in ( "ab" "c" ) ; sh:pattern "^a" )P .       | W0349
          # --- shapes that no node conforms to
          ¦ex:S T ; ¦sh:nodeKind sh:IRI ; sh:datatype xsd:string .                 | W0351 W0348
          ¦ex:S T ; ¦sh:not ex:N ; sh:node ex:N . ex:N sh:nodeKind sh:IRI .        | W0351 W0348
          ¦ex:S T ; sh:nodeKind sh:IRI ; ¦sh:or ( [ sh:datatype xsd:string ] [ sh:nodeKind sh:Literal ] ) . | W0351 W0348
          ¦ex:S T ; sh:property P( sh:minCount 1 ; sh:node ex:N )P . ¦ex:N sh:class ex:C ; ¦sh:datatype xsd:int . | W0351 W0351 W0348
          ex:S T ; ¦sh:not ¦[ sh:minLength 2 ; ¦sh:maxLength 1 ] .                 | W0354 W0351 W0347
          # --- patterns
          ex:S T ; sh:property P( ¦sh:pattern "a^b" )P .                           | W0352
          ex:S T ; sh:property P( ¦sh:pattern "a*" )P .                            | W0353
          # --- redundant
          ex:S T ; sh:property P( ¦sh:minCount 0 )P .                              | W0354
          ex:S T ; sh:property P( sh:datatype xsd:string ; ¦sh:nodeKind sh:Literal )P . | W0355
          ex:S T ; sh:property P( sh:hasValue 1 ; ¦sh:minCount 1 )P .              | W0355
          ex:S T ; sh:class ex:D , ¦ex:C . ex:D rdfs:subClassOf ex:C .             | W0355
          ex:S T ; sh:property P( sh:maxCount 1 ; ¦sh:uniqueLang true )P .         | W0355
          ex:S T ; sh:property P( ¦sh:minInclusive 1 ; sh:minExclusive 1 )P .      | W0355
          # --- closed, messages
          ex:S sh:targetClass ex:C ; ¦sh:closed true .                             | W0356
          ex:S sh:targetClass ex:C ; sh:closed true ; sh:ignoredProperties ( rdf:type ) . |
          ex:S T ; sh:nodeKind sh:IRI ; sh:message "a"@en , "b"@de . ex:U T ; sh:class ex:C ; sh:message ¦"c"@en . | W0357
          ex:S T ; sh:nodeKind sh:IRI ; sh:message "a" , ¦"b" .                    | W0357
          """)
  void places(String text, @Nullable String codes) {
    String expanded = expand(" " + text).substring(1);
    List<String> found =
        Linting.lint(expanded.replace("¦", "")).stream()
            .map(it -> it.code() + " " + it.at().line() + ":" + it.at().column())
            .sorted()
            .toList();
    assertEquals(
        expected(expanded, codes), found, () -> Linting.lint(expanded.replace("¦", "")).toString());
  }
}
