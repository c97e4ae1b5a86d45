// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Ontology;

class OwlFrontEndTest {
  private static final String TURTLE =
      """
      @prefix : <http://e/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <http://e/o> a owl:Ontology .
      :A a owl:Class ; rdfs:subClassOf :B .
      :B a owl:Class .
      :C a owl:Class ; owl:equivalentClass :D , [ a owl:Class ; owl:intersectionOf (
          :A [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] ) ] .
      :D a owl:Class .
      :p a owl:ObjectProperty ; rdfs:domain :A ; rdfs:range :B .
      :q a owl:DatatypeProperty ; rdfs:range <http://www.w3.org/2001/XMLSchema#string> .
      :n a owl:AnnotationProperty .
      :i a :A ; :p :i .
      """;

  private static final String FUNCTIONAL =
      """
      Prefix(:=<http://e/>) Prefix(xsd:=<http://www.w3.org/2001/XMLSchema#>)
      Ontology(<http://e/o>
        Declaration(Class(:A)) Declaration(Class(:B)) Declaration(Class(:C)) Declaration(Class(:D))
        Declaration(ObjectProperty(:p)) Declaration(DataProperty(:q))
        Declaration(AnnotationProperty(:n))
        SubClassOf(:A :B)
        EquivalentClasses(:C :D)
        EquivalentClasses(:C ObjectIntersectionOf(:A ObjectSomeValuesFrom(:p :B)))
        ObjectPropertyDomain(:p :A) ObjectPropertyRange(:p :B) DataPropertyRange(:q xsd:string)
      )
      """;

  private static final String MANCHESTER =
      """
      Prefix: : <http://e/>
      Prefix: xsd: <http://www.w3.org/2001/XMLSchema#>
      Ontology: <http://e/o>
      AnnotationProperty: n
      ObjectProperty: p
        Domain: A
        Range: B
      DataProperty: q
        Range: xsd:string
      Class: A
        SubClassOf: B
      Class: B
      Class: D
      Class: C
        EquivalentTo: D
        EquivalentTo: A and (p some B)
      """;

  private static final String OWL_XML =
      """
      <?xml version="1.0"?>
      <Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="http://e/o">
        <Declaration><Class IRI="http://e/A"/></Declaration>
        <Declaration><Class IRI="http://e/B"/></Declaration>
        <Declaration><Class IRI="http://e/C"/></Declaration>
        <Declaration><Class IRI="http://e/D"/></Declaration>
        <Declaration><ObjectProperty IRI="http://e/p"/></Declaration>
        <Declaration><DataProperty IRI="http://e/q"/></Declaration>
        <Declaration><AnnotationProperty IRI="http://e/n"/></Declaration>
        <SubClassOf><Class IRI="http://e/A"/><Class IRI="http://e/B"/></SubClassOf>
        <EquivalentClasses><Class IRI="http://e/C"/><Class IRI="http://e/D"/></EquivalentClasses>
        <EquivalentClasses><Class IRI="http://e/C"/><ObjectIntersectionOf><Class IRI="http://e/A"/>
          <ObjectSomeValuesFrom><ObjectProperty IRI="http://e/p"/><Class IRI="http://e/B"/>
          </ObjectSomeValuesFrom></ObjectIntersectionOf></EquivalentClasses>
        <ObjectPropertyDomain><ObjectProperty IRI="http://e/p"/><Class IRI="http://e/A"/>
        </ObjectPropertyDomain>
        <ObjectPropertyRange><ObjectProperty IRI="http://e/p"/><Class IRI="http://e/B"/>
        </ObjectPropertyRange>
        <DataPropertyRange><DataProperty IRI="http://e/q"/>
          <Datatype IRI="http://www.w3.org/2001/XMLSchema#string"/></DataPropertyRange>
      </Ontology>
      """;

  @TempDir private Path folder = Path.of("");

  private static String edges(Ontology ontology) {
    return ontology.hierarchy().stream()
        .map(it -> name(it.sub()) + "<" + name(it.sup()))
        .collect(Collectors.joining(" "));
  }

  private static String name(Iri iri) {
    return iri.value().replaceFirst("^.*[/#]", "");
  }

  private static String properties(Ontology ontology) {
    return ontology.properties().stream()
        .map(
            it ->
                it.kind()
                    + " "
                    + name(it.iri())
                    + it.domains().stream().map(OwlFrontEndTest::name).toList()
                    + it.ranges().stream().map(OwlFrontEndTest::name).toList())
        .collect(Collectors.joining(" "));
  }

