// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit a record is an error where it stands. */
final class MisfitTest {
  private static final String PREFIXES =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> ."
          + " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sh:datatype xsd:int | a field has at most one value",
        "sh:maxCount 2 ; sh:datatype xsd:int | a field has at most one value",
        "sh:maxCount 1 | nothing says how large its values are",
        "sh:maxCount 1 ; sh:datatype xsd:decimal | values of its datatype have no fixed size",
        "sh:maxCount 1 ; sh:datatype ex:mine | values of its datatype have no fixed size",
        "sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0 | xsd:integer has values of any"
            + " size",
        "sh:maxCount 1 ; sh:datatype xsd:string | nothing says how long its texts are",
        "sh:maxCount 1 ; sh:datatype xsd:string ; sh:maxLength 300 | its texts are too long",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:class ex:C | Class cannot be checked here",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:languageIn ( 'en' ) | LanguageIn cannot be checked",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:pattern '1' | patterns can be checked of texts only",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:minInclusive 'x' | cannot be compared",
        "sh:maxCount 1 ; sh:datatype xsd:dateTime ; sh:minInclusive '2020-01-01T00:00:00'^^xsd:dateTime"
            + " | cannot be compared",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:lessThan ex:q | the record has no field for",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:hasValue 'x' | cannot hold this value",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:nodeKind sh:IRI | values of another node kind",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:property [ sh:path ex:q ] | Property cannot"
            + " be checked",
        "sh:maxCount 1 ; sh:datatype xsd:int ; sh:qualifiedValueShape [ sh:in ( 1 ) ] ;"
            + " sh:qualifiedMinCount 1 | QualifiedValueShape cannot be checked"
      })
  void isRefusedWithItsPlace(String property, String sentence) {
    String shape = "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property\n [ sh:path ex:p ; ";
    Compiled compiled = Compiled.of(PREFIXES + shape + property + " ] .", Map.of("signal", "all"));
    List<String> findings = compiled.findings();
    assertEquals(1, findings.size(), findings.toString());
    assertTrue(findings.getFirst().startsWith("E0532 3 "), findings.toString());
    assertTrue(findings.getFirst().contains(sentence), findings.toString());
    assertTrue(compiled.artifacts().isEmpty());
  }

  @Test
  void pathsOfOnePredicateOnly() {
    String shape =
        "ex:S a sh:NodeShape ; sh:targetClass ex:C ;\n sh:property [ sh:path ( ex:p ex:q ) ] .";
    assertEquals(
        List.of("E0532 3 a field has one predicate for its path"),
        Compiled.of(PREFIXES + shape, Map.of("signal", "all")).findings());
  }

  @Test
  void budgetsThatAreNone() {
    String shape = "ex:S a sh:NodeShape ; sh:targetClass ex:C .";
    for (String budget : List.of("0", "-1", "5000", "eight"))
      assertTrue(
          Compiled.of(PREFIXES + shape, Map.of("signal", "all", "budget", budget))
              .findings()
              .getFirst()
              .startsWith("E0535 0 the budget '" + budget));
  }
}
