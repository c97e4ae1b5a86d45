// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Locale;
import java.util.Optional;

/** The formats that the C readers read. */
enum Format {
  N_TRIPLES("nt", 0),
  TURTLE("ttl", 1);

  /** The word of the option {@code --format}. */
  final String word;

  /** The number of the C interface. */
  final int number;

  Format(String word, int number) {
    this.word = word;
    this.number = number;
  }

  static Optional<Format> of(String mediaType) {
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/n-triples" -> Optional.of(N_TRIPLES);
      case "text/turtle" -> Optional.of(TURTLE);
      default -> Optional.empty();
    };
  }
}
