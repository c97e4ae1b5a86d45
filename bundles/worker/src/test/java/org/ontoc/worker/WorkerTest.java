// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontoc.backend.bitactor.BitactorBackend;
import org.ontoc.backend.bitactor.BitactorProvider;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;

/** The worker says what the platform says, as a jar and subject by subject. */
final class WorkerTest {
  private static final String PREFIXES =
      "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"
          + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

  private static final String SHAPES =
      PREFIXES
          + """
          ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P , ex:Q .
          ex:P sh:path ex:p ; sh:minCount 1 ; sh:datatype xsd:integer ; sh:maxInclusive 9 ;
            sh:or ( [ sh:minInclusive 1 ] [ sh:in ( 0 ) ] ) .
          ex:Q sh:path [ sh:alternativePath ( ex:p ex:q ) ] ; sh:maxCount 2 ; sh:disjoint ex:r .
          """;

  private static final String CLASS = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

  @TempDir private Path folder;

  private Plan plan(String shapes) throws IOException {
    RecordingContext context = new RecordingContext();
    Source source = Source.of("shapes.ttl", "text/turtle", shapes.getBytes(StandardCharsets.UTF_8));
    Plan plan =
        new StandardPlanner().apply(new ShaclFrontEnd().apply(List.of(source), context), context);
    for (Artifact artifact : new BitactorBackend().apply(plan, context))
      Files.write(folder.resolve(artifact.path()), artifact.bytes());
    assertEquals(List.of(), context.diagnostics());
    return plan;
  }

  /** Random triples of subjects one after another; objects are subjects, too. */
  private static String data(int subjects, long seed) {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < subjects; i++) {
      String subject = i % 7 == 0 ? "_:b" + i : "<http://example.org/s" + i + ">";
      if (random.nextInt(4) > 0) line(lines, subject, CLASS, "<http://example.org/C>");
      for (int n = random.nextInt(4); n > 0; n--) {
        String predicate = "<http://example.org/" + "pqr".charAt(random.nextInt(3)) + ">";
        String object =
            random.nextInt(3) == 0
                ? "<http://example.org/s" + random.nextInt(subjects) + ">"
                : "\"" + random.nextInt(12) + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
        line(lines, subject, predicate, object);
      }
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, String... terms) {
    lines.append(String.join(" ", terms)).append(" .\n");
  }

