// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/** Where terms and faults stand. */
class PositionsTest {
  private static List<String> read(String type, String text) throws MalformedSource {
    List<String> places = new ArrayList<>();
    Source source = Source.of("d", type, text.getBytes(StandardCharsets.UTF_8));
    PositionedRdf.read(
        source,
        "http://base/",
        (s, p, o, sAt, pAt, oAt) -> places.add(show(sAt) + " " + show(pAt) + " " + show(oAt)));
    return places;
  }

  private static String show(Origin at) {
    return at.line() + ":" + at.column() + at.term();
  }

  private static MalformedSource fault(String type, String text) {
    return assertThrows(MalformedSource.class, () -> read(type, text));
  }

  @Test
  void termsOfTurtle() throws MalformedSource {
    String text =
        """
        @prefix : <http://e/> . # a comment with [ and (
        :s a :C , :D ; :p 1.5 , "x"@en ; # more
           :q [ :r true ; :r2 [] ] , ( :m _:b [ :n "\u00e9𝄞" ] ) , :last .
        [ :p :q ] .
        [] :p'z'.
        """;
    assertEquals(
        List.of(
            "2:1:s 2:4a 2:6:C",
            "2:1:s 2:4a 2:11:D",
            "2:1:s 2:16:p 2:191.5",
            "2:1:s 2:16:p 2:25\"x\"@en",
            "2:1:s 3:4:q 3:7[",
            "3:7[ 3:9:r 3:12true",
            "3:7[ 3:19:r2 3:23[",
            "2:1:s 3:4:q 3:30(",
            "3:32: 3:32:m 3:32:m",
            "3:32: 3:35_ 3:35_",
            "3:35_ 3:35_:b 3:35_:b",
            "3:35_ 3:39[ 3:39[",
            "3:39[ 3:39[ 3:39[",
            "3:39[ 3:41:n 3:44\"é𝄞\"",
            "3:39[ 3:51) 3:51)",
            "2:1:s 3:4:q 3:55:last",
            "4:1[ 4:3:p 4:6:q",
            "5:1[ 5:4:p 5:6'z'"),
        read("text/turtle", text));
  }

  @Test
  void termsOfTheOtherSyntaxes() throws MalformedSource {
    assertEquals(
        List.of("2:3<http://a> 2:14<http://b> 2:25\"c\"^^<http://d>"),
        read("application/n-triples", "# x\n  <http://a> <http://b>\t\"c\"^^<http://d> .# y\n"));
    assertEquals(
        List.of("1:1<http://a> 1:12<http://b> 1:23_:c"),
        read("application/n-quads", "<http://a> <http://b> _:c <http://g> .\r\n\r\n"));
    assertEquals(
        List.of("1:16<a> 1:20<b> 1:24<c>", "3:1<d> 3:5<e> 3:9<f>"),
        read("application/trig", "GRAPH <http:g>{<a> <b> <c>}\n\n<d> <e> <f> ."));
  }

