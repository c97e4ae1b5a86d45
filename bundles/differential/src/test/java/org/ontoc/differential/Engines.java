// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
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
      case "jena" -> Peer.jena();
      case "topbraid" -> Peer.topbraid();
      default -> throw new IllegalArgumentException("no engine is called " + name);
    };
  }
}
