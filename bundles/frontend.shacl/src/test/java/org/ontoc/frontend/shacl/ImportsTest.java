// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Source;

/** Imports are followed through the catalog and nowhere else. */
class ImportsTest {
  @TempDir private Path folder = Path.of("");

  private Source importing(String... iris) {
    StringBuilder text = new StringBuilder(Reading.PREFIXES + "ex:o a owl:Ontology .\n");
    for (String iri : iris) text.append("ex:o owl:imports <").append(iri).append("> .\n");
    text.append("ex:S sh:property ex:P .\n");
    return Reading.source("main.ttl", "text/turtle", text.toString());
  }

  private Map<String, String> catalog(String... lines) throws IOException {
    Path catalog = folder.resolve("catalog.txt");
    Files.write(catalog, List.of(lines));
    return Map.of("catalog", catalog.toString());
  }

  private static List<String> codes(Reading.Result result) {
    return result.findings().stream().map(Diagnostic::code).toList();
  }

  @Test
  void throughTheCatalogAndRoundInACircle() throws IOException {
    Files.writeString(
        folder.resolve("a.ttl"),
        Reading.PREFIXES
            + "<> owl:imports <http://x/b> , <http://x/a> , ex:o . ex:S sh:class <#c> .");
    Files.writeString(
        folder.resolve("b.nt"),
        "<http://example.org/P> <http://www.w3.org/ns/shacl#path> <http://example.org/p> .");
    Map<String, String> options =
        catalog("# a comment", "", "http://x/a = a.ttl", "http://x/b   =   b.nt");
    Reading.Result result = Reading.of(options, List.of(importing("http://x/a#")));
    assertEquals(List.of(), result.findings());
    assertEquals(2, result.program().shapes().size());
    assertEquals(
        "Class[type=<http://x/a#c>, at=" + folder.resolve("a.ttl") + ":2:58]",
        result.program().shapes().getLast().constraints().getFirst().toString());
  }

  @Test
  void documentsThatAreGivenAndShaclItselfNeedNoCatalog() {
    Source other =
        Reading.source(
            "other.ttl",
            "text/turtle",
            Reading.PREFIXES + "<http://x/a> a owl:Ontology . ex:P sh:path ex:p .");
    Reading.Result result =
        Reading.of(importing("http://x/a", "http://www.w3.org/ns/shacl#"), other);
    assertEquals(List.of(), result.findings());
  }

  @Test
  void whatTheCatalogLacksIsAnErrorUnlessIgnored() {
    Source source =
        Reading.source("m", "text/turtle", "<a> <http://www.w3.org/2002/07/owl#imports> <b:c> .");
    Reading.Result result = Reading.of(source);
    assertEquals(List.of("E0133 1:45"), result.places());
    result = Reading.of(Map.of("imports", "ignore"), List.of(source));
    assertEquals(List.of("W0301 1:45"), result.places());
    result = Reading.of(Map.of("imports", "maybe"), List.of(source));
    assertEquals(List.of("E0135", "E0133"), codes(result));
  }

  @Test
  void faultsOfTheCatalog() throws IOException {
    Source source = importing("http://x/a");
    assertEquals(
        List.of("E0131"), codes(Reading.of(Map.of("catalog", "/nowhere/c"), List.of(source))));
    assertEquals(List.of("E0132"), codes(Reading.of(catalog("http://x/a a.ttl"), List.of(source))));
    assertEquals(
        List.of("E0130"), codes(Reading.of(catalog("http://x/a = no.ttl"), List.of(source))));
    assertEquals(
        List.of("E0134"), codes(Reading.of(catalog("http://x/a = a.docx"), List.of(source))));
  }

  @Test
  void aDocumentThatCannotBeOpenedIsAFinding() {
    Source source =
        new Source(
            "gone.ttl",
            "text/turtle",
            () -> {
              throw new IOException("gone");
            },
            java.util.Optional.empty());
    assertEquals(List.of("E0130"), codes(Reading.of(source)));
  }

  /** Every way out that a document could ask for; the server must not be asked once. */
  @Test
  void nothingIsEverFetched() throws IOException {
    AtomicInteger hits = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort() + "/x";
    String rdf = "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'";
    String body = "><r:Description r:about='http://a'><e:p>&x;</e:p></r:Description></r:RDF>";
    List<Source> sources =
        List.of(
            importing(url),
            xml("<!DOCTYPE r SYSTEM '" + url + "'>" + rdf + "/>"),
            xml("<!DOCTYPE r PUBLIC 'p' '" + url + "'>" + rdf + "/>"),
            xml("<!DOCTYPE r [<!ENTITY x SYSTEM '" + url + "'>]>" + rdf + body),
            xml("<!DOCTYPE r [<!ENTITY % x SYSTEM '" + url + "'> %x;]>" + rdf + "/>"),
            xml("<?xml-stylesheet href='" + url + "'?>" + rdf + "/>"),
            xml(
                rdf
                    + " xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='"
                    + url
                    + "'/></r:RDF>"),
            xml(
                rdf
                    + " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='http://e/ "
                    + url
                    + "'/>"),
            json("{\"@context\": \"" + url + "\", \"@id\": \"http://a\"}"),
            json("{\"@context\": {\"@import\": \"" + url + "\"}, \"@id\": \"http://a\"}"),
            json("{\"@context\": [\"" + url + "\"], \"@id\": \"http://a\"}"),
            json(
                "{\"@context\": {\"p\": {\"@id\": \"http://p\", \"@context\": \""
                    + url
                    + "\"}}, \"@id\": \"http://a\", \"p\": {\"p\": 1}}"),
            Reading.source(
                "t",
                "text/turtle",
                "<a> a <"
                    + url
                    + "> ; <http://www.w3.org/2000/01/rdf-schema#seeAlso> <"
                    + url
                    + "> ."));
    for (Source source : sources) Reading.of(source);
    server.stop(0);
    assertEquals(0, hits.get());
  }

  private static Source xml(String text) {
    return Reading.source("x.rdf", "application/rdf+xml", text);
  }

  private static Source json(String text) {
    return Reading.source("x.jsonld", "application/ld+json", text);
  }
}
