// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Program;

/**
 * Many documents through one validator that is reset between them come out as each through a
 * validator of its own, under the sanitizers; see documents.c.
 */
final class DocumentsTest {
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix e: <http://e/> .
      e:D rdfs:subClassOf e:C .
      e:S sh:targetSubjectsOf e:p , e:q ; sh:targetClass e:C ; sh:targetObjectsOf e:p ; sh:nodeKind sh:BlankNode ;
        sh:in ( "0"@en "1"@EN e:n1 1 2 "x"^^e:n0 ) ;
        sh:property [ sh:path e:p ; sh:maxCount 1 ; sh:datatype xsd:integer ] ;
        sh:property [ sh:path e:q ; sh:uniqueLang true ; sh:equals e:p ; sh:languageIn ( "en" "de" ) ] ;
        sh:property [ sh:path ( [ sh:zeroOrMorePath e:q ] e:p ) ; sh:class e:C ; sh:node e:T ] .
      e:T sh:targetClass e:D ; sh:targetNode e:n3 ; sh:closed true ; sh:ignoredProperties ( e:p ) ;
        sh:property [ sh:path e:q ; sh:node e:R ] .
      e:R sh:property [ sh:path e:p ; sh:maxCount 2 ; sh:pattern "^a" ] .
      """;
  // closed shapes keep every triple, so that the rest is tried with a reading that drops some too
  private static final String OPEN =
      SHAPES.replace("sh:closed true ; sh:ignoredProperties ( e:p ) ;", "");

  @TempDir private Path folder;

  private static byte[] program() throws IOException {
    try (InputStream in = DocumentsTest.class.getResourceAsStream("documents.c")) {
      if (in == null) throw new AssertionError("no resource documents.c");
      return in.readAllBytes();
    }
  }

  private void compile(String shapes, String sanitizers) throws Exception {
    Compiling compiling = new Compiling();
    byte[] bytes = shapes.getBytes(StandardCharsets.UTF_8);
    Program program = compiling.program(Source.of("parts.ttl", "text/turtle", bytes));
    Compiling.write(compiling.artifacts(compiling.plan(program)), folder);
    assertEquals(List.of(), compiling.findings());
    Files.write(folder.resolve("documents.c"), program());
    List<String> flags = new ArrayList<>(Native.STRICT);
    flags.addAll(List.of("-O1", "-g", "-pthread", "-fno-sanitize-recover=all"));
    flags.add("-fsanitize=" + sanitizers);
    Native.compile(folder, "gcc", flags, "parts.c", "documents.c", "-o", "v");
  }

  private static String line(Random random) {
    String subject = PartsTest.node(random);
    if (random.nextInt(9) > 0) return PartsTest.triple(random, subject) + " .\n";
    return "<http://e/"
        + "CDE".charAt(random.nextInt(3))
        + "> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://e/"
        + "CDE".charAt(random.nextInt(3))
        + "> .\n";
  }

  private static String document(Random random, int number) {
    StringBuilder text = new StringBuilder();
    int lines = number % 29 == 28 ? 3000 : random.nextInt(40);
    for (int i = 0; i < lines; i++) {
      String line = line(random);
      // a large document has many terms, so that the tables grow
      text.append(lines < 3000 ? line : line.replace("<http://e/n", "<http://e/n" + i / 3 + "x"));
    }
    if (random.nextInt(8) == 0) text.append("<http://e/n1> <http://e/p> \"wrong .\n");
    if (random.nextInt(8) == 0) text.append("<http://e/n1> <http://e/p> \"no line end\" .");
    return text.toString();
  }

  private String callsOfTheAllocator(long seed) throws Exception {
    Random random = new Random(seed);
    List<String> command = new ArrayList<>(List.of("./v"));
    for (String suffix : List.of(".nt", ".ttl")) {
      for (int i = 0; i < 60; i++) {
        Files.writeString(folder.resolve(i + suffix), document(random, i));
        command.add(i + suffix);
      }
    }
    Native.Outcome outcome = Native.run(folder, command);
    assertEquals("", outcome.err());
    assertEquals(0, outcome.status(), outcome.out());
    return outcome.out();
  }

  @Test
  void eachAsByAValidatorOfItsOwn() throws Exception {
    Native.assumePresent("gcc");
    compile(SHAPES, "address,undefined");
    assertTrue(callsOfTheAllocator(1).matches("\\d+\n\\d+\n"));
    compile(OPEN, "address,undefined");
    assertTrue(callsOfTheAllocator(2).matches("\\d+\n\\d+\n"));
  }

  @Test
  void noMemoryIsAskedForWhenAllWasReadBefore() throws Exception {
    Native.assumePresent("gcc");
    compile(OPEN, "undefined");
    for (long seed = 3; seed < 7; seed++) assertEquals("0\n0\n", callsOfTheAllocator(seed));
  }
}
