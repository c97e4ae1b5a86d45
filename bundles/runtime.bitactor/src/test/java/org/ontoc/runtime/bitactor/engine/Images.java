// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ontoc.runtime.bitactor.Assembler;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageWriter;

/** Images of the test vectors. */
final class Images {
  private Images() {}

  static byte[] order() throws IOException, ImageException {
    return order("0x00000000000003e8");
  }

  /** Orders with another most quantity. */
  static byte[] order(String most) throws IOException, ImageException {
    return of("order", "0x00000000000003e8", most);
  }

  /** The image of a file of vectors, with a word in it replaced. */
  static byte[] of(String name, String word, String replacement)
      throws IOException, ImageException {
    String text = Files.readString(Path.of("src/test/resources/vectors", name + ".txt"));
    String assembly = text.split("(?m)^---$", 2)[0].replace(word, replacement);
    return ImageWriter.write(Assembler.assemble(assembly));
  }
}
