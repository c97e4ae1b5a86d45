// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.Source;

/** Compiles shapes to a library whose functions begin with {@code people_}. */
public final class LibraryForTests {
  private LibraryForTests() {}

  /** The library's file in the folder. */
  public static Path build(String shapes, Path folder) throws Exception {
    Native.assumePresent("gcc");
    Compiling compiling = new Compiling(Map.of("name", "people"));
    byte[] text = shapes.getBytes(StandardCharsets.UTF_8);
    Compiling.write(
        compiling.artifacts(
            compiling.plan(compiling.program(Source.of("people.ttl", "text/turtle", text)))),
        folder);
    List<String> flags = List.of("-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-pthread");
    Native.compile(folder, "gcc", flags, "people.c", "-o", "libpeople.so");
    return folder.resolve("libpeople.so");
  }
}
