// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Shuffles lines on their way to a file, the same for the same seed: each goes to one of many
 * pieces, whose lines are then shuffled one piece after another. One piece at a time is in memory.
 */
final class Shuffler extends OutputStream {
  private static final int PIECES = 200;

  private final Path file;
  private final Random random;
  private final List<Path> paths = new ArrayList<>();
  private final List<OutputStream> pieces = new ArrayList<>();
  private OutputStream piece;

  Shuffler(Path file, long seed) throws IOException {
    this.file = file;
    this.random = new Random(seed);
    for (int i = 0; i < PIECES; i++) {
      paths.add(file.resolveSibling(file.getFileName() + "." + i));
      pieces.add(new BufferedOutputStream(Files.newOutputStream(paths.get(i)), 1 << 16));
    }
    piece = pieces.getFirst();
  }

  @Override
  public void write(int b) throws IOException {
    piece.write(b);
    if (b == '\n') piece = pieces.get(random.nextInt(PIECES));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) write(bytes[i]);
  }

  @Override
  public void close() throws IOException {
    for (OutputStream each : pieces) each.close();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (Path path : paths) {
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        Files.delete(path);
        Collections.shuffle(lines, random);
        for (String line : lines)
          out.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }
}
