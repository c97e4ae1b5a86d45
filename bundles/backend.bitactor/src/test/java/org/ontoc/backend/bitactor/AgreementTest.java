// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.tck.ReferenceValidator;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageReader;
import org.ontoc.runtime.bitactor.Interpreter;

/**
 * Bytecode in Java, bytecode in C, generated C for one record and for columns, and generated Java
 * find the same as the naive evaluator of SHACL finds in the graph that a record stands for.
 */
final class AgreementTest {
  private static final Path SHAPES = Path.of("src/test/resources/records.ttl");
  private static final Iri NODE = new Iri("http://example.org/node");
  private static final Map<String, String> OPTIONS = Map.of("signal", "all", "budget", "200");

  @TempDir private Path folder;

  @Test
  void withTheNaiveEvaluator() throws IOException, ImageException {
    withTheNaiveEvaluator(Compiled.of(SHAPES, OPTIONS), 3000);
    withTheNaiveEvaluator(Compiled.of(Compiled.EXAMPLE, OPTIONS), 500);
    Map<String, String> split = Map.of("signal", "Quote,Order", "over-budget", "split");
    withTheNaiveEvaluator(Compiled.of(Compiled.EXAMPLE, split), 500);
  }

  private static void withTheNaiveEvaluator(Compiled compiled, int rounds) throws ImageException {
    Image image = ImageReader.read(compiled.artifact("signals.bitc"));
    Interpreter interpreter = new Interpreter(image);
    List<RecordSpec> records = records(compiled, image);
    for (int kind = 0; kind < records.size(); kind++) {
      RandomRecords random = new RandomRecords(records.get(kind), 7 + kind);
      Iri type = records.get(kind).kind();
      for (int i = 0; i < rounds; i++) {
        RandomRecords.Pair pair = random.next(NODE, type);
        TreeSet<String> expected = new TreeSet<>();
        for (ReferenceValidator.Result result :
            ReferenceValidator.validate(compiled.program(), pair.triples()))
          expected.add(result.shape() + " " + result.component().value());
        long violated = interpreter.check(kind, pair.bytes(), 0);
        assertEquals(expected, named(compiled, image, kind, violated), pair.triples().toString());
        assertTrue(interpreter.ticks() <= image.ticks(kind));
      }
    }
  }

  private static TreeSet<String> named(Compiled compiled, Image image, int kind, long violated) {
    TreeSet<String> names = new TreeSet<>();
    Image.Layout layout = image.records().get(image.kinds().get(kind).record());
    for (int bit = 0; bit < 64; bit++) {
      if ((violated >>> bit & 1) == 0) continue;
      int number = image.checks().get(layout.firstCheck() + bit).number();
      for (PlannedShape shape : compiled.plan().shapes())
        for (Check check : shape.checks())
          if (check.number() == number)
            names.add(
                shape.shape().id()
                    + " http://www.w3.org/ns/shacl#"
                    + check.constraint().component()
                    + "ConstraintComponent");
    }
    return names;
  }

  private static List<RecordSpec> records(Compiled compiled, Image image) {
    List<RecordSpec> records = new ArrayList<>();
    for (Image.Kind kind : image.kinds())
      for (PlannedShape shape : compiled.plan().shapes())
        if (shape.shape().id().equals(new Iri(image.string(kind.name()))))
          records.add(
              new RecordReader(compiled.plan(), shape, compiled.context()).read().orElseThrow());
    return records;
  }

  @Test
  void withCAndJava() throws IOException, ImageException, InterruptedException {
    withC(Compiled.of(SHAPES, OPTIONS));
    withC(Compiled.of(Compiled.EXAMPLE, OPTIONS));
  }

  private void withC(Compiled compiled) throws IOException, ImageException, InterruptedException {
    Image image = ImageReader.read(compiled.artifact("signals.bitc"));
    List<RecordSpec> records = records(compiled, image);
    for (Artifact artifact : compiled.artifacts())
      Files.write(folder.resolve(artifact.path()), artifact.bytes());
    Files.writeString(folder.resolve("driver.c"), CDriver.source("signals", records));
    Gcc.build(folder, List.of("driver.c", "signals.c"), "driver", "-O3");
    Gcc.build(folder, List.of("driver.c", "signals.c"), "narrow", "-DSIGNALS_NARROW");
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    List<String> expected = new ArrayList<>();
    List<String> inJava = new ArrayList<>();
    Interpreter interpreter = new Interpreter(image);
    for (int kind = 0; kind < records.size(); kind++) {
      RandomRecords random = new RandomRecords(records.get(kind), 70 + kind);
      JavaRecord java = new JavaRecord(folder, Names.type(records.get(kind).name()));
      for (int i = 0; i < 2000; i++) {
        byte[] bytes = i % 2 == 0 ? random.noise() : random.next(NODE, NODE).bytes();
        input.write(kind);
        input.writeBytes(bytes);
        expected.add(Long.toHexString(interpreter.check(kind, bytes, 0)));
        inJava.add(Long.toHexString(java.check(bytes)));
      }
    }
    assertEquals(expected, inJava);
    String bytecode = folder.resolve("signals.bitc").toString();
    for (String program : List.of("driver", "narrow"))
      assertEquals(
          expected, Gcc.run(folder.resolve(program), List.of(bytecode), input.toByteArray()));
  }
}