  /** What the platform's validator says, as the worker writes it, without messages. */
  private List<String> expected(Plan plan, String data) {
    RecordingContext context = new RecordingContext();
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = new BitactorProvider().open(plan, folder, context)) {
      byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
      validator.validate(
          List.of(Source.of("data.nt", "application/n-triples", bytes)), results::add, context);
    }
    assertEquals(List.of(), context.diagnostics());
    return results.stream()
        .map(
            it ->
                it.focusNode()
                    + " "
                    + it.value().map(Object::toString).orElse("")
                    + " "
                    + it.component().value()
                    + " "
                    + it.dataAt().line()
                    + ":"
                    + it.dataAt().column())
        .sorted()
        .toList();
  }

  private static String field(String json, String name) {
    int at = json.indexOf("\"" + name + "\":");
    if (at < 0) return "";
    String rest = json.substring(at + name.length() + 3);
    return rest.startsWith("\"")
        ? rest.replaceAll("^\"((?:[^\"\\\\]|\\\\.)*)\".*", "$1").replaceAll("\\\\(.)", "$1")
        : rest.replaceAll("[,}].*", "");
  }

  private static List<String> said(String output) {
    return output
        .lines()
        .map(
            it ->
                field(it, "focus")
                    + " "
                    + field(it, "value")
                    + " "
                    + field(it, "component")
                    + " "
                    + field(it, "line")
                    + ":"
                    + field(it, "column"))
        .sorted()
        .toList();
  }

  private record Run(int status, String out, String err) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);
    int status =
        new Main(printed, new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(List.of(arguments));
    printed.flush();
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String image(Plan plan) {
    return folder.resolve(plan.name() + ".bitc").toString();
  }

  @Test
  void saysWhatThePlatformSays() throws IOException {
    Plan plan = plan(SHAPES);
    String data = data(2_000, 1);
    String file = Files.writeString(folder.resolve("data.nt"), data).toString();
    List<String> expected = expected(plan, data);
    assertTrue(expected.size() > 500, expected.size() + " results");
    Run whole = run(image(plan), file);
    assertEquals(1, whole.status(), whole.err());
    assertEquals(expected, said(whole.out()));
    Run parts = run(image(plan), "--by-subject", "--exit-zero", file);
    assertEquals(0, parts.status(), parts.err());
    assertEquals(expected, said(parts.out()));
  }

  @Test
  void subjectsOfManyBatchesKeepTheirLines() throws IOException {
    Plan plan = plan(SHAPES);
    String data = data(100_000, 2);
    assertTrue(data.length() > 3 * (1 << 22), "one batch is not enough");
    String file =
        Files.writeString(folder.resolve("data.nq"), data.replace("\n", "\r\n")).toString();
    assertEquals(expected(plan, data), said(run(image(plan), "--by-subject", file).out()));
  }

  @Test
  void namesOfGraphsAreIgnored() throws IOException {
    Plan plan = plan(SHAPES);
    String data = data(200, 3);
    String quads = data.replace(" .\n", " <http://example.org/g> .\n");
    String file = Files.writeString(folder.resolve("data.nq"), quads).toString();
    assertEquals(expected(plan, data), said(run(image(plan), file).out()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sh:targetNode ex:n ; sh:nodeKind sh:IRI | its target is a node",
        "sh:targetObjectsOf ex:p ; sh:nodeKind sh:IRI | its target is the objects",
        "sh:targetClass ex:C ; sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:minCount 1 ] | inverse",
        "sh:targetClass ex:C ; sh:property [ sh:path ( ex:p ex:q ) ; sh:minCount 1 ] | longer",
        "sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:class ex:D ] | class of a value node",
        "sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:node [ sh:closed true ] ] | closes",
        "sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ;"
            + " sh:minCount 1 ] ] | goes on from a value node"
      })
  void shapesThatLookFurtherAreRefused(String shape, String reason) throws IOException {
    Plan plan = plan(PREFIXES + "ex:S a sh:NodeShape ; " + shape + " .");
    String file = Files.writeString(folder.resolve("data.nt"), "").toString();
    Run refused = run(image(plan), "--by-subject", file);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains(reason), refused.err());
    assertEquals(0, run(image(plan), file).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<urn:a> <urn:p> 1 | 1:17: error",
        "<urn:a> <urn:p> <urn:b> .;<urn:b> <urn:p> <urn:b> .;<urn:a> <urn:p> <urn:c> . | 3: error: the triples",
        "<urn:\\u0061> <urn:p> <urn:b> . | 1: error: a subject has an escape",
        "<urn:a> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <urn:b> . | rdfs:subClassOf"
      })
  void dataThatIsNotGroupedIsRefused(String lines, String reason) throws IOException {
    Plan plan = plan(SHAPES);
    String file = Files.writeString(folder.resolve("d.nt"), lines.replace(';', '\n')).toString();
    Run refused = run(image(plan), "--by-subject", file);
    assertEquals(3, refused.status(), refused.err());
    assertTrue(refused.err().contains(reason), refused.err());
  }

  /** The jar as it is packed, in a JVM that knows nothing else. */
  @Test
  void runsAsAJarAlone() throws IOException, InterruptedException {
    Plan plan = plan(SHAPES);
    String data = data(500, 4);
    Path jar = jar();
    assertTrue(Files.size(jar) < 1 << 20, Files.size(jar) + " bytes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                image(plan))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = new BufferedOutputStream(process.getOutputStream())) {
      in.write(data.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    assertEquals(expected(plan, data), said(out));
  }

  private static List<String> withoutLines(List<String> results) {
    return results.stream().map(it -> it.replaceAll(" \\d*:\\d*$", "")).sorted().toList();
  }

  private static Path example(String name) {
    return Path.of(System.getProperty("ontoc.root"), "examples", name);
  }

  private String command(ProcessBuilder builder, int status)
      throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(status, process.waitFor(), out + Files.readString(err));
    return out;
  }

  private static void javaOnPath(ProcessBuilder builder) {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().merge("PATH", bin.toString(), (path, java) -> java + ":" + path);
  }

  @Test
  void theShellExampleSaysWhatOneWorkerSays() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/awk")), "there is no awk");
    Plan plan = plan(Files.readString(example("worker-parallel/shapes.ttl")));
    Path data = example("worker-parallel/readings.nt");
    ProcessBuilder run =
        new ProcessBuilder(
            "sh", example("worker-parallel/run.sh").toString(), "3", image(plan), data.toString());
    run.environment().put("ONTOC_WORKER", jar().toString());
    javaOnPath(run);
    List<String> expected = expected(plan, Files.readString(data));
    assertEquals(4, expected.size(), expected.toString());
    assertEquals(withoutLines(expected), withoutLines(said(command(run, 1))));
  }

  /** With a stand-in for Spark: the partitions and the workers are real. */
  @Test
  void theSparkExampleSaysWhatOneWorkerSays() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no Python");
    Plan plan = plan(SHAPES);
    Files.copy(
        folder.resolve(plan.name() + ".bitc"), folder.resolve("shapes.bitc"), REPLACE_EXISTING);
    jar();
    String data = data(300, 5);
    Path file = Files.writeString(folder.resolve("data.nt"), data);
    Path results = folder.resolve("results");
    ProcessBuilder run =
        new ProcessBuilder(
            "/usr/bin/python3",
            "-B",
            example("worker-spark/validate.py").toString(),
            file.toString(),
            results.toString());
    run.environment().put("PYTHONPATH", Path.of("src/test/python").toAbsolutePath().toString());
    run.environment().put("SPARK_FILES", folder.toString());
    javaOnPath(run);
    command(run, 0);
    StringBuilder all = new StringBuilder();
    try (Stream<Path> parts = Files.list(results)) {
      for (Path part : parts.sorted().toList()) all.append(Files.readString(part));
    }
    assertEquals(withoutLines(expected(plan, data)), withoutLines(said(all.toString())));
  }

  private Path jar() throws IOException {
    Path classes = Path.of("target", "classes");
    Path jar = folder.resolve("ontoc-worker.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> walk = Files.walk(classes)) {
      // the manifest must come first
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .sorted(java.util.Comparator.comparing(it -> !it.endsWith("MANIFEST.MF")))
              .toList();
      for (Path file : files) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
