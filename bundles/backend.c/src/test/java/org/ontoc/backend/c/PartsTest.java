// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.plan.Plan;

/**
 * A document read by several threads comes out as by one, to the byte: results, positions,
 * checkpoints and errors. The parts are made so small that every document has many.
 */
final class PartsTest {
  private static final List<String> SMALL =
      List.of(
          "-std=c99",
          "-O1",
          "-g",
          "-pthread",
          "-DORT_PART_BYTES=50",
          "-DORT_CACHED_SLOTS=0",
          "-DORT_CHECKPOINT_BYTES=40",
          "-DORT_THREAD_ROWS=5",
          "-DORT_ROUND_NODES=3");
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix e: <http://e/> .
      e:S sh:targetSubjectsOf e:p , e:q ; sh:targetClass e:C ; sh:targetObjectsOf e:p ; sh:nodeKind sh:BlankNode ;
        sh:property [ sh:path e:p ; sh:maxCount 1 ; sh:datatype xsd:integer ] ;
        sh:property [ sh:path e:q ; sh:uniqueLang true ; sh:equals e:p ; sh:languageIn ( "en" "de" ) ] ;
        sh:property [ sh:path ( e:p e:q ) ; sh:class e:C ] ;
        sh:property [ sh:path e:r ; sh:minCount 1 ; sh:maxCount 2 ; sh:datatype xsd:integer ] ;
        sh:property [ sh:path e:s ; sh:maxCount 3 ] .
      e:T sh:targetClass e:D ; sh:closed true ; sh:ignoredProperties ( e:p ) .
      """;

  /** No shape is closed: objects may pass as they are read, and triples wait. */
  private static final String OPEN =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix e: <http://e/> .
      e:S sh:targetSubjectsOf e:p , e:q , e:r , e:s ; sh:targetClass e:C ; sh:nodeKind sh:BlankNode ;
        sh:property [ sh:path e:p ; sh:maxCount 1 ; sh:datatype xsd:integer ] ;
        sh:property [ sh:path e:q ; sh:maxCount 2 ; sh:nodeKind sh:Literal ; sh:languageIn ( "en" "de" ) ] ;
        sh:property [ sh:path e:r ; sh:maxCount 2 ; sh:datatype xsd:integer ; sh:maxInclusive 2 ] ;
        sh:property [ sh:path e:s ; sh:maxCount 3 ] .
      """;

  @TempDir private Path folder;

  @BeforeEach
  void compilerIsPresent() {
    Native.assumePresent("gcc");
  }

  private void compile(String... sanitizers) throws Exception {
    compileShapes(SHAPES, sanitizers);
  }

  private void compileShapes(String shapes, String... sanitizers) throws Exception {
    Compiling compiling = new Compiling();
    byte[] bytes = shapes.getBytes(StandardCharsets.UTF_8);
    Plan plan = compiling.plan(compiling.program(Source.of("parts.ttl", "text/turtle", bytes)));
    assertEquals(List.of(), compiling.findings());
    Compiling.write(compiling.artifacts(plan), folder);
    List<String> flags = new ArrayList<>(SMALL);
    flags.addAll(List.of(sanitizers));
    Native.compile(folder, "gcc", flags, "parts.c", "main.c", "-o", "v");
    flags.addAll(
        List.of("-DORT_NO_AHEAD", "-DORT_NO_PASSING", "-DORT_SCALAR", "-DORT_NO_PERFECT_HASH"));
    Native.compile(folder, "gcc", flags, "parts.c", "main.c", "-o", "plain");
  }

  private String outcome(int threads, String... files) throws Exception {
    return outcome("./v", threads, files);
  }

