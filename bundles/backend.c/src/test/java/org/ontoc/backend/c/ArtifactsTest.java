// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.plan.Plan;

/** The artifacts as texts, and as what a project builds. */
class ArtifactsTest {
  private static final Iri VIOLATION = new Iri("http://www.w3.org/ns/shacl#Violation");

  private static final String PERSON =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      ex:PersonShape a sh:NodeShape ;
        sh:targetClass ex:Person ;
        sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:maxLength 7 ; sh:pattern "^[A-Z]" ] ;
        sh:property [ sh:path ( ex:knows ex:name ) ; sh:node ex:Named ] ;
        sh:or ( ex:Named [ sh:path ex:id ; sh:minCount 1 ] ) .
      ex:Named a sh:NodeShape ; sh:nodeKind sh:Literal .
      """;

  private static List<Artifact> person() {
    Compiling compiling = new Compiling();
    Source source = Source.of("person.ttl", "text/turtle", PERSON.getBytes(StandardCharsets.UTF_8));
    List<Artifact> artifacts = compiling.artifacts(compiling.plan(compiling.program(source)));
    assertEquals(List.of(), compiling.findings());
    return artifacts;
  }

  private static String text(List<Artifact> artifacts, String path) {
    return artifacts.stream()
        .filter(artifact -> artifact.path().equals(path))
        .map(artifact -> new String(artifact.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void goldenProgram() throws Exception {
    List<Artifact> artifacts = new Compiling().artifacts(Plans.person());
    String source = text(artifacts, "person.c");
    Golden.assertSame("person.h.golden", text(artifacts, "person.h"));
    Golden.assertSame(
        "person.c.golden",
        source.substring(
            source.indexOf("/* ---- the shapes ---- */"),
            source.indexOf("/* ---- the interface ---- */")));
  }

  @Test
  void sameBytesInEveryLocale() {
    List<Artifact> first = person();
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      List<Artifact> second = person();
      for (int i = 0; i < first.size(); i++) {
        assertEquals(first.get(i).path(), second.get(i).path());
        assertArrayEquals(first.get(i).bytes(), second.get(i).bytes());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theWholeRuntimeIsCarried() throws Exception {
    Set<String> carried = new TreeSet<>(Amalgamation.HEADERS);
    carried.addAll(Amalgamation.OWN_HEADERS);
    carried.addAll(Amalgamation.SOURCES);
    carried.add(Amalgamation.MAIN);
    Files.readAllLines(Path.of("src/main/c", Amalgamation.MAIN)).stream()
        .filter(line -> line.matches("#include \"ort_\\w+\\.c\""))
        .forEach(line -> carried.add(line.split("\"", -1)[1]));
    carried.add(Amalgamation.ALL);
    try (Stream<Path> files = Files.list(Path.of("src/main/c"))) {
      assertEquals(
          new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()), carried);
    }
  }

  @Test
  void cmakeBuildsInstallsAndIsFound(@TempDir Path folder) throws Exception {
    Native.assumePresent("cmake");
    Compiling.write(person(), folder.resolve("person"));
    run(folder, "cmake", "-S", "person", "-B", "build");
    run(folder, "cmake", "--build", "build");
    run(folder, "cmake", "--install", "build", "--prefix", folder.resolve("out").toString());
    Native.Outcome example = Native.run(folder, List.of("build/person_example"));
    assertEquals(0, example.status());
    assertEquals("2 results", example.out().lines().toList().getLast(), example.out());
    Files.createDirectories(folder.resolve("user"));
    Files.copy(folder.resolve("person/example.c"), folder.resolve("user/example.c"));
    Files.writeString(
        folder.resolve("user/CMakeLists.txt"),
        """
        cmake_minimum_required(VERSION 3.10)
        project(user C)
        find_package(person REQUIRED)
        add_executable(user example.c)
        target_link_libraries(user person::person)
        """);
    String found = "-DCMAKE_PREFIX_PATH=" + folder.resolve("out");
    run(folder, "cmake", "-S", "user", "-B", "user_build", found);
    run(folder, "cmake", "--build", "user_build");
    assertEquals(example, Native.run(folder, List.of("user_build/user")));
  }

  private static void run(Path folder, String... command) throws Exception {
    Native.Outcome outcome = Native.run(folder, List.of(command));
    assertEquals(0, outcome.status(), outcome.out() + outcome.err());
  }

  @Test
  void pkgConfigFindsTheLibrary(@TempDir Path folder) throws Exception {
    Native.assumePresent("gcc");
    Native.assumePresent("pkg-config");
    Compiling.write(person(), folder);
    List<String> flags = new ArrayList<>(Native.STRICT);
    flags.addAll(List.of("-fPIC", "-fvisibility=hidden", "-shared"));
    Native.compile(folder, "gcc", flags, "person.c", "-o", "libperson.so");
    run(
        folder,
        "sh",
        "-c",
        "gcc example.c $(PKG_CONFIG_PATH=. pkg-config --cflags --libs person) -o e");
    Native.Outcome outcome = Native.run(folder, List.of("sh", "-c", "LD_LIBRARY_PATH=. ./e"));
    assertTrue(outcome.out().endsWith("2 results\n"), outcome.out() + outcome.err());
    String symbols =
        Native.run(folder, List.of("nm", "-D", "--defined-only", "libperson.so")).out();
    assertFalse(symbols.isEmpty());
    assertTrue(symbols.lines().allMatch(line -> line.contains(" T person_")), symbols);
  }

  private static Shape shape(int number, Constraint... constraints) {
    Origin at = new Origin("s.ttl", number + 1, 1, "");
    return new Shape(
        new Iri("http://e/" + number),
        Optional.empty(),
        List.of(new Target.SubjectsOf(new Iri("http://e/p"), at)),
        List.of(constraints),
        VIOLATION,
        List.of(),
        false,
        at);
  }

  @Test
  void longChainsOfShapesAreRefused() {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(shape(0));
    for (int i = 1; i <= 1000; i++) {
      shapes.add(shape(i, new Constraint.Node(shapes.get(i - 1).id(), Origin.NOWHERE)));
    }
    Compiling compiling = new Compiling();
    Plan plan = compiling.plan(new Program(shapes, Program.EMPTY.ontology()));
    assertEquals(List.of(), compiling.artifacts(plan));
    assertEquals("E0521", compiling.findings().getLast().code());
    assertEquals(1001, compiling.findings().getLast().at().line());
    shapes.removeLast();
    Plan shorter = compiling.plan(new Program(shapes, Program.EMPTY.ontology()));
    assertEquals(7 + JavaSources.FILES.size(), compiling.artifacts(shorter).size());
  }

  @Test
  void deeplyNestedPathsAreRefused() {
    org.ontoc.pipeline.ir.Path path =
        new org.ontoc.pipeline.ir.Path.Predicate(new Iri("http://e/p"));
    for (int i = 0; i < org.ontoc.pipeline.plan.PathAutomaton.DEEPEST; i++) {
      path = new org.ontoc.pipeline.ir.Path.ZeroOrMore(path);
    }
    Shape node = shape(0, new Constraint.MinCount(1, Origin.NOWHERE));
    Shape property =
        new Shape(
            node.id(),
            Optional.of(path),
            node.targets(),
            node.constraints(),
            VIOLATION,
            List.of(),
            false,
            node.at());
    Compiling compiling = new Compiling();
    Plan plan = compiling.plan(new Program(List.of(property), Program.EMPTY.ontology()));
    assertEquals(List.of(), compiling.artifacts(plan));
    assertEquals("E0522", compiling.findings().getLast().code());
  }
}