  private static String text(String type) {
    return switch (type) {
      case "text/turtle", "application/trig" -> TURTLE;
      case "text/owl-functional" -> FUNCTIONAL;
      case "text/owl-manchester" -> MANCHESTER;
      case "application/owl+xml" -> OWL_XML;
      default -> throw new IllegalArgumentException(type);
    };
  }

  /** The same ontology in each syntax; the positions are those of A, p, A&lt;B and C&lt;A. */
  @ParameterizedTest
  @CsvSource({
    "text/turtle, 4:1 9:1 4:18 6:18",
    "application/trig, 4:1 9:1 4:18 6:18",
    "text/owl-functional, 3:22 4:31 6:18 8:46",
    "text/owl-manchester, 10:8 5:17 11:15 16:17",
    "application/owl+xml, 3:37 7:46 10:61 12:90"
  })
  void everySyntax(String type, String places) {
    Reading.Result result = Reading.of(Map.of(), Reading.source(type, text(type)));
    assertEquals(List.of(), result.findings());
    Ontology it = result.ontology();
    assertEquals(
        "ABCD", it.classes().stream().map(c -> name(c.iri())).collect(Collectors.joining()));
    assertEquals("ANNOTATION n[][] OBJECT p[A][B] DATA q[][string]", properties(it));
    assertEquals("A<B C<A C<D D<C", edges(it));
    assertEquals(
        places,
        Reading.place(it.classes().getFirst().at())
            + " "
            + Reading.place(it.properties().get(1).at())
            + " "
            + Reading.place(it.hierarchy().getFirst().at())
            + " "
            + Reading.place(it.hierarchy().get(1).at()));
  }

  @Test
  void expressionsThatRelateNamedClasses() {
    String text =
        """
        Prefix(:=<http://e/>) Ontology(
          SubClassOf(ObjectUnionOf(:A :B) ObjectIntersectionOf(:C ObjectIntersectionOf(:D :E)))
          SubClassOf(ObjectIntersectionOf(:F :G) :H) SubClassOf(:F ObjectUnionOf(:G :H))
          EquivalentClasses(:X :Y :Z) EquivalentClasses(:U ObjectUnionOf(:V :W))
          DisjointUnion(:P :Q :R) SubClassOf(:S ObjectComplementOf(:T)))
        """;
    assertEquals(
        "A<C A<D A<E B<C B<D B<E Q<P R<P V<U W<U X<Y Y<Z Z<X",
        edges(Reading.of(Map.of(), Reading.source("text/owl-functional", text)).ontology()));
  }

