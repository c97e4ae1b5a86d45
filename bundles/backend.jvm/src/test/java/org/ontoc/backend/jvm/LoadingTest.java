// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.backend.jvm.compiled.Host;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** Compiled classes come, work and go. */
final class LoadingTest {
  static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix e: <http://e/> .
      e:S a sh:NodeShape ; sh:targetClass e:P ;
        sh:property [ sh:path e:name ; sh:minCount 1 ; sh:maxLength 3 ] .
      """;
  static final String DATA =
      """
      @prefix e: <http://e/> .
      e:a a e:P ; e:name "long" .
      e:b a e:P .
      """;

  static Source turtle(String text) {
    return Source.of("d.ttl", "text/turtle", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void classesGoWithTheirValidator(@TempDir Path folder) throws Exception {
    Plan plan = Built.plan(SHAPES, RecordingContext.of());
    byte[] classFile = classFile(plan);
    WeakReference<Class<?>> loaded = new WeakReference<>(Host.define(classFile));
    assertEquals(3, used(plan, folder), "maxLength of a, minCount of b, and a's is one");
    for (int i = 0; i < 50 && loaded.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNull(loaded.get(), "a hidden class that nobody uses is collected");
  }

  private static byte[] classFile(Plan plan) {
    return new JvmBackend()
        .apply(plan, RecordingContext.of()).stream()
            .filter(artifact -> artifact.path().endsWith(".class"))
            .map(Artifact::bytes)
            .findFirst()
            .orElseThrow();
  }

  /** One more than the results, so that nothing stays reachable from a test's variables. */
  private static int used(Plan plan, Path folder) throws IOException {
    RecordingContext context = RecordingContext.of();
    Validator validator = Built.open(plan, folder, context).orElseThrow();
    List<ValidationResult> results = new ArrayList<>();
    validator.validate(List.of(turtle(DATA)), results::add, context);
    validator.close();
    assertThrows(
        IllegalStateException.class, () -> validator.validate(List.of(), _ -> {}, context));
    assertEquals(List.of(), context.diagnostics());
    assertEquals("d.ttl:2:20", results.getFirst().dataAt().toString());
    assertEquals("d.ttl:3:7", results.get(1).dataAt().toString());
    return results.size() + 1;
  }

  @Test
  void whatIsNoClassFileIsRefused(@TempDir Path folder) throws IOException {
    RecordingContext context = RecordingContext.of();
    Plan plan = Built.plan(SHAPES, context);
    Path file = folder.resolve(JvmBackend.path(Symbols.PACKAGE + ".Shapes"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no class");
    try (Validator validator = new JvmProvider().open(plan, folder, context)) {
      assertEquals(List.of("E0610"), context.codes());
      validator.validate(List.of(turtle(DATA)), _ -> {}, context);
    }
    assertEquals(List.of("E0610", "E0610"), context.codes());
  }

  /** Neither by many recursive shapes below each other nor by a long chain in the data. */
  @Test
  void recursionDoesNotFillTheStack(@TempDir Path folder) throws IOException {
    StringBuilder shapes =
        new StringBuilder("@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> .\n");
    int deep = 490; // a property shape is a shape, too
    for (int i = 0; i < deep; i++) {
      shapes.append("e:S%d sh:property [ sh:path e:p ; sh:node e:S%d ] ".formatted(i, i));
      shapes.append(i + 1 < deep ? "; sh:node e:S%d .\n".formatted(i + 1) : "; sh:class e:C .\n");
    }
    shapes.append("e:S0 sh:targetNode e:n0 .");
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 500; i++) data.append("<http://e/n%d> a <http://e/C> .\n".formatted(i));
    for (int i = 0; i < 500; i++)
      data.append("<http://e/n%d> <http://e/p> <http://e/n%d> .\n".formatted(i, i + 1));
    RecordingContext context =
        RecordingContext.of("recursion", "stratified", "detail-depth", "200");
    Plan plan = Built.plan(shapes.toString(), context);
    assertEquals(List.of(), context.diagnostics());
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = Built.open(plan, folder, context).orElseThrow()) {
      validator.validate(List.of(turtle(data.toString())), results::add, context);
      assertEquals(1, results.stream().filter(it -> it.shape().path().isEmpty()).count());
      results.clear();
      String last = "<http://e/n500> a <http://e/C> .";
      validator.validate(List.of(turtle(data + last)), results::add, context);
    }
    assertEquals(List.of(), results);
  }

  @Test
  void faultsOfTheDataAreFindings(@TempDir Path folder) throws IOException {
    Plan plan = Built.plan(SHAPES, RecordingContext.of());
    for (String limit : List.of("", "8", "x")) {
      RecordingContext context = RecordingContext.of("max-line-bytes", limit);
      try (Validator validator = Built.open(plan, folder, context).orElseThrow()) {
        validator.validate(List.of(turtle("<http://e/a> <http://e/b>\n  , .")), _ -> {}, context);
      }
      List<String> expected =
          limit.isEmpty()
              ? List.of("E0701")
              : limit.equals("8") ? List.of("E0811") : List.of("E0607");
      assertEquals(expected, context.codes());
      if (limit.isEmpty())
        assertEquals("d.ttl:2:3", context.diagnostics().getFirst().at().toString());
    }
  }

  @Test
  void manyShapesAndChecksFitIntoClassFiles(@TempDir Path folder) throws IOException {
    StringBuilder shapes = new StringBuilder("@prefix sh: <http://www.w3.org/ns/shacl#> .\n");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 700; i++) {
      shapes.append("<http://e/p%d> sh:path <http://e/v> ; sh:minLength %d .\n".formatted(i, i));
      all.append(" ; sh:property <http://e/p").append(i).append('>');
      all.append(" ; sh:hasValue <http://e/x").append(i).append('>');
      all.append(" ; sh:disjoint <http://e/v").append(i % 2).append('>');
    }
    shapes
        .append("<http://e/S> a sh:NodeShape ; sh:targetNode <http://e/a>")
        .append(all)
        .append(" .");
    RecordingContext context = RecordingContext.of();
    Plan plan = Built.plan(shapes.toString(), context);
    assertEquals(List.of(), context.diagnostics());
    List<ValidationResult> results = new ArrayList<>();
    try (Validator validator = Built.open(plan, folder, context).orElseThrow()) {
      Source data = turtle("<http://e/a> <http://e/v> \"" + "x".repeat(100) + "\" .");
      validator.validate(List.of(data), results::add, context);
    }
    assertEquals(700 + 599, results.size(), "all values are missing, 101 to 699 are too long");
    assertTrue(plan.shapes().size() > 700);
  }
}
