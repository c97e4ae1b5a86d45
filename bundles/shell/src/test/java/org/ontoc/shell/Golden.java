// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs as files; {@code -Dontoc.golden=update} writes them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("ontoc.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual);
  }
}
