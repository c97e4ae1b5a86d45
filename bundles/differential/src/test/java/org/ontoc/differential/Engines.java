// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The engines by name. */
final class Engines {
  private Engines() {}

  static List<Engine> open(String names) {
    return Stream.of(names.split(",")).map(Engines::engine).toList();
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "reference" -> new ReferenceEngine();
      case "process" -> compiled(name, "process", false);
      case "library" -> compiled(name, "library", false);
      case "jena" -> Peer.jena();
      case "topbraid" -> Peer.topbraid();
      default -> throw new IllegalArgumentException("no engine is called " + name);
    };
  }

  /** The fastest compiler that is there: the pairs are small, and compiling takes longest. */
  private static Engine compiled(String name, String run, boolean passes) {
    boolean tcc = Files.isExecutable(Path.of("/usr/bin/tcc"));
    Map<String, String> options =
        tcc
            ? Map.of("run", run, "profile", "quick", "cc", "/usr/bin/tcc")
            : Map.of("run", run, "profile", "quick");
    return new CompiledEngine(name, options, passes);
  }
}
