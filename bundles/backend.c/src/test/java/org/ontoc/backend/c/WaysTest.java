// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.plan.Plan;

/**
 * Data that is validated in one pass or grouped on disk comes out as data that is in memory, to the
 * byte: results, their order and their positions. Batches, parts and blocks are made small.
 */
final class WaysTest {
  private static final List<String> SMALL =
      List.of(
          "-std=c99",
          "-O0",
          "-g",
          "-pthread",
          "-fsanitize=address,undefined",
          "-fno-sanitize-recover=all",
          "-DORT_BATCH_ROWS=5",
          "-DORT_GROUP_BITS=3",
          "-DORT_SPOOL_BLOCK=512",
          "-DORT_CHECKPOINT_BYTES=4000");

  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix e: <http://e/> .
      """;

  /** Everything that needs the triples of the focus node only. */
  private static final String SUBJECT =
      PREFIXES
          + """
          e:D rdfs:subClassOf e:C .
          e:S sh:targetSubjectsOf e:q , e:r ; sh:targetClass e:C ; sh:targetNode e:n1 , e:n2 , e:absent ;
            sh:nodeKind sh:BlankNode ;
            sh:property [ sh:path e:p ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] ;
            sh:property [ sh:path e:q ; sh:uniqueLang true ; sh:equals e:p ; sh:languageIn ( "en" "de" ) ] ;
            sh:property [ sh:path e:r ; sh:minCount 1 ; sh:maxCount 2 ; sh:datatype xsd:integer ] ;
            sh:property [ sh:path [ sh:alternativePath ( e:p e:r ) ] ; sh:disjoint e:s ; sh:not [ sh:in ( e:n1 "1" ) ] ] ;
            sh:or ( [ sh:class e:D ] [ sh:property [ sh:path e:s ; sh:minCount 2 ] ] ) .
          e:T sh:targetClass e:E , e:C ; sh:targetNode e:n3 ; sh:closed true ; sh:ignoredProperties ( e:p ) .
          """;

  /** The types of value nodes as well. */
  private static final String TYPES =
      PREFIXES
          + """
          e:S sh:targetSubjectsOf e:q ; sh:targetClass e:C ; sh:targetNode e:n4 ;
            sh:property [ sh:path e:p ; sh:class e:D ; sh:maxCount 2 ] ;
            sh:property [ sh:path e:q ; sh:qualifiedValueShape [ sh:class e:C ] ; sh:qualifiedMinCount 1 ] ;
            sh:property [ sh:path e:s ; sh:xone ( [ sh:class e:E ] [ sh:datatype xsd:integer ] ) ] .
          """;

  /** Programs by their shapes: each is compiled once. */
  private static final Map<String, Path> PROGRAMS = new HashMap<>();

  @TempDir private static Path programs = Path.of("");
  @TempDir private Path folder = Path.of("");
  private Path temporary = Path.of("");
  private String v = "";

  @BeforeEach
  void compilerIsPresent() throws Exception {
    Native.assumePresent("gcc");
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  private void compile(String shapes) throws Exception {
    Path program = PROGRAMS.get(shapes);
    if (program == null) {
      Path sources = Files.createDirectory(programs.resolve("p" + PROGRAMS.size()));
      Compiling compiling = new Compiling();
      byte[] bytes = shapes.getBytes(StandardCharsets.UTF_8);
      Plan plan = compiling.plan(compiling.program(Source.of("ways.ttl", "text/turtle", bytes)));
      assertEquals(List.of(), compiling.findings());
      Compiling.write(compiling.artifacts(plan), sources);
      Native.compile(sources, "gcc", SMALL, "ways.c", "main.c", "-o", "v");
      program = sources.resolve("v");
      PROGRAMS.put(shapes, program);
    }
    v = program.toString();
  }

  private Native.Outcome run(String options, String... files) throws Exception {
    String command =
        v + " --machine --temporary temporary " + options + " " + String.join(" ", files);
    return Native.run(folder, List.of("sh", "-c", command));
  }

  /** Exit status, results and counts. */
  private String outcome(String options, String... files) throws Exception {
    Native.Outcome outcome = run(options, files);
    assertEquals("", outcome.err());
    return outcome.status() + "\n" + outcome.out().replaceAll("(?m)^(S(\t\\d+){4}).*", "$1");
  }

  private void assertSame(String details, String... files) throws Exception {
    String expected = outcome("--way memory" + details, files);
    assertTrue(expected.contains("\nS\t"), expected);
    for (String way : new String[] {"", "--memory 1M", "--way disk --memory 2M"})
      assertEquals(expected, outcome(way + details, files), way);
    String format = files[0].endsWith(".ttl") ? " --format ttl" : "";
    String pipe = outcome("--way disk --memory 1M" + details + format + " - < " + files[0]);
    assertEquals(outcome("--way memory" + details, files[0]), pipe);
  }

  private String grouped(Random random, int subjects) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < subjects; i++) {
      String subject = random.nextInt(4) == 0 ? "_:b" + i : "<http://e/n" + i + ">";
      for (int k = random.nextInt(30) == 0 ? 40 : 1 + random.nextInt(4); k > 0; k--) {
        // of two spellings of a language, the first in memory is shown
        String line =
            PartsTest.triple(random, subject)
                    .replaceAll("@(EN|en)", "@en")
                    .replaceAll("@(de-AT|De-at)", "@de-at")
                + " .\n";
        text.append(line);
        if (random.nextInt(8) == 0) text.append(line);
      }
    }
    return text.toString();
  }

  private static String shuffled(Random random, String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    Collections.shuffle(lines, random);
    return String.join("\n", lines) + "\n";
  }

  private void compare(String details, int rounds) throws Exception {
    Random random = new Random(21);
    for (int i = 0; i < rounds; i++) {
      String one = grouped(random, 10 + random.nextInt(120));
      String other = grouped(random, 10);
      Files.writeString(folder.resolve("1.nt"), one);
      Files.writeString(folder.resolve("2.nt"), shuffled(random, one));
      Files.writeString(folder.resolve("3.nt"), shuffled(random, other) + other);
      assertSame(details, "1.nt");
      assertSame(details, "2.nt");
      assertSame(details, "3.nt", "1.nt", "2.nt");
    }
  }

  @Test
  void subjectsAlone() throws Exception {
    compile(SUBJECT);
    compare("", 6);
    compare(" --detail-results 3", 3);
  }

  @Test
  void typesOfValueNodes() throws Exception {
    compile(TYPES);
    compare("", 6);
    compare(" --detail-results 3", 3);
  }

  @Test
  void groupedDataIsReadOnce() throws Exception {
    compile(SUBJECT);
    Random random = new Random(3);
    String data = grouped(random, 300);
    Files.writeString(folder.resolve("grouped.nt"), data);
    assertEquals(outcome("--way memory", "grouped.nt"), outcome("--way once", "grouped.nt"));
    Files.writeString(folder.resolve("again.nt"), data + data);
    String again = outcome("--way once", "again.nt");
    assertTrue(again.startsWith("2\nE\tio\t0\t"), again);
  }

  @Test
  void subclassesInTheData() throws Exception {
    compile(SUBJECT);
    Random random = new Random(4);
    String data = grouped(random, 100);
    String edge = "<http://e/E> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://e/D> .\n";
    Files.writeString(folder.resolve("first.nt"), edge + data);
    Files.writeString(folder.resolve("last.nt"), data + edge);
    assertSame("", "first.nt");
    assertSame("", "last.nt");
    assertTrue(outcome("--way once", "last.nt").startsWith("2\nE\tio\t"));
  }

  @Test
  void turtleWithBlankNodes() throws Exception {
    compile(SUBJECT);
    String head = PREFIXES.replace("@prefix sh:", "@prefix x:") + "\n";
    Files.writeString(
        folder.resolve("a.ttl"),
        head
            + "[] a e:C ; e:p [ a e:E ; e:q \"x\"@en , \"x\"@de ; e:z 1 ] , ( 1 [ e:r 2 ] ) .\n"
            + "e:n1 e:q 1 ; e:r [ e:r [ e:r [] ] ] . e:n2 a e:C . e:n1 e:p 4 .\n");
    Files.writeString(
        folder.resolve("b.ttl"), head + "_:x a e:D ; e:r 1 , 2 , 3 . e:n2 e:p 1 , 2 .\n");
    assertSame("", "a.ttl", "b.ttl", "a.ttl");
  }

  @Test
  void partsThatDoNotFitAreDivided() throws Exception {
    compile(SUBJECT);
    Files.writeString(
        folder.resolve("large.nt"), shuffled(new Random(5), grouped(new Random(6), 20_000)));
    String expected = outcome("--way memory", "large.nt");
    assertEquals(expected, outcome("--memory 2M", "large.nt"));
    StringBuilder one = new StringBuilder();
    for (int i = 0; i < 60_000; i++)
      one.append("<http://e/n1> <http://e/q> <http://e/v").append(i).append("> .\n");
    Files.writeString(folder.resolve("one.nt"), one);
    String refused = outcome("--memory 2M", "one.nt");
    assertTrue(
        refused.matches("124\nE\tbound\t0\t1\t1\t0\tthe triples of this subject need .*\n"),
        refused);
  }

  @Test
  void shapesThatNeedTheWholeGraphSayWhy() throws Exception {
    compile(
        PREFIXES
            + "e:S sh:targetClass e:C ;\n  sh:property [ sh:path ( e:p e:q ) ; sh:maxCount 1 ] .\n");
    Files.writeString(folder.resolve("1.nt"), "<http://e/n1> <http://e/p> <http://e/n2> .\n");
    Native.Outcome outcome = run("--memory 1G", "1.nt");
    assertEquals(2, outcome.status());
    assertTrue(
        outcome.out().matches("E\tgraph\t.*line 4.*its path is longer than one step.*\n"),
        outcome.out());
    assertEquals(0, run("", "1.nt").status());
  }

  @Test
  void sizes() throws Exception {
    compile(SUBJECT);
    Files.writeString(folder.resolve("1.nt"), "");
    for (String wrong :
        new String[] {"0", "x", "-1", "1X", "900K", "M", "1MM", "99999999999", "1.5G", ""})
      assertEquals(2, run("--memory '" + wrong + "'", "1.nt").status(), wrong);
    for (String right : new String[] {"1048576", "1024K", "1M", "1MiB", "2g", "3GB", "1T"})
      assertEquals(1, run("--memory " + right, "1.nt").status(), right);
  }

  @Test
  void aDiskThatFails() throws Exception {
    compile(SUBJECT);
    Files.writeString(folder.resolve("2.nt"), shuffled(new Random(7), grouped(new Random(8), 500)));
    Native.Outcome nowhere =
        Native.run(
            folder, List.of(v, "--machine", "--memory", "1M", "--temporary", "nowhere", "2.nt"));
    assertEquals(124, nowhere.status());
    assertTrue(nowhere.out().matches("E\tdisk\t.*: No such file or directory\n"), nowhere.out());
    Native.Outcome full =
        Native.run(
            folder,
            List.of(
                "sh",
                "-c",
                "trap '' XFSZ; ulimit -f 1; "
                    + v
                    + " --memory 1M --machine 2.nt 2>/dev/null | cat; true"));
    assertTrue(full.out().matches("E\tdisk\t.*: File too large\n"), full.out());
  }

  @Test
  void anInterruptionLeavesNothing() throws Exception {
    compile(SUBJECT);
    String data = shuffled(new Random(7), grouped(new Random(8), 4_000));
    Files.writeString(folder.resolve("2.nt"), data);
    String script =
        "mkfifo pipe; "
            + v
            + " --machine --memory 1M --temporary temporary - < pipe & exec 3> pipe; cat 2.nt >&3;"
            + " until ls -l /proc/$!/fd | grep -c deleted; do sleep 0.1; done;"
            + " ls -A temporary; kill -INT $!; kill $!; wait $!; ls -A temporary";
    Native.Outcome outcome = Native.run(folder, List.of("timeout", "60", "sh", "-c", script));
    assertTrue(outcome.out().matches("(0\n)*1\n"), outcome.out());
    try (Stream<Path> left = Files.list(temporary)) {
      assertFalse(left.findAny().isPresent());
    }
  }
}
