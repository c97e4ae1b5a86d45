// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The engines by name: {@code reference} evaluates what the front end read, {@code passes} what the
 * passes made of it; {@code plain}, {@code process}, {@code library}, {@code portable} and {@code
 * sanitized} are compiled, the first one without passes; {@code jena} and {@code topbraid}.
 */
final class Engines {
  private Engines() {}

  static List<Engine> open(String names) {
    return Stream.of(names.split(",")).map(Engines::engine).toList();
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "reference" -> new ReferenceEngine(name, false);
      case "passes" -> new ReferenceEngine(name, true);
      case "plain" -> new CompiledEngine(name, quick("process"), false);
      case "process" -> new CompiledEngine(name, quick("process"), true);
      case "library" -> new CompiledEngine(name, quick("library"), true);
      case "portable" -> new CompiledEngine(name, Map.of("run", "process"), true);
      case "sanitized" ->
          new CompiledEngine(name, Map.of("run", "process", "profile", "debug"), true);
      case "jena" -> Peer.jena();
      case "topbraid" -> Peer.topbraid();
      default -> throw new IllegalArgumentException("no engine is called " + name);
    };
  }

  /**
   * The fastest compiler that is there: the pairs are small, and compiling takes longest. Libraries
   * by tcc are refused, since they want an executable stack.
   */
  private static Map<String, String> quick(String run) {
    return run.equals("process") && Files.isExecutable(Path.of("/usr/bin/tcc"))
        ? Map.of("run", run, "profile", "quick", "cc", "/usr/bin/tcc")
        : Map.of("run", run, "profile", "quick");
  }
}
