// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.stream.Stream;

/** Shapes and data whose reports are hard to write. */
final class ReportTexts {
  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix x: <http://example.org/#> .
      """;
  private static final String LONG = "http://example.org/a/namespace/that/is/rather/long/indeed/";

  /** What is wrong with the data differs by its values, names, messages and severities. */
  static final List<String> SHAPES =
      List.of(
              """
          x:S sh:targetSubjectsOf x:p ; sh:property [ sh:path x:p ; sh:in ( 1 ) ] ; sh:nodeKind sh:Literal .
          """,
              """
          x:S sh:targetSubjectsOf x:p ; sh:targetObjectsOf x:p ; sh:closed true ; sh:severity <LONGone> ;
            sh:property [ sh:path x:p ; sh:datatype <LONGone> ; sh:severity <LONG2/one> ; sh:message "eins"@de , "one \\u202E \\u0007 \\t"@en ] ,
              [ sh:path ( x:p [ sh:inversePath <LONG2/one> ] ) ; sh:minCount 2 ; sh:severity sh:Warning ; sh:message "zwei"@de ] ,
              [ sh:path <LONG3/one> ; sh:minCount 1 ; sh:severity sh:Info ] .
          <LONGnächste> sh:targetSubjectsOf x:p ; sh:minLength 5000 .
          <LONG/%20> sh:targetSubjectsOf x:p ; sh:minLength 5000 .
          """,
              """
          x:S sh:targetSubjectsOf x:p ; sh:or ( x:A x:B ) ; sh:not [ sh:nodeKind sh:IRI ] .
          x:A sh:property [ sh:path x:p ; sh:node x:C ; sh:qualifiedValueShape [ sh:datatype x:d ] ; sh:qualifiedMinCount 1 ] .
          x:B sh:xone ( [ sh:class x:K ] [ sh:in ( <LONGone> <LONG2/one> ) ] [ sh:class xsd:int ] ) .
          x:C sh:and ( [ sh:in ( "a" ) ] [ sh:in ( "a" ) ] ) ; sh:in ( "a" ) .
          """,
              """
          x:S sh:targetNode x:none , "a literal" , 1 ; sh:nodeKind sh:BlankNode .
          x:T sh:targetSubjectsOf x:p ; sh:property [ sh:path x:p ; sh:minCount 1000 ] .
          """)
          .stream()
          .map(text -> PREFIXES + text.replace("LONG", LONG))
          .toList();

  /** Wide characters, tabs, long lines and names, blank nodes, line ends of all kinds. */
  static final List<String> DATA =
      Stream.of(
              "x:a x:p 1 , \"漢字 and more\" , \"e\u0301\u200D\uD83D\uDE00\uFE0F\"@ja ; x:q x:b .\n",
              "x:a\tx:p\t\"a\ttab\" ,\t'''two\n\tlines''' . # \t \u202E \u0007 \u2028 comment",
              "x:a x:p " + "\"x\" , ".repeat(800) + "<u:y> .",
              "x:a x:p \"" + "long ".repeat(1_500) + "\" ; x:p 'é" + "ä漢".repeat(700) + "' .",
              "# " + "漢".repeat(1_364) + "ab\nx:a x:p \"" + "漢".repeat(1_400) + "\" .",
              "x:a x:p [ x:p _:b , _:ort1 , () ] . _:b" + "b".repeat(120) + " x:p _:b .",
              "x:a\r\n  x:p\r\n  \"1\"^^xsd:int ,\r\n \"2\"^^<LONGone> , \"3\"^^<LONG2/one> .\r\n",
              "<LONGone> x:p <LONG3/one> ; <LONGone> 1 ; <LONG2/one> 2 ; <LONG4/nächste> 3 ; sh:p 4 .",
              "x:a x:p \"\\u0000\\u0001\\u007F\\u0085\\uFEFF\\u200B \\\\ \\\" \\n \\r \\t \\U000E0001\" .",
              "\n".repeat(1_234) + "x:a\n" + "\n".repeat(9_000) + " x:p\n 1 . x:b\n\n x:p x:a.",
              "x:a x:p 'a' , 'b'@en , 'b'@EN , \"'\" , true , 1.5 , -1e9 ; x:p <> , <#a> , <//b/c> .",
              "x:a x:p" + " ".repeat(4_060) + "'" + "\uD83D\uDE00".repeat(40) + "' .",
              "x:a x:p" + " ".repeat(4_061) + "'" + "\uD83D\uDE00".repeat(40) + "' .",
              "x:a x:p" + " ".repeat(4_062) + "'" + "\uD83D\uDE00".repeat(40) + "' .",
              "x:a x:p" + " ".repeat(4_061) + "'" + "漢".repeat(40) + "' .",
              "x:a x:p" + " ".repeat(4_080) + "7 \r" + " ".repeat(40) + "\r\n, 8 .",
              "x:a x:p" + " ".repeat(5_000) + "7 .",
              "x:a x:q 1 .",
              "")
          .map(text -> PREFIXES + text.replace("LONG", LONG))
          .toList();

  private ReportTexts() {}
}