  @Test
  void orderOfTriplesMakesNoDifference() {
    String expected = null;
    String[] lines = TURTLE.replace(" ;", " ;").split("(?<=\\.)\n");
    for (int seed = 0; seed < 20; seed++) {
      List<String> shuffled = new ArrayList<>(Arrays.asList(lines).subList(2, lines.length));
      Collections.shuffle(shuffled, new Random(seed));
      String text = lines[0] + "\n" + lines[1] + "\n" + String.join("\n", shuffled);
      Reading.Result result = Reading.of(Map.of(), Reading.source("text/turtle", text));
      assertEquals(List.of(), result.findings());
      String found = result.ontology().toString().replaceAll("at=[^,\\]]*", "");
      if (expected == null) expected = found;
      assertEquals(expected, found, "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text/turtle          | `<a> <b> .`                              | E0201 1:9
          application/rdf+xml  | `<a><b></a>`                             | E0201 1:9
          application/owl+xml  | `<Ontology><Class></Ontology>`           | E0201 1:20
          application/owl+xml  | `<nothing/>`                             | E0401 0:0
          application/owl+xml  | `<!DOCTYPE a SYSTEM "http://localhost:1/"><Ontology/>` | E0203 1:1
          text/owl-functional  | `Ontology( SubClassOf(<http://a>) )`     | E0401 1:32
          text/owl-functional  | `Ontology(`                              | E0401 1:9
          text/owl-manchester  | `Ontology: Class: <http://a> SubClassOf: 1 2` | E0401 1:41
          text/owl-manchester  | `nothing`                                | E0401 1:1
          """)
  void malformed(String type, String text, String place) {
    Reading.Result result = Reading.of(Map.of(), Reading.source(type, text));
    assertEquals(List.of(place), result.places(), () -> result.findings().toString());
    assertEquals(Ontology.EMPTY, result.ontology());
    String message = result.findings().getFirst().message();
    assertTrue(!message.endsWith(".") && message.indexOf('\n') < 0, message);
  }

  @Test
  void triplesThatAreNoAxiomsAreReported() {
    String text =
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
            + "[] a owl:Class ; owl:unionOf ( <http://p> <http://c> ) .";
    Reading.Result result = Reading.of(Map.of(), Reading.source("text/turtle", text));
    assertTrue(result.places().contains("W0401 2:1"), result.findings().toString());
  }

  @Test
  void importsThroughTheCatalog() throws IOException {
    Files.writeString(
        folder.resolve("b.ofn"),
        "Prefix(:=<http://e/>) Ontology(<http://b> Import(<http://c>) SubClassOf(:B :C))");
    Files.writeString(
        folder.resolve("c.omn"), "Prefix: : <http://e/> Ontology: <http://c> Import: <http://a>");
    Path catalog = folder.resolve("catalog");
    Files.writeString(catalog, "http://b = b.ofn\nhttp://c = c.omn\n");
    String text =
        "<http://a> a <http://www.w3.org/2002/07/owl#Ontology> ;\n"
            + " <http://www.w3.org/2002/07/owl#imports> <http://b> .";
    Source main = Reading.source("text/turtle", text);
    Reading.Result result = Reading.of(Map.of("catalog", catalog.toString()), main);
    assertEquals(List.of(), result.findings());
    assertEquals("B<C", edges(result.ontology()));
    assertEquals(List.of("E0133 2:42"), Reading.of(Map.of(), main).places());
    assertEquals(List.of("W0301 2:42"), Reading.of(Map.of("imports", "ignore"), main).places());
    Source other =
        Reading.source("text/turtle", "<http://b> a <http://www.w3.org/2002/07/owl#Ontology> .");
    assertEquals(List.of(), Reading.of(Map.of(), main, other).places());
  }

  @Test
  void univBench() {
    Path file =
        Path.of(System.getProperty("ontoc.root", "."), "..", "shared", "data", "lubm")
            .resolve("univ-bench.owl")
            .normalize();
    Assumptions.assumeTrue(Files.isRegularFile(file), "no LUBM ontology at " + file);
    Source source =
        new Source(
            "univ-bench.owl",
            "application/rdf+xml",
            () -> Files.newInputStream(file),
            Optional.of(file));
    Reading.Result result = Reading.of(Map.of(), source);
    assertEquals(List.of(), result.findings());
    assertEquals(43, result.ontology().classes().size());
    assertEquals(32, result.ontology().properties().size());
    String edges = edges(result.ontology());
    for (String edge :
        List.of("Chair<Professor", "Chair<Person", "Student<Person", "Dean<Professor"))
      assertTrue(edges.contains(edge), edge);
    assertTrue(result.ontology().hierarchy().stream().allMatch(it -> it.at().column() > 0));
  }

  @Test
  void termsThatDoNotExistAreNamedWithTheNearest() {
    var turtle =
        Reading.of(
            Map.of(),
            Reading.source(
                "text/turtle",
                "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                    + "<http://example.org/> a owl:Ontology .\n"
                    + "<http://example.org/C> a owl:Clas ."));
    var found = turtle.findings().stream().filter(it -> it.code().equals("W0309")).toList();
    assertEquals(1, found.size());
    assertEquals("3:26", Reading.place(found.getFirst().at()));
    assertEquals("Did you mean owl:Class?", found.getFirst().hint());
    var functional =
        Reading.of(
            Map.of(),
            Reading.source(
                "text/owl-functional",
                "Prefix(owl:=<http://www.w3.org/2002/07/owl#>)\n"
                    + "Prefix(ex:=<http://example.org/>)\n"
                    + "Ontology(<http://example.org/>\n"
                    + "Declaration(Class(ex:C))\n"
                    + "SubClassOf(ex:C owl:Ting))"));
    assertEquals(
        "Did you mean owl:Thing?",
        functional.findings().stream()
            .filter(it -> it.code().equals("W0309"))
            .findFirst()
            .orElseThrow()
            .hint());
  }
}
