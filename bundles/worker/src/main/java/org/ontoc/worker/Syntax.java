// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

import java.nio.file.Path;
import org.ontoc.runtime.graph.Validation.Format;

/** How a document is read. */
record Syntax(Format format, String base) {
  /** By the format that was named, else by the file's name. */
  static Syntax of(String file, String named) {
    String word = named.isEmpty() ? file.substring(file.lastIndexOf('.') + 1) : named;
    return switch (word) {
      case "ttl" -> new Syntax(Format.TURTLE, base(file));
      case "nt" -> new Syntax(Format.N_TRIPLES, "");
      default -> new Syntax(Format.N_QUADS, "");
    };
  }

  private static String base(String file) {
    return file.equals("-") ? "" : Path.of(file).toAbsolutePath().normalize().toUri().toString();
  }
}