  @Test
  void tagsOfRdfXml() throws MalformedSource {
    String text =
        """
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
          <r:Description
              r:about="x">
            <e:p>text
            </e:p>
            <e:q r:resource="y"/>
          </r:Description>
        </r:RDF>
        """;
    String p = "4:5<e:p";
    String q = "6:5<e:q";
    assertEquals(
        List.of(p + " " + p + " " + p, q + " " + q + " " + q), read("application/rdf+xml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/turtle           | `<a> <b> <c>`                    | 1:12 | E0201
          text/turtle           | `<a> <b> .`                      | 1:9  | E0201
          text/turtle           | `<a> <b>  <c> ; ; <d> x:y .`     | 1:22 | E0201
          text/turtle           | `<a> <b> "no end .`              | 1:18 | E0201
          text/turtle           | `<a> <b> "bad \\q" .`            | 1:9  | E0201
          text/turtle           | `<a> "b" <c> .`                  | 1:5  | E0201
          text/turtle           | `"a" <b> <c> .`                  | 1:1  | E0201
          text/turtle           | `<a> <b> <c> , .`                | 1:15 | E0201
          text/turtle           | `<a> <b> [ <c> <d> .`            | 1:19 | E0201
          text/turtle           | `<a> <b> ( <c>`                  | 1:14 | E0201
          text/turtle           | `@prfix x: <y> .`                | 1:2  | E0201
          text/turtle           | `@prefix x <y> .`                | 1:11 | E0201
          text/turtle           | `sh:a sh:b sh:c .`               | 1:1  | E0201
          text/turtle           | `<< <a> <b> <c> >> <d> <e> .`    | 1:1  | E0201
          text/turtle           | `<a> <b> <c> {| <d> <e> |} .`    | 1:13 | E0201
          text/turtle           | `[] .`                           | 1:4  | E0201
          text/turtle           | `<a> <b> <c d> .`                | 1:9  | E0201
          text/turtle           | `<a> <b> 1e .`                   | 1:9  | E0201
          text/turtle           | `<a> <b> <c> . x`                | 1:16 | E0201
          application/n-triples | `<http://a> <http://b> <c> .`    | 1:23 | E0201
          application/n-triples | `<http://a> <http://b> "x"^^y:z .` | 1:23 | E0201
          application/n-triples | `<http://a> a <http://c> .`      | 1:12 | E0201
          application/n-triples | `<http://a> <http://b> "c" . <d>` | 1:29 | E0201
          application/n-quads   | `<http://a> <http://b> "c" "d" .` | 1:27 | E0201
          application/trig      | `<g> { <a> <b> <c> `             | 1:19 | E0201
          application/rdf+xml   | `<a><b></a>`                     | 1:9  | E0201
          application/rdf+xml   | `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>` | 1:55 | E0203
          application/rdf+xml   | `<!DOCTYPE a SYSTEM "http://localhost:1/x.dtd"><a/>` | 1:1 | E0203
          application/ld+json   | `{"a": }`                        | 1:7  | E0201
          application/ld+json   | `{"@context": "http://localhost:1/c", "@id": "x"}` | 1:14 | E0204
          """)
  void faults(String type, String text, String place, String code) {
    MalformedSource fault = fault(type, text);
    assertEquals(code + " " + place, fault.code() + " " + place(fault.at()), fault.sentence());
    assertTrue(!fault.sentence().endsWith(".") && !fault.sentence().isBlank(), fault.sentence());
  }

  private static String place(Origin at) {
    return at.line() + ":" + at.column();
  }

  @Test
  void bytesThatAreNotUtf8() {
    byte[] bytes = "<a> <b> \"x\" .\n# \u00e9".getBytes(StandardCharsets.ISO_8859_1);
    Source source = Source.of("d", "text/turtle", bytes);
    MalformedSource fault =
        assertThrows(
            MalformedSource.class,
            () -> PositionedRdf.read(source, "http://b/", (_, _, _, _, _, _) -> {}));
    assertEquals("E0202 2:3", fault.code() + " " + place(fault.at()));
  }

  @Test
  void byteOrderMarkTakesNoColumn() throws MalformedSource {
    assertEquals(List.of("1:1<a> 1:5<b> 1:9<c>"), read("text/turtle", "\ufeff<a> <b> <c> ."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ <p> ", "( "})
  void deepNestingIsALimitNotACrash(String open) {
    MalformedSource fault = fault("text/turtle", "<s> <p> " + open.repeat(1_000_000));
    assertEquals("E0821", fault.code());
    assertEquals(1, fault.at().line());
  }

  @Test
  void deepJsonIsALimitNotACrash() {
    assertEquals("E0821", fault("application/ld+json", "[".repeat(1_000_000)).code());
  }

  @Test
  void entitiesThatGrowAreALimit() {
    StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'lollollol'>");
    for (int i = 1; i < 30; i++) {
      String e = "&e" + (i - 1) + ";";
      text.append("<!ENTITY e").append(i).append(" '").append(e.repeat(10)).append("'>");
    }
    assertEquals("E0824", fault("application/rdf+xml", text + "]><a>&e29;</a>").code());
  }

  @Test
  void longListsAreRead() throws MalformedSource {
    assertEquals(400_001, read("text/turtle", "<s> <p> (" + " 1".repeat(200_000) + ") .").size());
  }
}
