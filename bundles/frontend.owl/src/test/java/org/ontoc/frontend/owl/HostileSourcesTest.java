// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontoc.pipeline.Source;

/** Documents that ask for a network, for memory or for stack. */
class HostileSourcesTest {

  @ParameterizedTest
  @ValueSource(strings = {"error", "ignore"})
  void nothingIsEverFetched(String imports) throws IOException {
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
    for (Source it : asking(url)) Reading.of(Map.of("imports", imports), it);
    server.stop(0);
    assertEquals(0, hits.get());
  }

  @Test
  void entitiesThatGrowAreALimit() {
    StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'lollollol'>");
    for (int i = 1; i < 30; i++) {
      String e = "&e" + (i - 1) + ";";
      text.append("<!ENTITY e").append(i).append(" '").append(e.repeat(10)).append("'>");
    }
    String bomb = text + "]><Ontology>&e29;</Ontology>";
    Reading.Result result = Reading.of(Map.of(), Reading.source("application/owl+xml", bomb));
    assertEquals("E0824", result.findings().getFirst().code());
  }

  @Test
  void deepNestingIsALimitNotACrash() {
    String open = "ObjectComplementOf(".repeat(100_000);
    Reading.Result result =
        Reading.of(
            Map.of(),
            Reading.source(
                "text/owl-functional", "Ontology(SubClassOf(<http://a> " + open + "<http://b>"));
    assertEquals("E0821", result.findings().getFirst().code());
    StringBuilder chain = new StringBuilder("@prefix o: <http://www.w3.org/2002/07/owl#> .\n");
    chain.append("<http://a> <http://www.w3.org/2000/01/rdf-schema#subClassOf> _:c0 .\n");
    for (int i = 0; i < 100_000; i++)
      chain.append("_:c" + i + " a o:Class ; o:complementOf _:c" + (i + 1) + " .\n");
    List<String> places =
        Reading.of(Map.of(), Reading.source("text/turtle", chain.toString())).places();
    assertTrue(places.isEmpty() || places.getFirst().startsWith("E0821"), places.toString());
  }

  @Test
  void deepHierarchyAndManyClasses() {
    StringBuilder text = new StringBuilder("Prefix(:=<http://e/>) Ontology(\n");
    for (int i = 0; i < 50_000; i++) text.append("SubClassOf(:c" + i + " :c" + (i + 1) + ")\n");
    Reading.Result result = Reading.of(Map.of(), Reading.source("text/owl-functional", text + ")"));
    assertEquals(List.of(), result.findings());
    assertEquals(50_000, result.ontology().hierarchy().size());
  }

  /** Every way out that a document could ask for. */
  private static List<Source> asking(String url) {
    String xml = "application/owl+xml";
    String owl = "<Ontology xmlns='http://www.w3.org/2002/07/owl#' ontologyIRI='" + url + "'>";
    return List.of(
        Reading.source(
            "text/turtle",
            "<"
                + url
                + "> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#imports> <"
                + url
                + "i> ; <http://www.w3.org/2002/07/owl#versionIRI> <"
                + url
                + "v> ."),
        Reading.source(
            "text/owl-functional", "Ontology(<" + url + "> <" + url + "v> Import(<" + url + "i>))"),
        Reading.source("text/owl-manchester", "Ontology: <" + url + "> Import: <" + url + "i>"),
        Reading.source(xml, owl + "<Import>" + url + "i</Import></Ontology>"),
        Reading.source(xml, "<!DOCTYPE a SYSTEM '" + url + "'>" + owl + "</Ontology>"),
        Reading.source(
            xml, "<!DOCTYPE a [<!ENTITY % x SYSTEM '" + url + "'> %x;]>" + owl + "</Ontology>"),
        Reading.source(
            xml, "<!DOCTYPE a [<!ENTITY x SYSTEM '" + url + "'>]>" + owl + "&x;</Ontology>"),
        Reading.source(
            "application/rdf+xml",
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:o='http://www.w3.org/2002/07/owl#'><o:Ontology r:about='"
                + url
                + "'><o:imports r:resource='"
                + url
                + "i'/></o:Ontology></r:RDF>"),
        Reading.source("application/ld+json", "{\"@context\": \"" + url + "\"}"));
  }
}
