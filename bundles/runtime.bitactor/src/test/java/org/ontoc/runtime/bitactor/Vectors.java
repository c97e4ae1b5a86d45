// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of test vectors: an image in assembly, a line of three dashes, and lines {@code kind hex =
 * violated ticks flags trace}, the last only when it is not 0. Without dashes the first line is a
 * comment that says why it is refused.
 */
record Vectors(String name, String assembly, List<String> inputs, List<String> outputs) {
  private static final Path FOLDER = Path.of("src/test/resources/vectors");

  static List<Vectors> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Vectors> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) all.add(of(file));
      return all;
    }
  }

  boolean refused() {
    return inputs.isEmpty();
  }

  /** The sentence of the first line. */
  String reason() {
    return assembly.lines().findFirst().orElseThrow().substring(1).strip();
  }

  byte[] image() throws ImageException {
    return ImageWriter.write(Assembler.assemble(assembly));
  }

  private static Vectors of(Path file) throws IOException {
    String[] parts = Files.readString(file).split("(?m)^---$", 2);
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (String line : parts.length == 1 ? List.<String>of() : parts[1].lines().toList()) {
      String said = line.split(";", 2)[0].strip();
      if (said.isEmpty()) continue;
      String[] sides = said.split("=", 2);
      inputs.add(sides[0].strip());
      outputs.add(sides[1].strip());
    }
    return new Vectors(file.getFileName().toString(), parts[0], inputs, outputs);
  }
}
