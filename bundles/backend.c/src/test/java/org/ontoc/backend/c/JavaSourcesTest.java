// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Source;

/** The classes for Java as a user compiles and runs them. */
final class JavaSourcesTest {
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> .
      e:S sh:targetClass e:C ; sh:property [ sh:path e:p ; sh:minCount 1 ; sh:message "a p is needed" ] .
      """;
  private static final String MAIN =
      """
      import org.ontoc.compiled.native_.*;

      class Use {
        public static void main(String... arguments) {
          try (var library = CompiledLibrary.load(java.nio.file.Path.of(arguments[0]));
              var validator = library.validator()) {
            byte[] data = "@prefix e: <http://e/> . e:a a e:C .".getBytes();
            System.out.println(validator.validate(data, Format.TURTLE));
            validator.results(it -> System.out.println(it.focus().text() + ": " + it.message()));
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void everyFileOfThePackageIsDelivered() throws Exception {
    Path sources = Path.of("src/main/java/org/ontoc/backend/c/compiled");
    try (Stream<Path> files = Files.list(sources)) {
      assertEquals(
          JavaSources.FILES,
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> !file.equals("package-info.java"))
              .sorted()
              .toList());
    }
  }

  @Test
  void aProgramUsesThem() throws Exception {
    Native.assumePresent("gcc");
    Compiling compiling = new Compiling(Map.of("name", "native"));
    byte[] shapes = SHAPES.getBytes(StandardCharsets.UTF_8);
    Compiling.write(
        compiling.artifacts(
            compiling.plan(compiling.program(Source.of("s.ttl", "text/turtle", shapes)))),
        folder);
    List<String> flags = List.of("-O1", "-fPIC", "-shared", "-fvisibility=hidden", "-pthread");
    Native.compile(folder, "gcc", flags, "native.c", "-o", "libnative.so");
    Files.writeString(folder.resolve("Use.java"), MAIN);
    List<String> arguments = new ArrayList<>(List.of("-Xlint:all,-restricted", "-Werror"));
    arguments.addAll(List.of("-proc:none", "-sourcepath", folder.resolve("java").toString()));
    arguments.addAll(List.of("-d", folder.toString(), folder.resolve("Use.java").toString()));
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Native.Outcome outcome =
        Native.run(
            folder,
            List.of(java.toString(), "--enable-native-access=ALL-UNNAMED", "Use", "libnative.so"));
    assertEquals("", outcome.err());
    assertTrue(outcome.out().equals("1\nhttp://e/a: a p is needed\n"), outcome.out());
  }
}
