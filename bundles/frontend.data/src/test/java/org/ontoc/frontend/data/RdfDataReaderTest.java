// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RdfDataReaderTest {
  private static final String QUADS = "application/n-quads";
  private static final String TRIG = "application/trig";
  private static final String XML = "application/rdf+xml";
  private static final String JSON = "application/ld+json";

  private static final String ALL_OF_QUADS =
      """
      # a comment <x:a> <x:b> <x:c> <x:d> .
      <x:s> <x:p> <x:o> <x:gé𝄞> . # <x:h>

      <x:s> <x:p> "a \\" <x:g> ." <x:g>.
      <x:s> <x:p> "1"^^<x:t> _:g.
      <x:s> <x:p> "é𝄞"@en-GB<x:g> .
      _:s <x:p> _:o _:a.b .
      <x:s> <x:p> _:o.
      """;

  @Test
  void onlyTheGraphsOfQuadsAreBlanked() {
    Rewritten read = Rewritten.of(QUADS, ALL_OF_QUADS);
    assertTrue(read.complete(), read.findings().toString());
    assertEquals("application/n-triples", read.mediaType());
    assertEquals(List.of("W0701 d:2:19"), read.findings());
    assertEquals(
        ALL_OF_QUADS
            .replace("<x:gé𝄞>", "       ")
            .replace("\" <x:g>.", "\"      .")
            .replace("_:g.", "   .")
            .replace("<x:g> .\n_:s", "      .\n_:s")
            .replace("_:a.b", "     "),
        read.text());
  }

  private static final String ALL_OF_TRIG =
      """
      @prefix ex: <x:> . PREFIX : <y:>
      # { comment }
      ex:s ex:p 1.5, 2. , .5 .
      ex:é𝄞 { ex:s ex:p "}" , '''{ ' '' }''', "" ; a ex:c }
      { ex:s ex:p [ ex:q ex:a\\.\\{b ] . }
      GRAPH <g> # why {
        { [] ex:p ( "\\"}" ) . ex:s ex:p ex:o}
      [ ] {}graph _:g{ex:s ex:p ex:o}ex:h{ex:s ex:p ex:o.}
      :g { ex:s ex:p true . ex:s ex:p 1 }
      [ ex:p ex:o ] .
      [] ex:p ex:o.
      """;

  private static final String ALL_OF_TURTLE =
      """
      @prefix ex: <x:> . PREFIX : <y:>
      # { comment }
      ex:s ex:p 1.5, 2. , .5 .
              ex:s ex:p "}" , '''{ ' '' }''', "" ; a ex:c .
        ex:s ex:p [ ex:q ex:a\\.\\{b ] .

          [] ex:p ( "\\"}" ) . ex:s ex:p ex:o.
                      ex:s ex:p ex:o.      ex:s ex:p ex:o.
           ex:s ex:p true . ex:s ex:p 1 .
      [ ex:p ex:o ] .
      [] ex:p ex:o.
      """;

  @Test
  void onlyTheGraphsOfTrigAreBlanked() {
    Rewritten read = Rewritten.of(TRIG, ALL_OF_TRIG);
    assertEquals(List.of("W0701 d:4:1"), read.findings());
    assertTrue(read.complete());
    assertEquals("@base <file:///d> .", read.text().lines().findFirst().orElseThrow());
    assertEquals(visible(ALL_OF_TURTLE), visible(read.body()));
  }

  /** Blanks at line ends cannot be seen above. */
  private static List<String> visible(String text) {
    return text.lines().map(String::stripTrailing).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void smallReadsGiveTheSame(int size) {
    for (String type : List.of(QUADS, TRIG)) {
      String text = type.equals(TRIG) ? ALL_OF_TRIG : ALL_OF_QUADS;
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertEquals(Rewritten.of(type, text), Rewritten.of(type, bytes, size));
      assertEquals(
          Rewritten.of(type, text),
          Rewritten.of(type, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), size + 3));
    }
  }

  @Test
  void triplesOfXmlStandOnTheirLines() {
    Rewritten read =
        Rewritten.of(
            XML,
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://x/">
              <rdf:Description rdf:about="s">
                <ex:p>a "b" \\
            c</ex:p>
                <ex:q rdf:nodeID="genid1"/>

                <ex:r rdf:parseType="Resource"><ex:q xml:lang="en">x</ex:q></ex:r>
              </rdf:Description>
            </rdf:RDF>
            """);
    assertEquals(List.of(), read.findings());
    assertEquals(
        List.of(
            "",
            "",
            "<file:///s> <http://x/p> \"a \\\"b\\\" \\\\\\nc\" .",
            "",
            "<file:///s> <http://x/q> _:genid-genid1 .",
            "",
            "<file:///s> <http://x/r> _:genid1 . _:genid1 <http://x/q> \"x\"@en ."),
        visible(read.text()));
  }

  @Test
  void graphsOfJsonAreMerged() {
    Rewritten read =
        Rewritten.of(
            JSON,
            """
            {"@id": "x:g", "@graph": [{"@id": "x:s", "x:p": [{"@id": "_:b"}, 1]}]}
            """);
    assertEquals(List.of("W0701 d"), read.findings());
    assertEquals(
        List.of(
            "<x:s> <x:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
            "<x:s> <x:p> _:b0 ."),
        read.text().replace(" . ", " .\n").lines().map(String::strip).sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <x:s> <x:p> <x:o> <g> .           | 1:19
          <x:s> <x:p> <x:o> <x:g h> .       | 1:19
          <x:s> <x:p> <x:o> _:- .           | 1:19
          <x:s> <x:p> <x:o> <x:g> <x:h> .   | 1:25
          <x:s> <x:p> <x:o> <x:g>           | 1:24
          <x:s> <x:p> <x:o> <x:g            | 1:23
          """)
  void graphsOfMalformedQuads(String text, String at) {
    assertEquals("E0701 d:" + at, last(Rewritten.of(QUADS, text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ex:g { }                          | 1:1
          <g> { <s> <p> <o>                 | 1:18
          { <s> <p> <o> } }                 | 1:17
          { <s> <p> <o> . { } }             | 1:17
          { @prefix ex: <x:> . }            | 1:3
          <s> <p> { }                       | 1:9
          GRAPH { }                         | 1:7
          GRAPH <g> <s>                     | 1:11
          <g h> { }                         | 1:1
          (<a>) { }                         | 1:7
          <s> <p> > .                       | 1:9
          """)
  void graphsOfMalformedTrig(String text, String at) {
    assertEquals("E0701 d:" + at, last(Rewritten.of(TRIG, text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <rdf:RDF/>                                                    | E0701 d:1:11
          <!DOCTYPE a [<!ENTITY b SYSTEM "/etc/passwd">]><a>&b;</a>      | E0203 d:1
          <a                                                            | E0701 d:1
          """)
  void malformedXml(String text, String finding) {
    String found = last(Rewritten.of(XML, text));
    assertTrue(found.startsWith(finding), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"@id": x}                                  | E0701 d:1:9
          {"@context": "http://example.org/c"}        | E0204 d:1:14
          {"@id": 5}                                  | E0701 d
          """)
  void malformedJson(String text, String finding) {
    assertEquals(finding, last(Rewritten.of(JSON, text)));
  }

  private static String last(Rewritten read) {
    assertFalse(read.complete(), read.text());
    return read.findings().getLast();
  }
}
