// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Both interpreters come to what the vectors say. */
final class VectorsTest {
  /** The index of a section. */
  private static final int AUTOMATA = 8;

  /** Of each image; a campaign says more. */
  private static final long MUTATIONS = Long.getLong("ontoc.mutations", 10_000);

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> inJava() throws IOException {
    return Vectors.all().stream()
        .map(vectors -> DynamicTest.dynamicTest(vectors.name(), () -> inJava(vectors)));
  }

  private static void inJava(Vectors vectors) throws ImageException {
    byte[] bytes = vectors.image();
    if (vectors.refused()) {
      ImageException refused = assertThrows(ImageException.class, () -> ImageReader.read(bytes));
      String sentence = String.valueOf(refused.getMessage());
      assertTrue(sentence.endsWith(vectors.reason()), sentence);
      return;
    }
    Image image = ImageReader.read(bytes);
    Interpreter interpreter = new Interpreter(image);
    List<String> outputs = new ArrayList<>();
    for (String input : vectors.inputs()) {
      String[] words = input.split(" ", 2);
      byte[] record = HexFormat.of().parseHex(words[1].replace(" ", ""));
      long violated = interpreter.check(Integer.parseInt(words[0]), record, 0);
      outputs.add(output(violated, interpreter.ticks(), interpreter.flags(), interpreter.trace()));
    }
    assertEquals(vectors.outputs(), outputs);
    inLanes(vectors, image);
    String text = Disassembler.text(image);
    assertArrayEquals(bytes, ImageWriter.write(Assembler.assemble(text)), text);
    assertEquals(text, Disassembler.text(Assembler.assemble(text)));
  }

  private static String output(long violated, int ticks, int flags, long trace) {
    String outcome = "0x" + Long.toHexString(violated) + " " + ticks + " " + flags;
    return trace == 0 ? outcome : outcome + " " + Long.toHexString(trace);
  }

  /** Batches of every size, and each record in every lane. */
  private static void inLanes(Vectors vectors, Image image) {
    Lanes lanes = new Lanes(image);
    for (int first = 0; first < vectors.inputs().size(); first++)
      for (int count = 1; count <= Lanes.COUNT; count++) {
        int kind = Integer.parseInt(vectors.inputs().get(first).split(" ", 2)[0]);
        int size = image.records().get(image.kinds().get(kind).record()).size();
        byte[] records = new byte[count * size];
        int[] at = new int[count];
        List<String> expected = new ArrayList<>();
        for (int i = first; expected.size() < count; i = (i + 1) % vectors.inputs().size()) {
          String[] words = vectors.inputs().get(i).split(" ", 2);
          if (Integer.parseInt(words[0]) != kind) continue;
          at[expected.size()] = expected.size() * size;
          byte[] record = HexFormat.of().parseHex(words[1].replace(" ", ""));
          System.arraycopy(record, 0, records, expected.size() * size, size);
          expected.add(vectors.outputs().get(i));
        }
        lanes.check(kind, records, at, count);
        List<String> outputs = new ArrayList<>();
        for (int l = 0; l < count; l++)
          outputs.add(output(lanes.violated(l), lanes.ticks(l), lanes.flags(l), lanes.trace(l)));
        assertEquals(expected, outputs, vectors.name());
      }
  }

  @Test
  void inC() throws IOException, InterruptedException, ImageException {
    Path program = Gcc.program(folder, "vectors");
    for (Vectors vectors : Vectors.all()) {
      Path image = Files.write(folder.resolve("image"), vectors.image());
      StringBuilder lines = new StringBuilder();
      for (String input : vectors.inputs()) {
        String[] words = input.split(" ", 2);
        lines.append(words[0]).append(' ').append(words[1].replace(" ", "")).append('\n');
      }
      String output = Gcc.run(List.of(program.toString(), image.toString()), lines.toString());
      if (vectors.refused()) assertTrue(output.startsWith("refused: "), vectors.name() + output);
      else assertEquals(vectors.outputs(), output.lines().toList(), vectors.name());
    }
  }

  /** What no assembly says: a section of automata whose last one is not padded whole. */
  @Test
  void eachAutomatonIsPadded() throws IOException, InterruptedException, ImageException {
    Vectors order =
        Vectors.all().stream()
            .filter(it -> it.name().equals("order.txt"))
            .findFirst()
            .orElseThrow();
    byte[] bytes = order.image();
    int size = ImageHeader.TABLE_AT + 16 * AUTOMATA + 8;
    Fields.INT.set(bytes, size, (int) Fields.INT.get(bytes, size) - 1);
    ImageHeader.mend(bytes, bytes.length);
    assertThrows(ImageException.class, () -> ImageReader.read(bytes));
    Path image = Files.write(folder.resolve("image"), bytes);
    Path program = Gcc.program(folder, "vectors");
    String output = Gcc.run(List.of(program.toString(), image.toString()), "");
    assertEquals("refused: the image is not canonical", output);
  }

  @Test
  void mutationsAreRefusedOrRunWithinTheirTicks()
      throws IOException, InterruptedException, ImageException {
    Path program = Gcc.program(folder, "fuzz");
    for (Vectors vectors : Vectors.all()) {
      if (vectors.refused()) continue;
      byte[] bytes = vectors.image();
      Path image = Files.write(folder.resolve("image"), bytes);
      String inJava = new Mutations(bytes, 42).run(MUTATIONS);
      String count = Long.toString(MUTATIONS);
      String inC = Gcc.run(List.of(program.toString(), image.toString(), "42", count), "");
      assertEquals(inJava, inC, vectors.name());
    }
  }
}
