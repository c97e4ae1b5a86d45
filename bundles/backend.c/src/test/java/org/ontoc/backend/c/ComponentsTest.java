// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Plan;

/** A program with every constraint component, compiled in every way and run. */
class ComponentsTest {
  private static final List<String> SANITIZED =
      List.of("-std=c99", "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");
  private static final List<String> CPP =
      List.of("-x", "c++", "-std=c++17", "-Wall", "-Wextra", "-Werror");

  @BeforeEach
  void compilerIsPresent() {
    Native.assumePresent("gcc");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ComponentsTest.class.getResourceAsStream(name)) {
      if (in == null) throw new AssertionError("no resource " + name);
      return in.readAllBytes();
    }
  }

  /** Writes the program, its data and a driver into a folder. */
  private static Plan prepare(Path folder, String... drivers) throws IOException {
    Compiling compiling = new Compiling();
    Plan plan =
        compiling.plan(
            compiling.program(
                Source.of("components.ttl", "text/turtle", resource("components.ttl"))));
    assertEquals(List.of(), compiling.findings());
    Compiling.write(compiling.artifacts(plan), folder);
    Files.write(folder.resolve("data.ttl"), resource("components-data.ttl"));
    for (String driver : drivers) Files.write(folder.resolve(driver), resource(driver));
    return plan;
  }

  /** Component, focus node, path, value, position: one result a line, in alphabetical order. */
  private static String readable(Plan plan, String lines) {
    Shape[] shapes = new Shape[plan.checks().size()];
    plan.shapes().forEach(s -> s.checks().forEach(c -> shapes[c.number()] = s.shape()));
    return lines
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields[0].equals("R"))
        .map(
            fields -> {
              int check = Integer.parseInt(fields[1]);
              String component =
                  plan.checks()
                      .get(check)
                      .component(fields[2].equals("1"))
                      .value()
                      .replaceAll(".*#|ConstraintComponent", "");
              String path = shapes[check].path().map(Object::toString).orElse("-");
              return Stream.of(
                      component,
                      fields[3],
                      fields[5].isEmpty() ? path : fields[5],
                      fields[4].isEmpty() ? "-" : fields[4],
                      fields[7] + ":" + fields[8])
                  .collect(Collectors.joining(" "))
                  .replace("http://example.org/", "")
                  .replace("http://www.w3.org/2001/XMLSchema#", "");
            })
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Native.Outcome run(Path folder, String... command) throws Exception {
    return Native.run(folder, List.of(command));
  }

  private static void assertExpected(Plan plan, Native.Outcome outcome) throws IOException {
    assertEquals("", outcome.err());
    assertEquals(1, outcome.status());
    String actual = readable(plan, outcome.out());
    Golden.assertSame("components-expected.txt", actual);
  }

  @Test
  void strictC99(@TempDir Path folder) throws Exception {
    Plan plan = prepare(folder);
    Native.compile(folder, "gcc", Native.STRICT, "-O2", "components.c", "main.c", "-o", "v");
    assertExpected(plan, run(folder, "./v", "--machine", "data.ttl"));
    Native.Outcome human = run(folder, "./v", "--name", "my.ttl", "data.ttl");
    assertTrue(human.out().contains("my.ttl:18:13: warning: <http://example.org/v> "), human.out());
    assertTrue(human.out().contains(": too long: \"abcd\" ["), human.out());
    assertTrue(human.err().startsWith("69 results for 9 focus nodes; 126 triples"), human.err());
  }

  @Test
  void cPlusPlus(@TempDir Path folder) throws Exception {
    Native.assumePresent("g++");
    Plan plan = prepare(folder);
    Native.compile(folder, "g++", CPP, "components.c", "main.c", "-o", "v");
    assertExpected(plan, run(folder, "./v", "--machine", "data.ttl"));
  }

  @Test
  void sanitizers(@TempDir Path folder) throws Exception {
    Plan plan = prepare(folder);
    Native.compile(folder, "gcc", SANITIZED, "components.c", "main.c", "-o", "v");
    assertExpected(plan, run(folder, "./v", "--machine", "data.ttl"));
  }

  @Test
  void sharedRuntime(@TempDir Path folder) throws Exception {
    Plan plan = prepare(folder);
    Native.compile(
        folder,
        "gcc",
        Native.STRICT,
        "-DORT_RUNTIME_ONLY",
        "-c",
        "components.c",
        "-o",
        "runtime.o");
    Native.compile(
        folder,
        "gcc",
        Native.STRICT,
        "-DORT_EXTERNAL_RUNTIME",
        "components.c",
        "main.c",
        "runtime.o",
        "-o",
        "v");
    assertExpected(plan, run(folder, "./v", "--machine", "data.ttl"));
  }

  @Test
  void readsFramesFromStandardInput(@TempDir Path folder) throws Exception {
    Plan plan = prepare(folder);
    Native.compile(folder, "gcc", Native.STRICT, "components.c", "main.c", "-o", "v");
    byte[] data = resource("components-data.ttl");
    java.io.ByteArrayOutputStream frames = new java.io.ByteArrayOutputStream();
    for (int i = 0; i < data.length; i += 100) {
      int length = Math.min(100, data.length - i);
      frames.writeBytes(new byte[] {(byte) length, 0, 0, 0});
      frames.write(data, i, length);
    }
    frames.writeBytes(new byte[4]);
    frames.writeBytes(new byte[4]); // a second, empty document
    Files.write(folder.resolve("frames"), frames.toByteArray());
    assertExpected(
        plan,
        run(folder, "sh", "-c", "./v --machine --frames --format ttl - --format nt - < frames"));
    Native.Outcome cut =
        run(folder, "sh", "-c", "head -c 150 frames | ./v --machine --frames --format ttl -");
    assertEquals(2, cut.status());
    assertTrue(cut.out().startsWith("E\tio\t0\t"), cut.out());
  }

  @Test
  void everyFailureHasItsStatus(@TempDir Path folder) throws Exception {
    prepare(folder);
    Native.compile(folder, "gcc", Native.STRICT, "components.c", "main.c", "-o", "v");
    Files.writeString(folder.resolve("bad.nt"), "<http://e/a> <http://e/b>\n");
    Files.writeString(
        folder.resolve("long.nt"), "<http://e/" + "a".repeat(5000) + "> <http://e/b> _:c .\n");
    assertEquals(2, run(folder, "./v").status());
    assertEquals(2, run(folder, "./v", "--format", "xml", "bad.nt").status());
    assertEquals(2, run(folder, "./v", "absent.nt").status());
    assertEquals(3, run(folder, "./v", "bad.nt").status());
    assertEquals(1, run(folder, "./v", "long.nt").status());
    assertEquals(124, run(folder, "./v", "--max-line-bytes", "1000", "long.nt").status());
    String syntax = run(folder, "./v", "--machine", "long.nt", "bad.nt").out();
    assertTrue(syntax.matches("E\tsyntax\t1\t1\t\\d+\t\\d+\t[^\t]+\n"), syntax);
    String absent = run(folder, "./v", "--machine", "long.nt", "absent.nt").out();
    assertTrue(absent.startsWith("E\tio\t1\t0\t0\t0\t"), absent);
  }

  @Test
  void everyAllocationMayFail(@TempDir Path folder) throws Exception {
    prepare(folder, "allocation.c");
    Native.compile(folder, "gcc", SANITIZED, "components.c", "allocation.c", "-o", "v");
    Native.Outcome outcome = run(folder, "./v", "data.ttl");
    assertEquals("", outcome.err());
    assertEquals(0, outcome.status());
    assertTrue(outcome.out().matches("69 results after [1-9]\\d+ failures, 0 bytes left\n"));
  }

  /** Recursive shapes over data with a cycle, a chain and a violation at its end. */
  @Test
  void everyAllocationMayFailInRecursiveShapes(@TempDir Path folder) throws Exception {
    String head =
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n";
    String shapes =
        head
            + "ex:S sh:targetSubjectsOf ex:p ; sh:property ex:P .\n"
            + "ex:P sh:path ex:p ; sh:node ex:S ; sh:property ex:P ; sh:nodeKind sh:IRI .";
    StringBuilder data = new StringBuilder(head + "ex:a ex:p ex:b . ex:b ex:p ex:a .\n");
    for (int i = 0; i < 20; i++) data.append("ex:n" + i + " ex:p ex:n" + (i + 1) + " .\n");
    data.append("ex:n20 ex:p \"no IRI\" .\n");
    Compiling compiling = new Compiling(Map.of("recursion", "stratified"));
    byte[] bytes = shapes.getBytes(StandardCharsets.UTF_8);
    Source source = Source.of("components.ttl", "text/turtle", bytes);
    Compiling.write(compiling.artifacts(compiling.plan(compiling.program(source))), folder);
    assertEquals(List.of(), compiling.findings());
    Files.write(folder.resolve("allocation.c"), resource("allocation.c"));
    Files.writeString(folder.resolve("data.ttl"), data);
    Native.compile(folder, "gcc", SANITIZED, "components.c", "allocation.c", "-o", "v");
    Native.Outcome outcome = run(folder, "./v", "data.ttl");
    assertEquals("", outcome.err());
    // each of the 21 subjects reports the nodes after it: 20 + 19 + … by sh:node, and the literal
    assertTrue(
        outcome.out().matches("231 results after [1-9]\\d+ failures, 0 bytes left\n"),
        outcome.out());
  }

  @Test
  void severalDocumentsAreOneGraphWithSeparateBlankNodes(@TempDir Path folder) throws Exception {
    Plan plan = prepare(folder);
    Native.compile(folder, "gcc", Native.STRICT, "components.c", "main.c", "-o", "v");
    String head = "@prefix ex: <http://example.org/> . ";
    Files.writeString(folder.resolve("1.ttl"), head + "ex:v a ex:Top .\n_:a ex:p _:ort1_a .\n");
    Files.writeString(
        folder.resolve("2.ttl"), head + "\nex:v ex:minLen _:a ; ex:in ex:v .\nex:v a ex:Top .");
    Files.writeString(folder.resolve("3.ttl"), head + "ex:v ex:minLen _:a , [] .");
    Native.Outcome outcome = run(folder, "./v", "--machine", "1.ttl", "2.ttl", "3.ttl");
    List<String> lines =
        readable(plan, outcome.out())
            .lines()
            .filter(line -> line.contains(" <v> "))
            .map(line -> line.replaceAll("ort2\\.\\d+", "ort2.N"))
            .toList();
    assertEquals(
        List.of(
            "In <v> <in> <v> 2:28",
            "MinLength <v> <minLen> _:ort1_a 2:16",
            "MinLength <v> <minLen> _:ort2.N 1:58",
            "MinLength <v> <minLen> _:ort2_a 1:52"),
        lines);
    assertTrue(outcome.out().contains("\t2\t1\t52\t"), outcome.out());
  }

  @Test
  void twoProgramsInOneBinary(@TempDir Path folder) throws Exception {
    prepare(folder, "two_programs.c");
    Compiling compiling = new Compiling();
    byte[] shapes =
        ("@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> . "
                + "ex:S sh:targetNode ex:v ; sh:property [ sh:path ex:absent ; sh:minCount 1 ] .")
            .getBytes(StandardCharsets.UTF_8);
    Plan plan = compiling.plan(compiling.program(Source.of("other.ttl", "text/turtle", shapes)));
    Compiling.write(
        compiling.artifacts(plan).stream()
            .filter(artifact -> artifact.path().startsWith("other."))
            .toList(),
        folder);
    Native.compile(
        folder, "gcc", Native.STRICT, "components.c", "other.c", "two_programs.c", "-o", "v");
    assertEquals("69 1\n", run(folder, "./v", "data.ttl").out());
  }
}