  private String outcome(String program, int threads, String... files) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(program, "--machine", "--threads", "" + threads));
    command.addAll(List.of(files));
    Native.Outcome outcome = Native.run(folder, command);
    assertEquals("", outcome.err());
    // times and memory differ
    return outcome.status() + "\n" + outcome.out().replaceAll("(?m)^(S(\t\\d+){4}).*", "$1");
  }

  private void assertSame(String... files) throws Exception {
    String one = outcome(1, files);
    for (int threads : new int[] {2, 3, 7}) assertEquals(one, outcome(threads, files));
    // which of two spellings of a language a term is known by depends on which terms are kept
    for (int threads : new int[] {1, 3}) {
      String plain = outcome("./plain", threads, files);
      assertEquals(one.toLowerCase(Locale.ROOT), plain.toLowerCase(Locale.ROOT));
    }
  }

  static String node(Random random) {
    return random.nextInt(4) == 0
        ? "_:b" + random.nextInt(5)
        : "<http://e/n" + random.nextInt(9) + ">";
  }

  private static String literal(Random random) {
    String text = "\"" + random.nextInt(3) + "\\u00e4é\"".substring(0, random.nextInt(2) * 8);
    text = text.endsWith("\"") && text.length() > 1 ? text : text + "\"";
    return switch (random.nextInt(5)) {
      case 0 -> text;
      case 1 -> text + "^^<http://www.w3.org/2001/XMLSchema#integer>";
      case 2 -> text + "^^<http://e/n" + random.nextInt(3) + ">";
      case 3 -> text + "@" + (random.nextBoolean() ? "en" : "EN");
      default -> text + "@" + (random.nextBoolean() ? "de-AT" : "De-at");
    };
  }

  static String triple(Random random, String subject) {
    String object = random.nextBoolean() ? node(random) : literal(random);
    return switch (random.nextInt(9)) {
      case 0 ->
          subject
              + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/"
              + "CDE".charAt(random.nextInt(3))
              + ">";
      case 1 -> subject + " <http://e/other> " + object;
      case 2, 3 -> subject + " <http://e/p> " + object;
      case 4 ->
          subject
              + " <http://e/r> \""
              + random.nextInt(4)
              + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
      case 5 -> subject + " <http://e/r> " + object;
      case 6 -> subject + " <http://e/s> " + object;
      default -> subject + " <http://e/q> " + object;
    };
  }

  private static String document(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
    String subject = node(random);
    int lines = random.nextInt(60);
    int run = random.nextInt(4) == 0 ? 40 : 3; // triples of one subject: some long, some short
    for (int i = 0; i < lines; i++) {
      if (random.nextInt(run) == 0) subject = node(random);
      String[] ends = {"\n", "\n", "\n", "\r\n", "\r", "\n\n", " # é\n"};
      text.append(triple(random, subject)).append(" .").append(ends[random.nextInt(ends.length)]);
    }
    return text.toString();
  }

  private void compare(int rounds) throws Exception {
    Random random = new Random(20);
    for (int i = 0; i < rounds; i++) {
      Files.writeString(folder.resolve("1.nt"), document(random));
      Files.writeString(folder.resolve("2.nt"), document(random));
      assertSame("1.nt", "2.nt");
      String broken = document(random) + "<http://e/n0> <http://e/p .\n" + document(random);
      Files.writeString(folder.resolve("3.nt"), broken + "_:x <http://e/p> .\n");
      assertSame("1.nt", "3.nt");
    }
  }

  @Test
  void asOneThreadUnderTheAddressSanitizer() throws Exception {
    compile("-fsanitize=address,undefined", "-fno-sanitize-recover=all");
    compare(40);
  }

  @Test
  void asOneThreadWhenObjectsPass() throws Exception {
    compileShapes(OPEN, "-fsanitize=address,undefined", "-fno-sanitize-recover=all");
    compare(40);
  }

  @Test
  void asOneThreadWhenObjectsPassUnderTheThreadSanitizer() throws Exception {
    compileShapes(OPEN, "-fsanitize=thread");
    compare(10);
  }

  @Test
  void asOneThreadUnderTheThreadSanitizer() throws Exception {
    compile("-fsanitize=thread");
    compare(15);
  }

  @Test
  void anErrorIsTheFirstOfTheDocument() throws Exception {
    compile();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      text.append(i % 70 == 0 ? "wrong\n" : "<http://e/n" + i + "> <http://e/p> \"1\" .\n");
    }
    Files.writeString(folder.resolve("bad.nt"), text);
    for (int threads : new int[] {1, 2, 5, 64}) {
      String outcome = outcome(threads, "bad.nt");
      assertTrue(outcome.startsWith("3\nE\tsyntax\t0\t70\t1\t"), outcome);
    }
  }
}
