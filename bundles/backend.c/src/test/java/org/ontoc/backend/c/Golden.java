// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts kept beside the tests; {@code -Dontoc.updateGolden=true} writes them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/org/ontoc/backend/c");

  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("ontoc.updateGolden")) Files.writeString(file, actual);
    assertEquals(Files.readString(file), actual, name);
  }
}
